/** Who was measured, as shares that page, figure and CSV all show: exact for network and own, in steps for peers. */

import {
  type BenchmarkDocument,
  type Cell,
  type Computed,
  isComputed,
  type ReportTable,
  type ResponseCounts,
} from '../../src/index.ts';
import type { Text } from '../../views/text/nl.ts';

const STATUSES = ['completer', 'dropout', 'nonResponder', 'nonStarter', 'open'] as const;

export function responseTable(result: BenchmarkDocument, words: Text['benchmark']): ReportTable {
  const own = result.members.filter((member) => isComputed(member.response));
  const peers = result.members.filter((member) => !isComputed(member.response));
  return {
    id: 'response',
    title: words.responseTitle,
    columns: [
      { key: 'member', label: words.member, kind: 'text' },
      { key: 'n', label: words.episodes, kind: 'count' },
      { key: 'rate', label: words.rate, kind: 'share' },
      ...STATUSES.map((status) => ({ key: status, label: words.statuses[status], kind: 'share' as const })),
    ],
    rows: [
      [words.network, totalOf(result.response), ...shares(result.response, words)],
      ...own.map(({ member, response }) => [member, totalOf(response), ...shares(response, words)]),
      ...peers.map(({ member, n, responseShares }) => [
        member,
        n,
        ...shares(responseShares ?? { undefined: 'peer-counts-withheld' }, words),
      ]),
    ],
  };
}

/** With peers' shares in the place of their counts: a drawing of shares needs no more. */
export function drawableResponse(result: BenchmarkDocument): BenchmarkDocument {
  return {
    ...result,
    members: result.members.map((member) => ({
      ...member,
      response: isComputed(member.response) ? member.response : (member.responseShares ?? member.response),
    })),
  };
}

function totalOf(response: Computed<ResponseCounts>): Cell {
  return isComputed(response) ? STATUSES.reduce((sum, status) => sum + response[status], 0) : null;
}

function shares(response: Computed<ResponseCounts>, words: Text['benchmark']): Cell[] {
  if (!isComputed(response)) return [words.withheld, ...STATUSES.map(() => null)];
  const total = STATUSES.reduce((sum, status) => sum + response[status], 0);
  return [
    isComputed(response.rate) ? response.rate : null,
    ...STATUSES.map((status) => (total === 0 ? null : response[status] / total)),
  ];
}
