/** score: agreement with intervals, per month, fit with intervals, robustness; in JSON, tables and the workbook. */

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bytesSource, isComputed, type ScoreResult, sheetNames } from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';

const folder = mkdtempSync(join(tmpdir(), 'zorgcluster-deep-'));
const cases = join(folder, 'cases.csv');
afterAll(() => rmSync(folder, { recursive: true, force: true }));
beforeAll(async () => {
  const made = await runHere(folder, [
    'generate',
    '--members',
    '3',
    '--episodes',
    '600',
    '-o',
    cases,
    '--quiet',
  ]);
  expect(made.status).toBe(0);
});

async function score(...args: string[]): Promise<ScoreResult> {
  const result = await runHere(folder, ['score', cases, '--quiet', '--json', ...args]);
  expect(result.stderr).toBe('');
  return JSON.parse(result.stdout) as ScoreResult;
}

function computed<T>(value: T | { readonly undefined: string }): T {
  if (!isComputed(value)) throw new Error(`undefined: ${JSON.stringify(value)}`);
  return value;
}

describe('agreement', () => {
  it('has intervals around the fixed figures, and a confusion table that adds up', async () => {
    const { agreement, statuses } = await score();
    const { n, agree, share, kappa, shareInterval, kappaInterval, confusion, months } = computed(agreement);
    expect(share).toBe(agree / n);
    expect(computed(shareInterval).low).toBeLessThan(share);
    expect(computed(shareInterval).high).toBeGreaterThan(share);
    expect(computed(kappaInterval).low).toBeLessThan(computed(kappa));
    expect(computed(kappaInterval).high).toBeGreaterThan(computed(kappa));
    expect(confusion.reduce((sum, pair) => sum + pair.n, 0)).toBe(n);
    const same = confusion.filter(({ advised, chosen }) => advised === chosen);
    expect(same.reduce((sum, pair) => sum + pair.n, 0)).toBe(agree);
    expect(n).toBeLessThanOrEqual(statuses.advised + statuses.incomplete);
    // The date is not read unless it is asked for: a fault in it must not reject a row.
    expect(months).toBeUndefined();
  });

  it('is split by month with --drift, adding up to the whole', async () => {
    const { agreement, meta } = await score('--drift');
    const { n, agree, minimum, months } = computed(agreement);
    expect(meta.options).toMatchObject({ drift: true });
    expect(months!.reduce((sum, month) => sum + month.n, 0)).toBe(n);
    expect(months!.reduce((sum, month) => sum + month.agree, 0)).toBe(agree);
    for (const month of months!) {
      expect(month.month).toMatch(/^20\d\d-\d\d$/);
      if (month.n < minimum) expect(month.share).toEqual({ undefined: 'too-few-episodes' });
      else expect(month.share).toBe(month.agree / month.n);
    }
    expect([...months!].map(({ month }) => month)).toEqual(months!.map(({ month }) => month).toSorted());
  });

  it('rejects a row for its date with --drift only', async () => {
    const broken = join(folder, 'broken.csv');
    const [header, first, ...rest] = readFileSync(cases, 'utf8').trim().split('\n');
    const at = header!.split(',').indexOf('date');
    const cells = first!.split(',');
    cells[at] = 'someday';
    writeFileSync(broken, [header, cells.join(','), ...rest, ''].join('\n'));
    const run = async (...args: string[]) => {
      const result = await runHere(folder, ['score', broken, '--quiet', '--json', ...args]);
      return (JSON.parse(result.stdout) as ScoreResult).rows.rejected;
    };
    expect(await run('--drift')).toBe((await run()) + 1);
  });
});

describe('the order of day and month', () => {
  it('must be settled where the date chooses the rule set', async () => {
    const file = join(folder, 'either.csv');
    const row = 'X,3,2,1,0,1,2,3,2,1,0,1,2,3,2,1,0,1,2,0,03-04-2024';
    const items = Array.from({ length: 19 }, (_, at) => `hv${String(at + 1).padStart(2, '0')}`);
    writeFileSync(file, [`supercluster,${items.join(',')},datum`, row, ''].join('\n'));
    const run = (...args: string[]) => runHere(folder, ['score', file, '--quiet', '--json', ...args]);
    const refused = await run();
    expect([refused.status, refused.stdout]).toEqual([1, '']);
    expect(refused.stderr).toContain('--dates dmy');
    expect((await run('--dates', 'dmy')).status).toBe(0);
    const chosen = JSON.parse((await run('--rules', 'zvt-illustrative')).stdout) as ScoreResult;
    expect(chosen.issues).toMatchObject([{ code: 'dates-undecided', severity: 'warning', count: 1 }]);
  });
});

describe('fit', () => {
  it('has an interval per group, and none where the group is small', async () => {
    const { fit } = await score();
    expect(fit.length).toBeGreaterThan(5);
    for (const row of fit) {
      expect(row.misfit).toBe(row.lowCertainty + row.noneFits);
      if (row.n < 10) {
        expect(row.low).toEqual({ undefined: 'too-few-episodes' });
        continue;
      }
      expect(computed(row.low)).toBeLessThanOrEqual(row.lowCertaintyShare);
      expect(computed(row.high)).toBeGreaterThanOrEqual(row.lowCertaintyShare);
      expect(computed(row.misfitHigh)).toBeGreaterThanOrEqual(computed(row.high));
    }
  });
});

describe('--robustness', () => {
  it('is given only where it is asked for, drawn from a seed', async () => {
    const plain = await score();
    expect(plain.robustness).toBeUndefined();
    expect(plain.meta.seed).toBeUndefined();
    const one = await score('--robustness');
    expect(one.meta).toMatchObject({ seed: 1, options: { robustness: true, move: 0.1, draws: 10 } });
    expect(await score('--robustness', '--seed', '1')).toEqual(one);
    const other = await score('--robustness', '--seed', '2');
    expect(other.robustness!.overall.oneMove).toEqual(one.robustness!.overall.oneMove);
    expect(other.robustness!.overall.allMove).not.toEqual(one.robustness!.overall.allMove);
    // The rest of the document does not change.
    expect({ ...one, meta: 0, robustness: 0 }).toEqual({ ...plain, meta: 0, robustness: 0 });
  });

  it('covers every case with advice, per supercluster and over all, and grows with the moves', async () => {
    const { robustness, statuses } = await score('--robustness');
    const { overall, superclusters, items } = robustness!;
    expect(overall.n).toBe(statuses.advised + statuses.incomplete);
    expect(superclusters.reduce((sum, row) => sum + row.n, 0)).toBe(overall.n);
    expect(items.reduce((sum, item) => sum + item.moves, 0)).toBe(overall.oneMove.moves);
    expect(items.reduce((sum, item) => sum + item.flips, 0)).toBe(overall.oneMove.flips);
    const more = (await score('--robustness', '--move', '0.3')).robustness!.overall;
    expect(computed(more.allMove.share)).toBeGreaterThan(computed(overall.allMove.share));
    expect(more.oneMove).toEqual(overall.oneMove);
  });

  it.each([
    ['0', 'between 0 and 0.5'],
    ['0.5', 'between 0 and 0.5'],
    ['x', 'between 0 and 0.5'],
  ])('refuses a probability of %s', async (move, words) => {
    const args = ['score', cases, '--robustness', '--move', move, '--lang', 'en'];
    const result = await runHere(folder, args);
    expect(result.status).toBe(2);
    expect(result.stderr).toContain(words);
  });
});

describe('for people', () => {
  it('prints the tables, and puts all pairs in the workbook', async () => {
    const book = join(folder, 'scored.xlsx');
    const args = ['score', cases, '--drift', '--robustness', '--quiet', '-o', book, '--lang', 'en'];
    const { stdout, status } = await runHere(folder, args);
    expect(status).toBe(0);
    for (const title of [
      'Where advice and choice differ most often',
      'Advice and choice per month of rating (at least 30 episodes)',
      'Robustness: advice that flips when ratings move by 1',
      'Robustness per item',
    ]) {
      expect(stdout).toContain(title);
    }
    expect(stdout).not.toContain('Advice against choice, per pair of clusters');
    const names = await sheetNames(bytesSource('scored.xlsx', readFileSync(book)));
    expect(names.some((name) => name.startsWith('Advice against choice, per'))).toBe(true);
    // Input stands as it was given: a rating is not shown as 2,00.
    const files = unzipSync(readFileSync(book));
    const sheet = strFromU8(files[`xl/worksheets/sheet${names.indexOf('Episodes') + 1}.xml`]!);
    const ratings = sheet
      .split('<row ')
      .slice(2, 12)
      .map((row) => /<c r="K\d+"([^>]*)>/.exec(row)?.[1]);
    expect(ratings).toHaveLength(10);
    for (const attributes of ratings) expect(attributes).not.toMatch(/ t="/);
    const styles = strFromU8(files['xl/styles.xml']!);
    const codes = new Map(
      [...styles.matchAll(/numFmtId="(\d+)" formatCode="([^"]*)"/g)].map((m) => [m[1], m[2]]),
    );
    const cellStyles = styles.split('<cellXfs')[1]!.match(/<xf [^>]*>/g)!;
    const formats = ratings.map((attributes) => {
      const style = cellStyles[Number(/s="(\d+)"/.exec(attributes!)?.[1] ?? 0)]!;
      return codes.get(/numFmtId="(\d+)"/.exec(style)?.[1] ?? '') ?? 'General';
    });
    expect(new Set(formats)).toEqual(new Set(['General']));
  });
});
