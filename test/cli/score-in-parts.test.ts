/** Scoring beside each other gives what reading row after row gives: rows, counts, issues, result. */

import { join } from 'node:path';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import { readOptions } from '../../src/cli/cases.ts';
import { csvInParts, type PartScorers } from '../../src/cli/score-in-parts.ts';
import { type ScoreOptions, ScoreRun } from '../../src/cli/score-run.ts';
import { wantedForScore } from '../../src/cli/score-to-csv.ts';
import {
  bytesSource,
  type CaseBatch,
  canonicalJson,
  DATA_FOLDER,
  loadRuleSet,
  NotInParts,
  openCases,
  type ReadPart,
  type RuleBook,
  singleRuleBook,
} from '../../src/index.ts';

const OPTIONS = { lang: 'en', lowCertainty: 0.5, move: 0.1, draws: 10, rules: 'zvt-illustrative' } as const;
const HEADER = 'patient,episode,team,date,start,end,supercluster,hv01,hv02,hv03,note,cost';

let book: RuleBook;
beforeAll(async () => {
  book = singleRuleBook((await loadRuleSet(join(DATA_FOLDER, 'rules', 'zvt-illustrative'))).value!);
});

async function opened(bytes: Uint8Array, options: ScoreOptions) {
  const wanted = wantedForScore(book, options, true);
  return openCases(bytesSource('cases.csv', bytes), readOptions(options, wanted));
}

async function rowAfterRow(bytes: Uint8Array, options: ScoreOptions) {
  const run = new ScoreRun(await opened(bytes, options), book, options);
  let csv = '';
  for await (const piece of run.csv()) csv += Buffer.from(piece).toString('utf8');
  return { csv, result: canonicalJson(run.result()) };
}

async function* passed<End>(
  batches: AsyncGenerator<CaseBatch, End>,
  see: (batch: CaseBatch) => void = () => {},
): AsyncGenerator<CaseBatch, End> {
  for (;;) {
    const { done, value } = await batches.next();
    if (done) return value;
    see(value);
    yield value;
  }
}

/** Undefined where the file has to be read row after row. */
async function inParts(bytes: Uint8Array, options: ScoreOptions, size: number) {
  const reader = await opened(bytes, options);
  const other = await opened(bytes, options);
  const counted: typeof passed<ReadPart> = (batches) =>
    passed(batches, ({ lines, n }) => {
      plain += lines === undefined ? 0 : lines.from.subarray(0, n).filter((from) => from >= 0).length;
    });
  const scorers: PartScorers = {
    room: 3,
    score: async (range, terms, room) => ({
      ...(await new ScoreRun(other, book, options).part(counted(other.inParts!.read(range, terms)), room)),
      bytes: range.bytes,
    }),
    close: async () => {},
  };
  const run = new ScoreRun(reader, book, options);
  let csv = '';
  let parts = 0;
  let plain = 0;
  try {
    for await (const piece of csvInParts(run, reader.inParts!, scorers, size)) {
      csv += typeof piece === 'string' ? piece : Buffer.from(piece).toString('utf8');
      parts += 1;
    }
  } catch (error) {
    if (error instanceof NotInParts) return undefined;
    throw error;
  }
  return { csv, result: canonicalJson(run.result()), parts, plain };
}

const cell = (values: readonly string[]): fc.Arbitrary<string> => fc.constantFrom(...values);
const line = fc
  .tuple(
    cell(['P1', 'P2', 'P3', 'P4', 'P5', 'P6', '']),
    fc.integer({ min: 1, max: 200 }).map((n) => `E${n}`),
    cell(['Noord', 'Zuid', '"Oost, laag"', ' West']),
    cell(['2025-01-02', '03-04-2025', '', '13-01-2025']),
    cell(['2025-01-02', '02-03-2025']),
    cell(['2025-02-03', '', '01-02-2025']),
    cell(['X', 'Y', 'Z', 'X', 'Y', '', 'Q']),
    cell(['0', '1', '2', '3', '4', '9', '7']),
    cell(['1', '', '3,0']),
    cell(['0', '1', '2', '3', '4', 'x']),
    cell(['', 'é', '"two\nlines"', '"a ""b"""', 'plain text']),
    cell(['1.234', '12,50', '7', '-3', 'veel']),
  )
  .map((cells) => cells.map((each) => (/^\d+,\d+$/.test(each) ? `"${each}"` : each)).join(','));
const file = fc
  .tuple(
    fc.array(
      fc.oneof({ weight: 60, arbitrary: line }, cell(['', ',,', 'P9,E9', `P5" x,E1,${','.repeat(9)}`])),
      {
        minLength: 1,
        maxLength: 60,
      },
    ),
    cell(['\n', '\r\n']),
    fc.boolean(),
  )
  .map(([lines, newline, ended]) => [HEADER, ...lines].join(newline) + (ended ? newline : ''));

const PLAIN_HEADER =
  'patient;episode;site;team;start;end;supercluster;hv01;hv02;hv03;hv04;chosen_cluster;cost;minutes;pre_date;entropy;note';
/** Cells as nearly all files write them, and one in so many that has to be looked at as text. */
const plainLine = fc
  .tuple(
    fc.tuple(cell(['P1', 'P2', 'P33', 'P44', '']), fc.integer({ min: 1, max: 90 })),
    cell(['Noord 01', 'Zuid', '']),
    cell(['2025-01-02', '13-01-2025', '03/04/2025', '', '2024-02-29']),
    cell(['2025-03-03', '14-02-2025', '', '2025-01-01']),
    cell(['X', 'Y', 'Z']),
    fc.array(cell(['0', '1', '2', '3', '4', '', '9']), { minLength: 4, maxLength: 4 }),
    cell(['ZT07', 'zt7', '']),
    cell(['12,50', '1.234', '7', '', '0,123', '1234,567']),
    cell(['90', '1.5', '12.345', '']),
    cell(['2025-01-02', '01-02-2025', '']),
    fc.oneof(
      { weight: 12, arbitrary: fc.constant(null) },
      fc.tuple(
        fc.nat({ max: 16 }),
        cell([' 1', '3,0', 'x', '-1', '-5', '31-02-2025', '12-31-2024', '20250102', '\r', 'x;y']),
      ),
    ),
    cell(['', 'vrij', 'a, b', '1234567', '']),
  )
  .map(([[patient, n], site, start, end, group, items, chosen, cost, minutes, pre, odd, note]) => {
    const cells = [
      patient,
      `E${n}`,
      site,
      'FACT',
      start,
      end,
      group,
      ...items,
      chosen,
      cost,
      minutes,
      pre,
      '',
      note,
    ];
    if (odd !== null) cells[odd[0]] = odd[1];
    return cells.join(';');
  });

describe('score in parts', () => {
  it('reads plain cells from their bytes as it reads them from text', async () => {
    let plain = 0;
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(plainLine, cell(['\n', '\n', '\r\n'])), { minLength: 20, maxLength: 60 }),
        fc.integer({ min: PLAIN_HEADER.length + 2, max: 1500 }),
        fc.record({ excel: fc.boolean(), probabilities: fc.boolean() }),
        async (lines, size, on) => {
          const options = { ...OPTIONS, ...(on.excel ? { excel: true as const } : {}) };
          const wanted = on.probabilities ? { ...options, probabilities: true as const } : options;
          const bytes = Buffer.from(`${PLAIN_HEADER}\n${lines.map((each) => each.join('')).join('')}`);
          const parts = await inParts(bytes, wanted, size).catch(() => undefined);
          if (parts === undefined) return;
          plain += parts.plain;
          const { csv, result } = parts;
          expect({ csv, result }).toEqual(await rowAfterRow(bytes, wanted));
        },
      ),
      { numRuns: 60 },
    );
    expect(plain).toBeGreaterThan(500);
  });

  it('gives the rows and the result of one reading, whatever the parts', async () => {
    let compared = 0;
    await fc.assert(
      fc.asyncProperty(
        file,
        fc.integer({ min: HEADER.length + 2, max: 900 }),
        fc.record({ excel: fc.boolean(), probabilities: fc.boolean(), drift: fc.boolean() }),
        async (text, size, on) => {
          const options: ScoreOptions = {
            ...OPTIONS,
            ...(on.excel ? { excel: true } : {}),
            ...(on.probabilities ? { probabilities: true } : {}),
            ...(on.drift ? { drift: true, dates: 'dmy' } : {}),
          };
          const bytes = Buffer.from(text);
          const plain = await rowAfterRow(bytes, options).catch(() => undefined);
          const parts = await inParts(bytes, options, size).catch(() => undefined);
          if (parts === undefined) return;
          compared += 1;
          expect({ csv: parts.csv, result: parts.result }).toEqual(plain);
        },
      ),
      { numRuns: 60 },
    );
    expect(compared).toBeGreaterThan(15);
  });

  it('cuts a plain file in many, and one with quotes where a row ends', async () => {
    const rows = Array.from(
      { length: 200 },
      (_, n) => `P${n},E${n},Noord,2025-01-02,2025-01-02,,X,${n % 5},1,2,"note, of\ntwo lines",1.5`,
    );
    // The same episode in the first part and in a later one.
    rows.push(rows[3]!);
    const bytes = Buffer.from([HEADER, ...rows].join('\n'));
    const parts = await inParts(bytes, OPTIONS, 700);
    expect(parts!.parts).toBeGreaterThan(10);
    expect({ csv: parts!.csv, result: parts!.result }).toEqual(await rowAfterRow(bytes, OPTIONS));
    expect(JSON.parse(parts!.result).rows).toEqual({ read: 201, used: 200, rejected: 1 });
  });

  it('reads letters above ASCII from their bytes', async () => {
    const rows = Array.from(
      { length: 4000 },
      (_, n) => `P${n},E${n},Één ${n % 3},,2025-01-02,,X,${n % 5},1,2,\u00a0,1.5`,
    );
    const bytes = Buffer.from([HEADER, ...rows].join('\r\n'));
    const { plain, parts, ...read } = (await inParts(bytes, OPTIONS, 90_000))!;
    expect(plain).toBeGreaterThan(1000);
    expect(read).toEqual(await rowAfterRow(bytes, OPTIONS));
  });

  it.each([
    ['a quote that neither opens nor closes a cell', 'P1,E1,5" x,,,,X,1,1,1,,'],
    ['a cell that is not closed', 'P1,E1,"x,,,,X,1,1,1,,'],
    ['another encoding than UTF-8', 'P1,E1,\xe9,,,,X,1,1,1,,'],
  ])('leaves %s to one reading', async (_, text) => {
    const bytes = Buffer.from(`${HEADER}\nP0,E0,a,,,,X,1,1,1,,\n${text}\n`, 'latin1');
    expect(await inParts(bytes, OPTIONS, 90)).toBeUndefined();
  });
});
