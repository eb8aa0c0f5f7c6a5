/**
 * A CSV file of our own (comma, quotes doubled, first line the header) as Parquet. A column of whole
 * numbers, of numbers or of ISO dates alone gets that type where every value is written back exactly as
 * it stood; any other stays text. Blank is null.
 */

import { loadDuckDb } from './load-duckdb.ts';
import { machineFault } from './machine-fault.ts';

const WHOLE = '-?[1-9][0-9]{0,17}|0';
const DAY = '[12][0-9]{3}-[01][0-9]-[0-3][0-9]';

/**
 * @param temporary folder for what does not fit in memory; it belongs to the caller
 * @throws Refusal `disk-full` (exit 3)
 */
export async function csvToParquet(csv: string, parquet: string, temporary: string): Promise<void> {
  const { DuckDBInstance } = await loadDuckDb();
  const instance = await DuckDBInstance.create(':memory:', {
    threads: '2',
    temp_directory: temporary,
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false',
  });
  const connection = await instance.connect();
  try {
    const options = `header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', nullstr = ''`;
    await connection.run(`create table rows as select * from read_csv(${text(csv)}, ${options})`);
    const described = await connection.runAndReadAll('describe rows');
    const columns = described.getRows().map(([name]) => `"${String(name).replaceAll('"', '""')}"`);
    const tests = columns.flatMap((column) => {
      const number = asWritten(`try_cast(${column} as double)`);
      return [
        `count(${column}) > 0 and coalesce(bool_and(regexp_full_match(${column}, '${WHOLE}')), false)`,
        `count(${column}) > 0 and coalesce(bool_and(coalesce(regexp_matches(${column}, '[0-9]') and ${column} in (${number}, replace(${number}, '.0', '')), false) or ${column} is null), false)`,
        `count(${column}) > 0 and coalesce(bool_and((regexp_full_match(${column}, '${DAY}') and try_cast(${column} as date) is not null) or ${column} is null), false)`,
      ];
    });
    const [found] = (await connection.runAndReadAll(`select ${tests.join(', ')} from rows`)).getRows();
    const typed = columns.map((column, at) => {
      const [whole, number, day] = [0, 1, 2].map((test) => found?.[3 * at + test] === true);
      const type = whole ? 'bigint' : day ? 'date' : number ? 'double' : undefined;
      return type === undefined ? column : `cast(${column} as ${type}) as ${column}`;
    });
    await connection.run(
      `copy (select ${typed.join(', ')} from rows) to ${text(parquet)} (format parquet, compression zstd)`,
    );
  } catch (error) {
    throw machineFault(error);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A number as this program writes it: DuckDB's text has `1e-07` and `1.2e-05` for our `1e-7` and `0.000012`. */
function asWritten(number: string): string {
  const small = (exponent: number): readonly [pattern: string, to: string] => [
    `^(-?)([0-9])[.]?([0-9]*)e-0${exponent}$`,
    `\\10.${'0'.repeat(exponent - 1)}\\2\\3`,
  ];
  return [small(5), small(6), ['e-0([0-9])$', 'e-\\1'] as const].reduce(
    (from, [pattern, to]) => `regexp_replace(${from}, '${pattern}', '${to}')`,
    `cast(${number} as varchar)`,
  );
}

function text(value: string): string {
  return `'${value.replaceAll("'", "''")}'`;
}
