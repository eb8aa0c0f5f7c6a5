/** Results of the queries of `sql sums` and `sql benchmark`, damaged: what a simulation and a contribution are made from. */

import { readFile, rm, writeFile } from 'node:fs/promises';
import { DuckDBInstance } from '@duckdb/node-api';
import { mutatedBytes, mutatedTable } from '../mutate.ts';
import type { Room } from '../room.ts';
import type { Kind } from './commands.ts';

const SCENARIO = {
  id: 'sums',
  title: 'Sums',
  baseline: 'current',
  typing: 'chosen',
  valuationDate: '2026-01-01',
  prices: { list: 'hypothetical-day' },
  index: [{ from: '2020-01-01', factor: 1.02 }],
  contracts: [
    { payer: 'VZ1', form: 'lump-sum', agreedCents: 5_000_000 },
    { payer: 'VZ2', form: 'revenue-cap', agreedCents: 1_000_000, dutyToContinue: true },
  ],
  years: { count: 2, index: 0.03, volume: [{ factor: 0.01 }] },
};

const DESIGN = {
  instrument: 'klachten-T (synthetisch)',
  adjust: [
    { column: 'sex', kind: 'category' },
    { column: 'age', kind: 'number' },
  ],
};

/** Questions that the gate asks one after another. */
const MOST_QUESTIONS = 6;

async function succeeds(room: Room, ...args: string[]): Promise<boolean> {
  return (await room.run(...args, '--quiet')).status === 0;
}

/** The result of a query over the case file, as an engine writes it. */
async function queried(room: Room, query: string, result: string): Promise<void> {
  const instance = await DuckDBInstance.create(':memory:', { threads: '1' });
  const connection = await instance.connect();
  try {
    await connection.run(
      `create table cases as select * from read_csv('${room.at('made.csv')}', sample_size = -1)`,
    );
    const text = await readFile(room.at(query), 'utf8');
    await connection.run(`copy (${text}) to '${room.at(result)}' (format csv, header)`);
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

async function simulationSums(room: Room): Promise<string> {
  await writeFile(room.at('sums-scenario.json'), JSON.stringify(SCENARIO));
  const named = ['sql', 'sums', '--scenario', room.at('sums-scenario.json')];
  if (!(await succeeds(room, ...named, '--by', 'site', '-o', room.at('q.sql')))) throw new Error('sql sums');
  await queried(room, 'q.sql', 'sums.csv');
  return readFile(room.at('sums.csv'), 'utf8');
}

const contributed = (room: Room, sums: string): string[] => [
  ...['benchmark', 'contribute', '--design', room.at('design.json'), '--member-name', 'a'],
  ...['--from-sums', room.at(sums), '--hashes', room.at('hashes.csv'), '-o', room.at('out.json')],
];

/** Asks until the gate knows enough. */
async function contributionSums(room: Room): Promise<Readonly<Record<'sums' | 'hashes', string>>> {
  await writeFile(room.at('design.json'), JSON.stringify(DESIGN));
  const named = ['sql', 'benchmark', '--design', room.at('design.json'), '--absent', 'rom_status'];
  named.push('-o', room.at('q.sql'));
  await succeeds(room, ...named, '--hashes');
  await queried(room, 'q.sql', 'hashes.csv');
  const hashes = ['--with-hashes', room.at('hashes.csv')];
  await succeeds(room, ...named, ...hashes);
  await queried(room, 'q.sql', 'sums.csv');
  for (let asked = 1; !(await succeeds(room, ...contributed(room, 'sums.csv'))); asked += 1) {
    if (asked === MOST_QUESTIONS) throw new Error((await room.run(...contributed(room, 'sums.csv'))).stderr);
    await succeeds(room, ...named, ...hashes, '--with-sums', room.at('sums.csv'));
    await queried(room, 'q.sql', 'sums.csv');
  }
  return {
    sums: await readFile(room.at('sums.csv'), 'utf8'),
    hashes: await readFile(room.at('hashes.csv'), 'utf8'),
  };
}

export const SUMS: Readonly<Record<'sums' | 'member-sums', Kind>> = {
  sums: {
    ending: 'csv',
    make: async (room) => {
      const base = await simulationSums(room);
      return (choose) =>
        choose.onceIn(4)
          ? mutatedBytes(Buffer.from(base), choose)
          : Buffer.from(mutatedTable(base, ',', choose));
    },
    commands: ({ at }, file) => [
      ['simulate', '--from-sums', file, '--scenario', at('sums-scenario.json'), '--json', '--quiet'],
      ['simulate', '--from-sums', file, '--scenario', at('sums-scenario.json'), '--lang', 'en', '--quiet'],
    ],
  },
  'member-sums': {
    ending: 'csv',
    make: async (room) => {
      const base = await contributionSums(room);
      return (choose) => {
        const which = choose.oneOf(['sums', 'sums', 'hashes'] as const);
        const changed = choose.onceIn(4)
          ? mutatedBytes(Buffer.from(base[which]), choose)
          : Buffer.from(mutatedTable(base[which], ',', choose));
        // The first line says which of the two files it is.
        return Buffer.concat([Buffer.from(`${which}\n`), changed]);
      };
    },
    place: async (room, input) => {
      // Every input is a first release; the key stays, hashes were made with it.
      await rm(room.at('home/releases'), { recursive: true, force: true });
      const bytes = Buffer.from(input);
      const end = bytes.indexOf('\n');
      const which = bytes.subarray(0, Math.max(end, 0)).toString();
      await writeFile(room.at('given-sums.csv'), await readFile(room.at('sums.csv')));
      await writeFile(room.at('given-hashes.csv'), await readFile(room.at('hashes.csv')));
      if (which === 'sums' || which === 'hashes')
        await writeFile(room.at(`given-${which}.csv`), bytes.subarray(end + 1));
    },
    commands: (room) => [
      [
        ...[
          'sql',
          'benchmark',
          '--design',
          room.at('design.json'),
          '--with-hashes',
          room.at('given-hashes.csv'),
        ],
        ...['--with-sums', room.at('given-sums.csv'), '--json', '--quiet'],
      ],
      [
        ...contributed(room, 'given-sums.csv').map((word) =>
          word === room.at('hashes.csv') ? room.at('given-hashes.csv') : word,
        ),
        ...['--json', '--quiet'],
      ],
    ],
  },
};
