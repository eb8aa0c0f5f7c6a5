/** One advice as tables: the ranking, the sum behind it, what would change it, and the rule with its source. */

import type { ClusterExplanation, Explanation } from '../../model/explanation.ts';
import type { Cell, ReportTable } from '../../model/figure.ts';
import type { ExplainDocument } from '../../model/rules-documents.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { STAMP_WORDS } from '../../text/stamps.ts';
import { RULES_WORDS, EXPLAIN_WORDS as W } from '../../text/words/rules.ts';
import { STATUS_WORDS } from '../../text/words/tables.ts';
import { column, columnsIn, isComputed } from './cells.ts';

/** Tables `ranking`, `contributions`, `everyContribution`, `changes` and `rule`; with several cases their ids end in the case's place. */
export function explainTables(document: ExplainDocument, lang: Lang): ReportTable[] {
  return document.cases.flatMap((one, at) => {
    const mark = document.cases.length > 1 ? `-${at + 1}` : '';
    const where = one.row === undefined ? '' : ` (${say(W.row, lang, { row: String(one.row) })})`;
    const tables = [
      rankingTable(one, lang),
      contributionsTable(one, lang),
      everyContributionTable(one, lang),
      changesTable(one, lang),
    ];
    return [...tables.filter((table) => table.rows.length > 0), ruleTable(one, lang)].map((table) => ({
      ...table,
      id: table.id + mark,
      title: table.title + where,
    }));
  });
}

function rankingTable(one: Explanation, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const supercluster = isComputed(one.supercluster) ? one.supercluster : '-';
  return {
    id: 'ranking',
    title: say(W.ranking, lang, { supercluster }),
    columns: [
      col('rank', W.rank, 'count'),
      col('cluster', RULES_WORDS.cluster, 'text'),
      col('name', RULES_WORDS.name, 'text'),
      col('probability', W.probability, 'probability'),
      col('score', W.score, 'number'),
      col('redRule', W.because, 'text'),
    ],
    rows: one.clusters.map((cluster) => [
      cluster.rank,
      cluster.cluster,
      cluster.name[lang],
      cluster.probability,
      isComputed(cluster.score) ? cluster.score : say(W.impossible, lang),
      cluster.redRules
        .map((rule) => rule.parts.map((part) => `${part.item} = ${part.severity}`).join(' + '))
        .join('; '),
    ]),
  };
}

function contributionsTable(one: Explanation, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const [first, second] = one.clusters;
  const rows: Cell[][] = (first?.contributions ?? []).map((contribution, at) => [
    contribution.item,
    contribution.label,
    contribution.name[lang],
    isComputed(contribution.rating) ? contribution.rating : say(W.missing, lang),
    contribution.coefficient,
    ...(second === undefined ? [] : [second.contributions[at]!.coefficient]),
    ...(second === undefined ? [] : [contribution.coefficient - second.contributions[at]!.coefficient]),
  ]);
  if (first !== undefined) {
    const line = (words: string, of: (cluster: ClusterExplanation) => number): Cell[] => [
      words,
      null,
      null,
      null,
      of(first),
      ...(second === undefined ? [] : [of(second), of(first) - of(second)]),
    ];
    rows.unshift(line(say(W.constant, lang), (cluster) => cluster.constant));
    rows.push(line(say(W.sum, lang), (cluster) => cluster.sum));
  }
  return {
    id: 'contributions',
    title:
      second === undefined
        ? say(W.contributionsOne, lang, { first: first?.cluster ?? '' })
        : say(W.contributions, lang, { first: first!.cluster, second: second.cluster }),
    columns: [
      col('item', W.item, 'text'),
      col('label', W.label, 'text'),
      col('name', RULES_WORDS.name, 'text'),
      col('rating', W.rating, 'count'),
      ...[first, second].flatMap((cluster) =>
        cluster === undefined ? [] : [column(cluster.cluster, cluster.cluster, 'number')],
      ),
      ...(second === undefined ? [] : [col('difference', W.difference, 'number')]),
    ],
    rows,
  };
}

/** What each rating adds to each cluster, most probable cluster first; nothing new where there are two at most. */
function everyContributionTable(one: Explanation, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const { clusters } = one;
  const items = clusters.length > 2 ? clusters[0]!.contributions : [];
  return {
    id: 'everyContribution',
    title: say(W.everyContribution, lang),
    columns: [
      col('item', W.item, 'text'),
      col('rating', W.rating, 'count'),
      ...clusters.map(({ cluster }) => column(cluster, cluster, 'number')),
    ],
    rows: items.map(({ item, rating }, at) => [
      item,
      isComputed(rating) ? rating : say(W.missing, lang),
      ...clusters.map(({ contributions }) => contributions[at]!.coefficient),
    ]),
  };
}

function changesTable(one: Explanation, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'changes',
    title: say(W.changes, lang),
    columns: [
      col('item', W.item, 'text'),
      col('from', W.from, 'count'),
      col('to', W.to, 'count'),
      col('advised', W.advised, 'text'),
      col('probability', W.probability, 'probability'),
    ],
    rows: one.changes.map((change) => [
      change.item,
      isComputed(change.from) ? change.from : say(W.missing, lang),
      change.to,
      isComputed(change.advised) ? change.advised : say(W.noneFits, lang),
      change.probability,
    ]),
  };
}

function ruleTable(one: Explanation, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const { rule } = one;
  const outcome = say(STATUS_WORDS[one.status], lang) + (one.tie ? `; ${say(W.tie, lang)}` : '');
  return {
    id: 'rule',
    title: say(W.rule, lang),
    columns: [col('property', RULES_WORDS.property, 'text'), col('value', RULES_WORDS.value, 'text')],
    rows: [
      [say(W.outcome, lang), outcome],
      [say(RULES_WORDS.id, lang), `${rule.id} (${say(STAMP_WORDS[rule.status], lang)})`],
      [say(RULES_WORDS.source, lang), rule.source],
      [say(RULES_WORDS.sha256, lang), rule.sha256],
      [say(W.formulaLabel, lang), say(W.formula, lang)],
    ],
  };
}
