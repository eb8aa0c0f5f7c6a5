/** The evidence for a contract as tables: conditions, members, and the log where its owner wants it shown. */

import type { EvidenceDocument, ImprovementEntry } from '../../model/evidence.ts';
import type { ReportTable } from '../../model/figure.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { CONDITION_WORDS, STATUS_WORDS, EVIDENCE_WORDS as W } from '../../text/words/evidence.ts';
import { cellOf, columnsIn, inWords } from './cells.ts';

/**
 * Tables `conditions`, `evidence-members`, and `log` of the entries given.
 * @param log entries to show in full: free text of the members
 */
export function evidenceTables(
  evidence: EvidenceDocument,
  lang: Lang,
  log: readonly ImprovementEntry[] = [],
): ReportTable[] {
  const col = columnsIn(lang);
  const conditions: ReportTable = {
    id: 'conditions',
    title: say(W.title, lang),
    columns: [
      col('condition', W.condition, 'text'),
      col('status', W.status, 'text'),
      col('evidence', W.evidence, 'text'),
    ],
    rows: evidence.conditions.map((each) => [
      say(CONDITION_WORDS[each.condition], lang),
      say(STATUS_WORDS[each.status], lang),
      each.evidence,
    ]),
  };
  const members: ReportTable = {
    id: 'evidence-members',
    title: say(W.membersTitle, lang),
    columns: [
      col('member', W.member, 'text'),
      col('n', W.n, 'count'),
      col('hasOutcome', W.hasOutcome, 'text'),
      col('response', W.response, 'share'),
      col('entries', W.entries, 'count'),
      col('followedUp', W.followedUp, 'count'),
    ],
    rows: evidence.members.map((each) => [
      each.member,
      each.n,
      say(each.hasOutcome ? W.yes : W.no, lang),
      cellOf(each.response, (share) => share),
      each.entries,
      each.followedUp,
    ]),
  };
  const entries: ReportTable = {
    id: 'log',
    title: say(W.logTitle, lang),
    columns: [
      col('member', W.member, 'text'),
      col('date', W.date, 'text'),
      col('finding', W.finding, 'text'),
      col('action', W.action, 'text'),
      col('followUpDate', W.followUpDate, 'text'),
      col('followUp', W.followUp, 'text'),
    ],
    rows: log.map((entry) => [
      entry.member,
      entry.date,
      entry.finding,
      entry.action,
      entry.followUpDate ?? null,
      entry.followUp ?? null,
    ]),
  };
  return inWords([conditions, members, ...(log.length === 0 ? [] : [entries])], lang);
}
