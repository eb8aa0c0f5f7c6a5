/**
 * Files that a command reads, handed to the command itself: what a parser lets through must also be
 * reckoned with, so that no document is taken and then falls over further on.
 */

import { mkdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { gunzipSync, gzipSync } from 'node:zlib';
import { contributionHash } from '../../../src/benchmark/exchange/seal.ts';
import { DATA_FOLDER } from '../../../src/index.ts';
import type { Choose } from '../choose.ts';
import { mutatedBytes, mutatedJson, mutatedTable } from '../mutate.ts';
import { judged, place, type Room, roomIn } from '../room.ts';
import type { OpenTarget, Target } from '../target.ts';
import { SUMS } from './sums.ts';

const FULL_SCENARIO = {
  id: 'fuzz',
  title: 'Fuzz',
  baseline: 'current',
  typing: 'chosen',
  valuationDate: '2026-01-01',
  prices: { list: 'hypothetical-day' },
  index: [{ from: '2020-01-01', factor: 1.02 }],
  volume: [{ factor: 1.1 }],
  contracts: [
    { payer: 'VZ1', form: 'lump-sum', agreedCents: 5_000_000 },
    { payer: 'VZ2', form: 'revenue-cap', agreedCents: 1_000_000, dutyToContinue: true },
    { payer: 'VZ3', form: 'guarantee', agreedCents: 1_000_000, guaranteeShare: 0.97 },
  ],
  years: { count: 2, index: 0.03, volume: [{ factor: 0.01 }] },
  assumptions: [{ text: 'a', source: 'b' }],
};

export interface Kind {
  readonly ending: string;
  make(room: Room): Promise<(choose: Choose) => Uint8Array>;
  /** Where the input goes, if not into the file. */
  place?(room: Room, input: Uint8Array): Promise<void>;
  commands(room: Room, file: string): readonly (readonly string[])[];
}

const json = (document: unknown): string => JSON.stringify(document);
const shipped = (...parts: string[]): Promise<string> => readFile(join(DATA_FOLDER, ...parts), 'utf8');

function ofJson(bases: readonly string[], after: (text: string) => string = (text) => text) {
  return (choose: Choose): Uint8Array => Buffer.from(after(mutatedJson(choose.oneOf(bases), choose)));
}

/** Half of them with the hash that belongs to what they say now, so that they get further. */
function resealed(text: string): string {
  try {
    const document = JSON.parse(text);
    return json({ ...document, sha256: contributionHash(document) });
  } catch {
    return text;
  }
}

async function contribution(room: Room, member: string): Promise<string> {
  const output = room.at(`${member}.json`);
  const header = (await readFile(room.cases, 'utf8')).split('\n');
  const own = header.slice(1).filter((_, at) => at % 3 === member.codePointAt(0)! % 3);
  const at = header[0]!.split(',').indexOf('member');
  const cases = room.at(`${member}.csv`);
  await writeFile(
    cases,
    [header[0], ...own.map((line) => line.split(',').with(at, member).join(','))].join('\n'),
  );
  const { status, stderr } = await room.run('benchmark', 'contribute', cases, '-o', output, '--quiet');
  if (status !== 0) throw new Error(stderr);
  // Three institutions on one data folder would be three releases of one.
  await rm(room.at('home'), { recursive: true, force: true });
  return output;
}

const KINDS: Readonly<Record<string, Kind>> = {
  scenario: {
    ending: 'json',
    make: async () => {
      const names = [
        'demo-day-prices',
        'example-dynamic-cap',
        'example-shared-savings',
        'example-transition',
      ];
      const files = await Promise.all(names.map((name) => shipped('scenarios', `${name}.json`)));
      return ofJson([...files, json(FULL_SCENARIO)]);
    },
    commands: ({ cases }, file) => [
      ['simulate', cases, '--scenario', file, '--json', '--quiet', '--draws', '100'],
      [
        'simulate',
        cases,
        '--scenario',
        file,
        '--quiet',
        '--draws',
        '100',
        '--winners',
        'site,payer',
        '--tail',
        '--lang',
        'en',
      ],
    ],
  },
  prices: {
    ending: 'csv',
    make: async ({ at }) => {
      const names = ['hypothetical-day', 'hypothetical-episode', 'hypothetical-review'];
      const files = await Promise.all(names.map((name) => shipped('prices', `${name}.csv`)));
      await writeFile(
        at('with-list.json'),
        json({
          id: 'w',
          title: 'W',
          baseline: 'current',
          valuationDate: '2026-01-01',
          typing: 'chosen',
          prices: { list: './list.csv' },
        }),
      );
      return (choose) => Buffer.from(mutatedTable(choose.oneOf(files), ',', choose));
    },
    commands: ({ cases, at }, file) => [
      ['prices', 'lint', file, '--json', '--quiet'],
      ['simulate', cases, '--scenario', at('with-list.json'), '--json', '--quiet'],
    ],
  },
  rules: {
    ending: 'csv',
    make: async ({ at }) => {
      const names = [
        'coefficients',
        'constants',
        'red-rules',
        'superclusters',
        'exclusions',
        'items',
        'clusters',
      ];
      const folder = at('rules');
      await mkdir(folder, { recursive: true });
      const parts = await Promise.all(
        [...names.map((name) => `${name}.csv`), 'profile-marks.csv', 'profiles.csv', 'rule-set.json'].map(
          async (name) => {
            const text = await shipped('rules', 'zvt-illustrative', name);
            return { name, text };
          },
        ),
      );
      return (choose) => {
        const { name, text } = choose.oneOf(parts);
        const changed = name.endsWith('.json') ? mutatedJson(text, choose) : mutatedTable(text, ',', choose);
        // The first line says which of the files it is.
        return Buffer.from(`${name}\n${changed}`);
      };
    },
    commands: ({ cases, at }) => [
      ['rules', 'check', at('rules'), '--json', '--quiet'],
      ['score', cases, '--rules', at('rules'), '--json', '--quiet'],
    ],
  },
  'rules-import': {
    ending: 'csv',
    make: async ({ at }) => {
      await writeFile(at('constants.csv'), await shipped('rules', 'zvt-illustrative', 'constants.csv'));
      const text = await shipped('rules', 'zvt-illustrative', 'coefficients.csv');
      return (choose) => Buffer.from(mutatedTable(text, ',', choose));
    },
    commands: ({ at }, file) => [
      [
        'rules',
        'import',
        '--coefficients',
        file,
        '--constants',
        at('constants.csv'),
        '--id',
        'fuzz',
        '--replace',
        '--json',
        '--quiet',
      ],
      [
        'rules',
        'import',
        '--coefficients',
        at('constants.csv'),
        '--constants',
        file,
        '--id',
        'fuzz',
        '--replace',
        '--quiet',
      ],
    ],
  },
  contribution: {
    ending: 'json',
    make: async (room) => {
      const paths = [
        await contribution(room, 'a'),
        await contribution(room, 'b'),
        await contribution(room, 'c'),
      ];
      const base = await readFile(paths[0]!, 'utf8');
      return (choose) => {
        const changed = mutatedJson(base, choose);
        return Buffer.from(choose.onceIn(3) ? changed : resealed(changed));
      };
    },
    commands: ({ at }, file) => [
      ['benchmark', 'combine', file, at('b.json'), at('c.json'), '--json', '--quiet'],
      ['benchmark', 'combine', at('b.json'), at('c.json'), file, '--sensitivity', '--quiet', '--lang', 'en'],
    ],
  },
  design: {
    ending: 'json',
    make: async () =>
      ofJson([
        json({
          outcome: 'change',
          duration: 'duration',
          adjust: [
            { column: 'sex', kind: 'category', levels: ['f', 'm'] },
            { column: 'age', kind: 'number' },
          ],
          better: 'higher',
        }),
        json({
          adjust: [{ column: 'age_band', kind: 'category' }],
          direction: 'lower',
          windows: { pre: { fromDays: -30, untilDays: 30 } },
          period: { from: '2024-01-01' },
        }),
        json({ where: [{ column: 'team', values: ['a'] }], instrument: 'HoNOS', adjust: [] }),
      ]),
    commands: (room, file) => [
      [
        'benchmark',
        'contribute',
        room.at('a.csv'),
        '--design',
        file,
        '--member-name',
        'a',
        '-o',
        room.at('out.json'),
        '--json',
        '--quiet',
      ],
    ],
  },
  conversion: {
    ending: 'csv',
    make: async () => {
      const lines = Array.from({ length: 49 }, (_, raw) => `HoNOS,${raw},${20 + raw * 1.1},illustrative,own`);
      const text = ['instrument,raw,t,status,source', ...lines].join('\n');
      return (choose) => Buffer.from(mutatedTable(text, ',', choose));
    },
    commands: ({ cases }, file) => [
      ['outcomes', cases, '--conversion', file, '--json', '--quiet'],
      ['benchmark', 'run', cases, '--conversion', file, '--json', '--quiet'],
    ],
  },
  result: {
    ending: 'json',
    make: async (room) => {
      const { status, stdout, stderr } = await room.run('benchmark', 'run', room.cases, '--json', '--quiet');
      if (status !== 0) throw new Error(stderr);
      const simulated = await room.run(
        'simulate',
        room.cases,
        '--scenario',
        'demo-day-prices',
        '--json',
        '--quiet',
      );
      return ofJson([stdout, simulated.stdout]);
    },
    commands: ({ cases }, file) => [
      ['benchmark', 'evidence', file, '--json', '--quiet'],
      ['simulate', cases, '--verify', file, '--json', '--quiet'],
    ],
  },
  backup: {
    ending: 'tar.gz',
    make: async (room) => {
      const output = room.at('base.tar.gz');
      await room.run(
        'rules',
        'import',
        '--coefficients',
        join(DATA_FOLDER, 'rules', 'zvt-illustrative', 'coefficients.csv'),
        '--constants',
        join(DATA_FOLDER, 'rules', 'zvt-illustrative', 'constants.csv'),
        '--id',
        'kept',
        '--quiet',
      );
      const { status, stderr } = await room.run('backup', output, '--quiet');
      if (status !== 0) throw new Error(stderr);
      const packed = await readFile(output);
      const plain = gunzipSync(packed);
      return (choose) =>
        choose.onceIn(3) ? mutatedBytes(packed, choose) : gzipSync(mutatedBytes(plain, choose), { level: 1 });
    },
    commands: (_, file) => [['restore', file, '--replace', '--quiet']],
  },
};

export const COMMANDS: readonly Target[] = Object.entries({ ...KINDS, ...SUMS }).map(([name, kind]) => ({
  name,
  open: async (folder): Promise<OpenTarget> => {
    const room = await roomIn(folder);
    const file = room.at(`input.${kind.ending}`);
    return {
      ending: kind.ending,
      make: await kind.make(room),
      judge: async (input) => {
        await (kind.place?.(room, input) ?? place(room, name, file, input));
        for (const args of kind.commands(room, file)) {
          if (name === 'backup') await rm(room.at('home'), { recursive: true, force: true });
          const bad = await judged(
            room,
            args,
            args.includes('-o') ? args[args.indexOf('-o') + 1] : undefined,
          );
          if (bad !== undefined) return `${args.slice(0, 2).join(' ')} ${bad}`;
        }
        return undefined;
      },
    };
  },
}));
