/** Rule sets as tables: the list, and one set with its clusters. */

import type { ReportTable } from '../../model/figure.ts';
import type { ReviewTerm } from '../../model/rule-set.ts';
import type {
  RulesImportDocument,
  RulesListDocument,
  RulesShowDocument,
} from '../../model/rules-documents.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { STAMP_WORDS } from '../../text/stamps.ts';
import { RULES_WORDS as W } from '../../text/words/rules.ts';
import { RULES_IMPORT_WORDS as I } from '../../text/words/rules-diff.ts';
import { columnsIn } from './cells.ts';

/** Table `rule-sets`. */
export function rulesListTables(document: RulesListDocument, lang: Lang): ReportTable[] {
  const col = columnsIn(lang);
  return [
    {
      id: 'rule-sets',
      title: say(W.listTitle, lang),
      columns: [
        col('id', W.id, 'text'),
        col('title', W.title, 'text'),
        col('status', W.status, 'text'),
        col('validFrom', W.validFrom, 'text'),
        col('clusters', W.clusters, 'count'),
        col('redRules', W.redRules, 'count'),
        col('sha256', W.sha256, 'text'),
      ],
      rows: document.ruleSets.map((set) => [
        set.id,
        set.title[lang],
        say(STAMP_WORDS[set.status], lang),
        set.validFrom ?? say(W.always, lang),
        set.clusters,
        set.redRules,
        set.sha256.slice(0, 12),
      ]),
    },
  ];
}

/** Tables `rule-set` and `clusters`. */
export function rulesShowTables(document: RulesShowDocument, lang: Lang): ReportTable[] {
  const col = columnsIn(lang);
  const { ruleSet: set } = document;
  return [
    {
      id: 'rule-set',
      title: say(W.headTitle, lang),
      columns: [col('property', W.property, 'text'), col('value', W.value, 'text')],
      rows: [
        [say(W.id, lang), set.id],
        [say(W.title, lang), set.title[lang]],
        [say(W.status, lang), say(STAMP_WORDS[set.status], lang)],
        [say(W.source, lang), set.source],
        [say(W.validFrom, lang), set.validFrom ?? say(W.always, lang)],
        [say(W.items, lang), String(set.items)],
        [say(W.redRules, lang), String(set.redRules)],
        [say(W.maxMissing, lang), String(set.maxMissing)],
        [say(W.sha256, lang), set.sha256],
      ],
    },
    {
      id: 'clusters',
      title: say(W.clustersTitle, lang),
      columns: [
        col('cluster', W.cluster, 'text'),
        col('supercluster', W.supercluster, 'text'),
        col('name', W.name, 'text'),
        col('review', W.review, 'text'),
        col('constant', W.constant, 'number'),
        col('redRules', W.redRules, 'count'),
      ],
      rows: set.clusterList.map((cluster) => [
        cluster.code,
        cluster.supercluster,
        cluster.name[lang],
        reviewWords(cluster.reviewTerm, lang),
        cluster.constant,
        cluster.redRules,
      ]),
    },
  ];
}

/** Tables `rule-set`, `clusters` and `mapping`: which header was taken for what. */
export function rulesImportTables(document: RulesImportDocument, lang: Lang): ReportTable[] {
  return [...rulesShowTables(document, lang), mappingTable(document.mapping, lang)];
}

/** Table `mapping`. */
function mappingTable(mapping: RulesImportDocument['mapping'], lang: Lang): ReportTable {
  const col = columnsIn(lang);
  return {
    id: 'mapping',
    title: say(I.mappingTitle, lang),
    columns: [
      col('table', I.table, 'text'),
      col('file', I.file, 'text'),
      col('header', I.header, 'text'),
      col('role', I.role, 'text'),
      col('rows', I.rows, 'count'),
    ],
    rows: mapping.flatMap(({ file, table, rows, columns }) =>
      columns.map(({ header, role }) => [say(I[table], lang), file, header, role, rows]),
    ),
  };
}

function reviewWords(term: ReviewTerm | undefined, lang: Lang): string | null {
  return term === undefined ? null : say(W[term.unit], lang, { n: String(term.length) });
}
