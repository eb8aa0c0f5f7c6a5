/** The comparison of two rule sets as tables: counts and the largest on a screen, every change in a file. */

import type { Cell, ReportTable } from '../../model/figure.ts';
import type { AdviceChanges, NameChange, RulesDiffDocument } from '../../model/rules-documents.ts';
import type { Bilingual, Lang } from '../../model/text.ts';
import type { RuleSetDiff } from '../../rules/diff-rule-sets.ts';
import { say } from '../../text/say.ts';
import { STAMP_WORDS } from '../../text/stamps.ts';
import { RULES_WORDS } from '../../text/words/rules.ts';
import { RULES_DIFF_WORDS as W } from '../../text/words/rules-diff.ts';
import { columnsIn, inputTables, inWords, isComputed } from './cells.ts';

/** Lines of red rules and names on a screen; the file of all changes has the rest. */
const MOST_LINES = 20;

const NAME_WORDS: Readonly<Record<NameChange['what'], Bilingual>> = {
  item: W.itemName,
  supercluster: W.superclusterName,
  cluster: W.clusterName,
  'cluster-code': W.clusterCode,
};

/** Tables `rule-sets`, `summary`, `largest`, `red-rules`, `names`; with cases `advice`, `flips`, `clusters`, `rows`, `issues`. */
export function rulesDiffTables(document: RulesDiffDocument, lang: Lang): ReportTable[] {
  const { cases } = document;
  const tables = [setsTable(document, lang), summaryTable(document, lang)];
  tables.push(
    ...[largestTable(document, lang), redTable(document, lang), namesTable(document, lang)].filter(
      (table) => table.rows.length > 0,
    ),
  );
  if (cases !== undefined) {
    tables.push(...adviceTables(cases.advice, lang), ...inputTables(cases.rows, cases.issues, lang));
  }
  return inWords(tables, lang);
}

/** Which set is set against which. */
export function rulesDiffTitle({ from, to }: Pick<RulesDiffDocument, 'from' | 'to'>, lang: Lang): string {
  return say(W.title, lang, { from: from.id, to: to.id });
}

/** What the tables do not say by themselves. */
export function rulesDiffNotes({ same }: Pick<RulesDiffDocument, 'same'>, lang: Lang): string[] {
  return same ? [say(W.same, lang)] : [];
}

/** Table `changes`: every coefficient, constant and red rule that changed, one a row. */
export function ruleChangesTable(diff: RuleSetDiff, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'changes',
    title: say(W.changesTitle, lang),
    columns: [
      col('kind', W.kind, 'text'),
      col('change', W.changed, 'text'),
      col('cluster', W.cluster, 'text'),
      col('item', W.item, 'text'),
      col('severity', W.severity, 'count'),
      col('item2', W.item2, 'text'),
      col('severity2', W.severity2, 'count'),
      col('from', W.from, 'number'),
      col('to', W.to, 'number'),
      col('difference', W.difference, 'number'),
    ],
    rows: [
      ...diff.numbers.map(({ cluster, item, severity, from, to, difference }): Cell[] => {
        const kind = item === undefined ? 'constant' : 'coefficient';
        return [kind, 'changed', cluster, item ?? null, severity ?? null, null, null, from, to, difference];
      }),
      ...diff.redRules.changes.map(({ change, cluster, item, severity, item2, severity2 }): Cell[] => {
        const place = [item, severity, item2 ?? null, severity2 ?? null];
        return ['red-rule', change, cluster, ...place, null, null, null];
      }),
    ],
  };
}

function setsTable({ from, to }: RulesDiffDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const line = (side: Bilingual, set: RulesDiffDocument['from']): Cell[] => [
    say(side, lang),
    set.id,
    say(STAMP_WORDS[set.status], lang),
    set.validFrom ?? say(RULES_WORDS.always, lang),
    set.clusters,
    set.redRules,
    set.sha256.slice(0, 12),
  ];
  return {
    id: 'rule-sets',
    title: say(W.setsTitle, lang),
    columns: [
      col('side', W.side, 'text'),
      col('id', RULES_WORDS.id, 'text'),
      col('status', RULES_WORDS.status, 'text'),
      col('validFrom', RULES_WORDS.validFrom, 'text'),
      col('clusters', RULES_WORDS.clusters, 'count'),
      col('redRules', RULES_WORDS.redRules, 'count'),
      col('sha256', RULES_WORDS.sha256, 'text'),
    ],
    rows: [line(W.before, from), line(W.after, to)],
  };
}

function summaryTable(document: RulesDiffDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const { coefficients, constants, redRules, names, clusters, items, maxMissing } = document;
  const numbers = (word: Bilingual, { compared, changed, largest }: typeof coefficients): Cell[] => [
    say(word, lang),
    compared,
    changed,
    largest[0]?.difference ?? null,
  ];
  const counts: readonly (readonly [Bilingual, number])[] = [
    [W.redAdded, redRules.added],
    [W.redRemoved, redRules.removed],
    [W.names, names.length],
    [W.clustersAdded, clusters.added.length],
    [W.clustersRemoved, clusters.removed.length],
    [W.clustersChanged, clusters.changed.length],
    [W.itemsAdded, items.added.length],
    [W.itemsRemoved, items.removed.length],
    [W.maxMissing, maxMissing.from === maxMissing.to ? 0 : 1],
  ];
  return {
    id: 'summary',
    title: say(W.summaryTitle, lang),
    columns: [
      col('what', W.what, 'text'),
      col('compared', W.compared, 'count'),
      col('changed', W.changed, 'count'),
      col('largest', W.largest, 'number'),
    ],
    rows: [
      numbers(W.coefficients, coefficients),
      numbers(W.constants, constants),
      // What differs nowhere is left out, save red rules: that they are the same is an answer.
      ...counts
        .filter(([word, n]) => n > 0 || word === W.redAdded || word === W.redRemoved)
        .map(([word, n]): Cell[] => [say(word, lang), null, n, null]),
    ],
  };
}

function largestTable({ coefficients, constants }: RulesDiffDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const all = [...coefficients.largest, ...constants.largest].sort(
    (a, b) => Math.abs(b.difference) - Math.abs(a.difference),
  );
  return {
    id: 'largest',
    title: say(W.largestTitle, lang),
    columns: [
      col('kind', W.kind, 'text'),
      col('item', W.item, 'text'),
      col('severity', W.severity, 'count'),
      col('cluster', W.cluster, 'text'),
      col('from', W.from, 'number'),
      col('to', W.to, 'number'),
      col('difference', W.difference, 'number'),
    ],
    rows: all
      .slice(0, 10)
      .map(({ item, severity, cluster, from, to, difference }) => [
        say(item === undefined ? W.constant : W.coefficient, lang),
        item ?? null,
        severity ?? null,
        cluster,
        from,
        to,
        difference,
      ]),
  };
}

function redTable({ redRules }: RulesDiffDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'red-rules',
    title: say(W.redTitle, lang, { n: String(MOST_LINES) }),
    columns: [
      col('change', W.changed, 'text'),
      col('cluster', W.cluster, 'text'),
      col('item', W.item, 'text'),
      col('severity', W.severity, 'count'),
      col('item2', W.item2, 'text'),
      col('severity2', W.severity2, 'count'),
    ],
    rows: redRules.changes
      .slice(0, MOST_LINES)
      .map(({ change, cluster, item, severity, item2, severity2 }) => [
        say(W[change], lang),
        cluster,
        item,
        severity,
        item2 ?? null,
        severity2 ?? null,
      ]),
  };
}

function namesTable({ names, clusters, items }: RulesDiffDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const whole = (word: Bilingual, codes: readonly string[]): Cell[][] =>
    codes.map((code) => [say(word, lang), code, null, null]);
  const rows: Cell[][] = [
    ...whole(W.clustersAdded, clusters.added),
    ...whole(W.clustersRemoved, clusters.removed),
    ...whole(W.itemsAdded, items.added),
    ...whole(W.itemsRemoved, items.removed),
    ...clusters.changed.map(({ cluster, what, from, to }) => [
      say(what === 'supercluster' ? W.supercluster : W.reviewTerm, lang),
      cluster,
      from,
      to,
    ]),
    ...names.map(({ what, code, from, to }) => [say(NAME_WORDS[what], lang), code, from[lang], to[lang]]),
  ];
  return {
    id: 'names',
    title: say(W.otherTitle, lang, { n: String(MOST_LINES) }),
    columns: [
      col('what', W.what, 'text'),
      col('code', W.code, 'text'),
      col('from', W.from, 'text'),
      col('to', W.to, 'text'),
    ],
    rows: rows.slice(0, MOST_LINES),
  };
}

function adviceTables(advice: AdviceChanges, lang: Lang): ReportTable[] {
  const col = columnsIn(lang);
  const code = (text: string): string => (text === '' ? say(W.noAdvice, lang) : text);
  const lost = advice.flips.reduce((sum, { to, n }) => sum + (to === '' ? n : 0), 0);
  const gained = advice.flips.reduce((sum, { from, n }) => sum + (from === '' ? n : 0), 0);
  return [
    {
      id: 'advice',
      title: say(W.adviceTitle, lang),
      columns: [
        col('n', W.adviceN, 'count'),
        col('flipped', W.flipped, 'count'),
        col('share', W.flippedShare, 'share'),
        col('lost', W.lost, 'count'),
        col('gained', W.gained, 'count'),
      ],
      rows: [
        [
          advice.n,
          advice.flipped,
          isComputed(advice.share) ? advice.share : advice.share.undefined,
          lost,
          gained,
        ],
      ],
    },
    {
      id: 'flips',
      title: say(W.flipsTitle, lang),
      columns: [
        col('from', W.from, 'text'),
        col('to', W.to, 'text'),
        col('n', W.episodes, 'count'),
        col('share', W.shareOfFrom, 'share'),
      ],
      rows: advice.flips.map(({ from, to, n, share }) => [code(from), code(to), n, share]),
    },
    {
      id: 'clusters',
      title: say(W.clustersTitle, lang),
      columns: [
        col('cluster', W.cluster, 'text'),
        col('from', W.before, 'count'),
        col('to', W.after, 'count'),
        col('stayed', W.stayed, 'count'),
        col('left', W.left, 'count'),
        col('joined', W.joined, 'count'),
      ],
      rows: advice.clusters.map(({ cluster, from, to, stayed, left, joined }) => [
        cluster,
        from,
        to,
        stayed,
        left,
        joined,
      ]),
    },
  ];
}
