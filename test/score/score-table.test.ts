/** Columns in, columns out: where the supercluster comes from, rule sets by date, and the summary. */

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  compileRuleSet,
  createCaseScore,
  createScoreSummary,
  datedRuleBook,
  loadRuleSet,
  type RuleBook,
  SCORE_STATUSES,
  scoreCase,
  scoreTable,
  scoreTableByDate,
  singleRuleBook,
} from '../../src/index.ts';
import { randomCases, randomRuleSet } from '../pushdown/random-cases.ts';
import { caseTable, smallRuleSet } from '../support/small-rule-set.ts';

const set = smallRuleSet({
  coefficient: (item, severity, k) => (item === k ? severity : 0),
  redRules: [0, 1, 2].map((cluster) => ({ item: 0, severity: 4, item2: 1, severity2: 4, cluster })),
});
const compiled = compileRuleSet(set);
const illustrative = (await loadRuleSet('data/rules/zvt-illustrative')).value!;

describe('scoreTable', () => {
  it.each([
    ['fine coefficients', 0.1234, 90],
    ['ties', 1, 60],
    ['red rules that leave nothing', 0.5, 1200],
  ])('says the same as one case at a time, with %s', (_what, step, redRules) => {
    const random = randomRuleSet(illustrative, 5, step, redRules);
    const cases = randomCases(3000, 6).filter(({ ratings }) =>
      ratings.every((rating) => rating === null || (rating >= -1 && rating < 5)),
    );
    const groups = cases.map((_, at) => ['X', 'Y', 'Z', ''][at % 4]!);
    const table = caseTable({
      ...Object.fromEntries(
        random.items.map(({ code }, item) => [
          code.toLowerCase(),
          cases.map(({ ratings }) => (ratings[item] === null || ratings[item] === -1 ? '' : ratings[item]!)),
        ]),
      ),
      supercluster: groups,
    });
    const compiledRandom = compileRuleSet(random);
    const out = createCaseScore(compiledRandom);
    const book = singleRuleBook(random);
    // Room that an earlier batch has used must not shine through.
    const used = scoreTableByDate(book, { ...table, columns: new Map([...table.columns].reverse()) });
    used.probabilities.fill(0.5);
    const scores = scoreTableByDate(book, table, {}, used);
    const seen = new Set<number>();
    cases.forEach(({ ratings }, row) => {
      const group = compiledRandom.superclusterAt.get(groups[row]!) ?? -1;
      scoreCase(
        compiledRandom,
        ratings.map((rating) => rating ?? -1),
        group,
        out,
      );
      seen.add(out.status);
      expect([scores.advised[row], scores.second[row], scores.status[row], scores.tie[row]]).toEqual([
        out.advised,
        out.second,
        out.status,
        out.tie,
      ]);
      expect(scores.entropy[row]).toBe(out.entropy);
      const width = random.clusters.length;
      expect(scores.probabilities.slice(row * width, (row + 1) * width)).toEqual(out.probabilities);
    });
    expect(seen.size).toBe(redRules > 1000 ? 5 : 4);
  });

  it('takes the supercluster from its column, else from the chosen cluster, else from the option', () => {
    const table = caseTable({
      hv01: [0, 0, 0, 0],
      hv02: [0, 0, 0, 0],
      hv03: [0, 0, 0, 0],
      supercluster: ['X', '', '', 'y'],
      chosen_cluster: ['10', 'ZT10', '', '1'],
    });
    const codes = (supercluster?: string) =>
      [...scoreTable(compiled, table, supercluster === undefined ? {} : { supercluster }).advised].map(
        (k) => set.clusters[k]?.code ?? '-',
      );
    expect(codes()).toEqual(['ZT01', 'ZT10', '-', 'ZT10']);
    expect(codes('Y')).toEqual(['ZT01', 'ZT10', 'ZT10', 'ZT10']);
  });

  it('counts an item without a column as missing', () => {
    const scores = scoreTable(compiled, caseTable({ hv01: [3], hv02: [0], supercluster: ['X'] }));
    expect(scores.itemsMissing[0]).toBe(1);
    expect(SCORE_STATUSES[scores.status[0]!]).toBe('incomplete');
  });

  it('scores each row by itself: permuted rows give permuted scores', () => {
    const row = fc.tuple(
      fc.integer({ min: -1, max: 4 }),
      fc.integer({ min: -1, max: 4 }),
      fc.constantFrom('X', 'Y', ''),
    );
    fc.assert(
      fc.property(fc.array(row, { minLength: 1, maxLength: 20 }), fc.nat(), (rows, turn) => {
        const tableOf = (all: typeof rows) =>
          caseTable({
            hv01: all.map(([a]) => (a < 0 ? '' : a)),
            hv02: all.map(([, b]) => (b < 0 ? '' : b)),
            hv03: all.map(() => 1),
            supercluster: all.map(([, , group]) => group),
          });
        const shift = turn % rows.length;
        const turned = [...rows.slice(shift), ...rows.slice(0, shift)];
        const before = scoreTable(compiled, tableOf(rows));
        const after = scoreTable(compiled, tableOf(turned));
        rows.forEach((_, at) => {
          const to = (at - shift + rows.length) % rows.length;
          expect(after.advised[to]).toBe(before.advised[at]);
          expect([...after.probabilities.slice(to * 4, to * 4 + 4)]).toEqual([
            ...before.probabilities.slice(at * 4, at * 4 + 4),
          ]);
        });
      }),
    );
  });
});

describe('rule sets by date', () => {
  const bundled = smallRuleSet({ id: 'zvt-illustrative', status: 'illustrative', constants: [9, 0, 0, 0] });
  const first = smallRuleSet({
    id: 'a',
    status: 'official',
    validFrom: '2022-01-01',
    constants: [0, 9, 0, 0],
  });
  const second = smallRuleSet({
    id: 'b',
    status: 'official',
    validFrom: '2024-01-01',
    numbers: [3, 2, 1, 11],
    constants: [9, 0, 0, 0],
  });
  const local = smallRuleSet({ id: 'own', status: 'local', constants: [0, 0, 9, 0] });
  const days = ['2021-12-31', '2022-01-01', '2023-12-31', '2024-01-01', ''];
  const table = caseTable({
    date: days,
    hv01: days.map(() => 0),
    hv02: days.map(() => 0),
    hv03: days.map(() => 0),
    supercluster: days.map(() => 'X'),
  });
  const advice = (book: RuleBook) =>
    [...scoreTableByDate(book, table).advised].map((k) => book.clusters[k]!.code);

  it('choose per row; without a date the newest; a local one never by itself', () => {
    const book = datedRuleBook([local, first, second, bundled])!;
    expect(advice(book)).toEqual(['ZT01', 'ZT02', 'ZT02', 'ZT03', 'ZT03']);
    const { ruleSet } = scoreTableByDate(book, table);
    expect([...ruleSet].map((at) => book.sets[at]!.ruleSet.id)).toEqual([
      'zvt-illustrative',
      'a',
      'a',
      'b',
      'b',
    ]);
  });

  it('leave out a set that another of the same first day hides', () => {
    const hidden = { ...first, id: 'A' };
    expect(datedRuleBook([hidden, first, bundled])!.sets.map(({ ruleSet }) => ruleSet.id)).toEqual([
      'a',
      'zvt-illustrative',
    ]);
  });

  it('unite clusters by number, the newest set first', () => {
    const book = datedRuleBook([bundled, first, second])!;
    expect(book.clusters.map((cluster) => cluster.number)).toEqual([3, 2, 1, 11, 10]);
  });

  it('fall back to the bundled one', () => {
    expect(advice(datedRuleBook([local, bundled])!)).toEqual(days.map(() => 'ZT01'));
    expect(datedRuleBook([local])).toBeUndefined();
  });
});

describe('the summary', () => {
  const table = caseTable({
    hv01: [4, 0, 0, 4, 1, ''],
    hv02: [0, 4, 0, 4, 0, ''],
    hv03: [0, 0, 0, 0, 0, ''],
    supercluster: ['X', 'X', 'X', 'X', '', 'X'],
    chosen_cluster: ['1', '3', '', '1', '', '2'],
    team: ['a', 'a', 'b', 'b', 'b', 'b'],
  });
  const scores = scoreTable(compiled, table);
  const summary = createScoreSummary(set, { lowCertainty: 0.5 });
  summary.add(table, scores);
  const result = summary.result();
  const p = Math.exp(4) / (Math.exp(4) + 2);

  it('counts statuses and clusters; expected is the sum of probabilities', () => {
    expect(result.statuses).toEqual({
      advised: 3,
      incomplete: 0,
      'too-many-missing': 1,
      'no-supercluster': 1,
      'none-fits': 1,
    });
    expect(result.clusters.map((row) => row.advised)).toEqual([2, 1, 0, 0]);
    expect(result.clusters.reduce((sum, row) => sum + row.expected, 0)).toBeCloseTo(3, 12);
    expect(result.clusters[0]!.expected).toBeCloseTo(p + (1 - p) / 2 + 1 / 3, 12);
    expect(result.clusters[0]!.share).toBeCloseTo(2 / 3, 12);
  });

  it('gives certainty by type 7 quantiles of the advised probability', () => {
    expect(result.certainty).toMatchObject({
      q05: expect.closeTo(1 / 3 + 0.1 * (p - 1 / 3), 12),
      median: expect.closeTo(p, 12),
    });
  });

  it('shows where it fits badly, over cases with a verdict', () => {
    const few = { undefined: 'too-few-episodes' };
    expect(result.fit).toMatchObject([
      { by: 'team', value: 'a', n: 2, noneFits: 0, lowCertainty: 0, lowCertaintyShare: 0, low: few },
      { by: 'team', value: 'b', n: 2, noneFits: 1, lowCertainty: 1, lowCertaintyShare: 0.5, high: few },
    ]);
    expect(result.fit[1]).toMatchObject({ misfit: 2, misfitShare: 1, misfitLow: few, misfitHigh: few });
  });

  it('measures agreement over cases with both: one of two, kappa by hand', () => {
    // Advised 1, 2; chosen 1, 3: po = 1/2, pe = 1/4, kappa = 1/3.
    const few = { undefined: 'too-few-episodes' };
    expect(result.agreement).toEqual({
      ...{ n: 2, agree: 1, share: 0.5, kappa: expect.closeTo(1 / 3, 12), level: 0.95, minimum: 30 },
      shareInterval: few,
      kappaInterval: few,
      confusion: [
        { advised: 'ZT01', chosen: 'ZT01', n: 1, share: 1 },
        { advised: 'ZT02', chosen: 'ZT03', n: 1, share: 1 },
      ],
    });
  });

  it('is the same whatever the batches', () => {
    const pieces = createScoreSummary(set);
    for (let row = 0; row < table.n; row++) {
      const one = caseTable(
        Object.fromEntries(
          [...table.columns].map(([name, column]) => [
            name,
            [
              column.kind === 'text'
                ? (column.words[column.codes[row]!] ?? '')
                : column.values[row]! < 0
                  ? ''
                  : column.values[row]!,
            ],
          ]),
        ),
      );
      pieces.add(one, scoreTable(compiled, one));
    }
    expect(pieces.result()).toEqual(result);
  });

  it('says why where nothing can be computed', () => {
    const empty = createScoreSummary(set).result();
    expect(empty.certainty).toEqual({ undefined: 'no-advice' });
    expect(empty.agreement).toEqual({ undefined: 'no-chosen-cluster' });
    const alone = caseTable({ hv01: [4], hv02: [0], hv03: [0], supercluster: ['X'], chosen_cluster: ['1'] });
    const same = createScoreSummary(set);
    same.add(alone, scoreTable(compiled, alone));
    expect(same.result().agreement).toMatchObject({ n: 1, kappa: { undefined: 'one-category' } });
  });
});
