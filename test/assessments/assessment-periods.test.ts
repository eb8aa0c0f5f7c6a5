/** Several ratings per person as periods, and the reviews that came too late. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  assessmentPeriods,
  dayFromIso,
  isoFromDay,
  overdueReviews,
  periodsAsEpisodes,
  reviewDay,
} from '../../src/index.ts';
import { outcomeOf, valuesOf } from '../read/support.ts';

const OPTIONS = { uses: ['hv01'], assessments: true } as const;

async function periodsOf(csv: string): Promise<string[]> {
  const { table, refusal } = await outcomeOf(csv, OPTIONS);
  if (table === undefined) throw refusal;
  const { start, end } = assessmentPeriods(table);
  return [...start].map((day, row) => `${isoFromDay(day)} ${isoFromDay(end[row]!)}`.trim());
}

describe('assessmentPeriods', () => {
  it.each<[string, string[], string[]]>([
    [
      'until the next, wherever it stands; the last holds on',
      ['patient;date;hv01', 'A;2024-06-01;1', 'B;2024-02-01;1', 'A;2024-01-01;1'],
      ['2024-06-01', '2024-02-01', '2024-01-01 2024-06-01'],
    ],
    [
      "until the row's own end, where that is earlier than the next",
      ['patient;date;end;hv01', 'A;2024-01-01;2024-03-01;1', 'A;2024-06-01;2024-09-01;1'],
      ['2024-01-01 2024-03-01', '2024-06-01 2024-09-01'],
    ],
    [
      'episodes of one patient do not end each other; an end in one row is that of the episode',
      [
        'patient;episode;date;end;hv01',
        'A;1;2024-01-01;2024-08-01;1',
        'A;2;2024-02-01;;1',
        'A;1;2024-03-01;;1',
      ],
      ['2024-01-01 2024-03-01', '2024-02-01', '2024-03-01 2024-08-01'],
    ],
    [
      'an end before the last rating does not end it',
      ['patient;episode;date;end;hv01', 'A;1;2024-01-01;2024-02-01;1', 'A;1;2024-03-01;;1'],
      ['2024-01-01 2024-02-01', '2024-03-01'],
    ],
    [
      'members do not know of each other',
      ['patient;member;date;hv01', 'A;x;2024-01-01;1', 'A;y;2024-02-01;1'],
      ['2024-01-01', '2024-02-01'],
    ],
  ])('%s', async (_, lines, expected) => expect(await periodsOf(lines.join('\n'))).toEqual(expected));

  it('covers each course of care from its first rating on, without gap or overlap', async () => {
    const rating = fc.record({
      patient: fc.constantFrom('A', 'B', 'C'),
      day: fc.integer({ min: 19_000, max: 19_400 }),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.uniqueArray(rating, {
          minLength: 1,
          maxLength: 20,
          selector: ({ patient, day }) => `${patient}${day}`,
        }),
        async (ratings) => {
          const lines = ratings.map(({ patient, day }) => `${patient};${isoFromDay(day)};1`);
          const { table } = await outcomeOf(['patient;date;hv01', ...lines].join('\n'), OPTIONS);
          const { start, end, courses } = assessmentPeriods(table!);
          expect(courses).toBe(new Set(ratings.map(({ patient }) => patient)).size);
          for (const patient of ['A', 'B', 'C']) {
            const own = ratings.flatMap((one, row) => (one.patient === patient ? [row] : []));
            own.sort((a, b) => start[a]! - start[b]!);
            own.slice(1).forEach((row, at) => {
              expect(end[own[at]!]).toBe(start[row]);
            });
            if (own.length > 0) expect(isoFromDay(end[own.at(-1)!]!)).toBe('');
          }
        },
      ),
      { numRuns: 100 },
    );
  });

  it('gives a table whose days are those of the period', async () => {
    const { table } = await outcomeOf(
      'patient;date;start;hv01\nA;2024-01-01;2020-01-01;1\nA;2024-06-01;2020-01-01;1',
      OPTIONS,
    );
    const episodes = periodsAsEpisodes(table!, assessmentPeriods(table!));
    for (const name of ['start', 'period_start']) {
      expect(valuesOf(episodes, name)).toEqual([dayFromIso('2024-01-01'), dayFromIso('2024-06-01')]);
    }
    expect(valuesOf(episodes, 'end')).toEqual(valuesOf(episodes, 'period_end'));
  });

  it('needs patient and date', async () => {
    const { refusal } = await outcomeOf('client;hv01\nA;1', OPTIONS);
    expect(refusal?.issues[0]).toMatchObject({ code: 'column-missing', params: { column: 'date' } });
  });
});

describe('overdueReviews', () => {
  const day = (iso: string) => dayFromIso(iso)!;
  const periods = (...pairs: [string, string?][]) => ({
    start: Int32Array.from(pairs, ([start]) => day(start)),
    end: Int32Array.from(pairs, ([, end]) => (end === undefined ? -2147483648 : day(end))),
    courses: pairs.length,
  });
  const halfYear = { length: 6, unit: 'month' } as const;

  it('counts months as the calendar does', () => {
    expect(isoFromDay(reviewDay(day('2023-08-31'), halfYear))).toBe('2024-02-29');
    expect(isoFromDay(reviewDay(day('2024-01-01'), { length: 28, unit: 'day' }))).toBe('2024-01-29');
  });

  it('is on time on the review day itself, and looks at open ones on the last day anyone was rated', () => {
    const { result, rows } = overdueReviews(
      periods(
        ['2024-01-01', '2024-07-01'],
        ['2024-01-01', '2024-07-02'],
        ['2024-01-01'],
        ['2024-08-01'],
        ['2023-01-01', '2024-01-01'],
      ),
      (row) => (row === 4 ? undefined : halfYear),
    );
    expect(rows).toEqual([1, 2]);
    expect(result).toEqual({ n: 5, courses: 5, open: 2, judged: 4, overdue: 2, overdueShare: 0.5 });
  });

  it('says so where no cluster has a term', () => {
    expect(overdueReviews(periods(['2024-01-01']), () => undefined).result.overdueShare).toEqual({
      undefined: 'no-review-term',
    });
  });
});
