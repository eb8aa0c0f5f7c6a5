/** `zorgcluster sql`: rules and sums as SQL, for an engine that holds more rows than this machine should read. */

import type { Command } from 'commander';
import type { Io } from '../io.ts';
import { addBenchmarkSql } from './sql-benchmark.ts';
import { addScoreSql } from './sql-score.ts';
import { addSumsSql } from './sql-sums.ts';

export function addSql(program: Command, io: Io): void {
  const sql = program.command('sql').description('the rule set as SQL, for an engine elsewhere');
  addScoreSql(sql, io);
  addSumsSql(sql, io);
  addBenchmarkSql(sql, io);
}
