/** The adaptive questionnaire as tables: outcome, answers, clusters, points, red rules, and what another answer does. */

import type { AdaptiveStep, AskDocument } from '../../model/adaptive.ts';
import type { Cell, ReportTable } from '../../model/figure.ts';
import type { RuleSet } from '../../model/rule-set.ts';
import type { Bilingual, Lang } from '../../model/text.ts';
import { formatShare } from '../../text/format.ts';
import { say } from '../../text/say.ts';
import { STAMP_WORDS } from '../../text/stamps.ts';
import { STOP_WORDS, ASK_WORDS as W } from '../../text/words/adaptive.ts';
import { RULES_WORDS } from '../../text/words/rules.ts';
import { STATUS_WORDS } from '../../text/words/tables.ts';
import { columnsIn, isComputed } from './cells.ts';

/** Tables `outcome`, `answers`, `clusters`, `points`, `redRules` and `answerChanges`, those that have rows. */
export function askTables(document: AskDocument, set: RuleSet, lang: Lang): ReportTable[] {
  return [
    outcomeTable(document, set, lang),
    answersTable(document, set, lang),
    clustersTable(document, set, lang),
    pointsTable(document, set, lang),
    redRulesTable(document, lang),
    changesTable(document, lang),
  ].filter((table) => table.rows.length > 0);
}

/** Why it stopped, or that it did not. */
export function stopWords(step: Pick<AdaptiveStep, 'stop'>): Bilingual {
  return STOP_WORDS[isComputed(step.stop) ? step.stop : 'not-finished'];
}

/** What no open question can change, or what is still possible. */
export function boundSentence({ bound }: Pick<AdaptiveStep, 'bound'>, lang: Lang): string {
  if (isComputed(bound.advised)) {
    const probability = isComputed(bound.probabilityAtLeast) ? bound.probabilityAtLeast : 0;
    return say(W.boundHolds, lang, {
      cluster: bound.advised,
      // Rounded down: "at least" must stay true.
      probability: formatShare(Math.floor(probability * 1000) / 1000, lang),
      left: String(bound.unknownsLeft),
    });
  }
  if (!bound.holds) return say(W.boundOpen, lang, { clusters: bound.candidates.join(', ') });
  return say(bound.advised.undefined === 'none-fits' ? W.boundNone : W.boundMissing, lang);
}

function outcomeTable(document: AskDocument, set: RuleSet, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const { advised, asked, open, unknown, next, rule } = document;
  const named = (code: string): string =>
    `${code} ${set.clusters.find((cluster) => cluster.code === code)?.name[lang] ?? ''}`.trim();
  const rows: Cell[][] = [
    [say(W.advised, lang), isComputed(advised) ? named(advised) : withoutAdvice(advised.undefined, lang)],
    [say(W.stop, lang), say(stopWords(document), lang)],
    [say(W.same, lang), say(document.sameAsFullRoute ? W.yes : W.notPromised, lang)],
    [
      say(W.asked, lang),
      say(W.askedOf, lang, {
        asked: String(asked),
        all: String(asked + open),
        unknown: String(unknown),
      }),
    ],
  ];
  if (open > 0) rows.push([say(W.bound, lang), boundSentence(document, lang)]);
  if (!isComputed(document.stop) && isComputed(next)) {
    rows.push([say(W.next, lang), `${next.item.code} ${next.item.name[lang]}`]);
  }
  rows.push(
    [say(W.way, lang), say(W.wayText, lang)],
    [say(RULES_WORDS.id, lang), `${rule.id} (${say(STAMP_WORDS[rule.status], lang)})`],
    [say(RULES_WORDS.source, lang), rule.source],
  );
  return {
    id: 'outcome',
    title: say(W.outcomeTitle, lang),
    columns: [col('property', RULES_WORDS.property, 'text'), col('value', RULES_WORDS.value, 'text')],
    rows,
  };
}

/** The advised cluster with its probability so far, or why there is none. */
export function adviceWords(
  { advised, clusters }: Pick<AdaptiveStep, 'advised' | 'clusters'>,
  lang: Lang,
): string {
  if (!isComputed(advised)) return withoutAdvice(advised.undefined, lang);
  const { probability } = clusters.find(({ cluster }) => cluster === advised)!;
  return `${advised} (${formatShare(probability, lang)})`;
}

function withoutAdvice(reason: string, lang: Lang): string {
  const words = STATUS_WORDS[reason as keyof typeof STATUS_WORDS];
  return say(words ?? W.noAdvice, lang);
}

function answersTable({ answers }: AskDocument, set: RuleSet, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'answers',
    title: say(W.answersTitle, lang),
    columns: [
      col('item', W.item, 'text'),
      col('label', W.label, 'text'),
      col('name', W.name, 'text'),
      col('answer', W.answer, 'count'),
    ],
    rows: answers.map(({ item, answer }) => {
      const { label, name } = set.items.find(({ code }) => code === item)!;
      return [item, label, name[lang], isComputed(answer) ? answer : say(W.unknown, lang)];
    }),
  };
}

function clustersTable({ clusters, bound, open }: AskDocument, set: RuleSet, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const first = clusters[0]?.cluster ?? '';
  return {
    id: 'clusters',
    title: say(W.clustersTitle, lang),
    columns: [
      col('cluster', W.cluster, 'text'),
      col('name', RULES_WORDS.name, 'text'),
      col('probability', W.probability, 'probability'),
      { key: 'lead', label: say(W.lead, lang, { first }), kind: 'number' },
      ...(open === 0 ? [] : [col('leadAtLeast', W.leadAtLeast, 'number')]),
      ...(open === 0 ? [] : [col('possible', W.possible, 'text')]),
    ],
    rows: clusters.map(({ cluster, probability }) => {
      const rival = bound.rivals.find((each) => each.cluster === cluster);
      const number = (value: { undefined: string } | number | undefined): Cell =>
        value === undefined ? null : typeof value === 'number' ? value : say(STATUS_OF_RIVAL, lang);
      return [
        cluster,
        set.clusters.find(({ code }) => code === cluster)!.name[lang],
        probability,
        number(rival?.lead),
        ...(open === 0
          ? []
          : [number(rival?.leadAtLeast), say(bound.candidates.includes(cluster) ? W.yes : W.no, lang)]),
      ];
    }),
  };
}

const STATUS_OF_RIVAL: Bilingual = { nl: 'uitgesloten', en: 'ruled out' };

function pointsTable({ explanation, open }: AskDocument, set: RuleSet, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  const { comparison } = explanation;
  const columns = [
    col('item', W.item, 'text'),
    col('name', W.name, 'text'),
    col('points', W.points, 'number'),
  ];
  if (!isComputed(comparison)) return { id: 'points', title: '', columns, rows: [] };
  const { first, second, constant, items, lead, leadAtLeast } = comparison;
  const rows: Cell[][] = [
    [say(W.constant, lang), null, constant],
    ...items.map(({ item, difference }): Cell[] => [
      item,
      set.items.find(({ code }) => code === item)!.name[lang],
      difference,
    ]),
    [say(W.together, lang), null, lead],
  ];
  if (open > 0 && isComputed(leadAtLeast)) rows.push([say(W.openLeave, lang), null, leadAtLeast]);
  return { id: 'points', title: say(W.pointsTitle, lang, { first, second }), columns, rows };
}

function redRulesTable({ explanation }: AskDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'redRules',
    title: say(W.redTitle, lang),
    columns: [col('cluster', W.cluster, 'text'), col('because', W.because, 'text')],
    rows: explanation.redRules.map(({ cluster, parts }) => [
      cluster,
      parts.map((part) => `${part.item} = ${part.severity}`).join(' + '),
    ]),
  };
}

function changesTable({ explanation }: AskDocument, lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'answerChanges',
    title: say(W.changesTitle, lang),
    columns: [
      col('item', W.item, 'text'),
      col('from', W.from, 'count'),
      col('to', W.to, 'count'),
      col('then', W.becomes, 'text'),
    ],
    rows: explanation.changes.map(({ item, from, to, advised, leading }) => [
      item,
      isComputed(from) ? from : say(W.unknown, lang),
      to,
      isComputed(advised)
        ? advised
        : advised.undefined === 'open' && isComputed(leading)
          ? say(W.thenOpen, lang, { cluster: leading })
          : withoutAdvice(advised.undefined, lang),
    ]),
  };
}
