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

/** In the order of the drawing; shares of the closed episodes. */
const CLOSED = ['completer', 'dropout', 'nonResponder', 'nonStarter'] as const;
const STATUSES = [...CLOSED, 'open'] as const;

export function responseTable(result: BenchmarkDocument, words: Text['benchmark']): ReportTable {
  const own = result.members.filter((member) => isComputed(member.response));
  const peers = result.members.filter((member) => !isComputed(member.response));
  return {
    id: 'response',
    title: words.responseTitle,
    columns: [
      { key: 'member', label: words.member, kind: 'text' },
      { key: 'n', label: words.episodes, kind: 'count' },
      ...STATUSES.map((status) => ({ key: status, label: words.statuses[status], kind: 'share' as const })),
    ],
    rows: [
      [words.network, totalOf(result.response), ...shares(result.response)],
      ...own.map(({ member, response }) => [member, totalOf(response), ...shares(response)]),
      ...peers.map(({ member, n, responseShares }) => [
        member,
        n,
        ...peerShares(responseShares, words.withheld),
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

/** Of counts: shares of the closed episodes, and of all for those still open. */
function shares(response: Computed<ResponseCounts>): Cell[] {
  if (!isComputed(response)) return STATUSES.map(() => null);
  const closed = CLOSED.reduce((sum, status) => sum + response[status], 0);
  const all = closed + response.open;
  return [
    ...CLOSED.map((status) => (closed === 0 ? null : response[status] / closed)),
    all === 0 ? null : response.open / all,
  ];
}

/** A peer's are shares already. */
function peerShares(response: Computed<ResponseCounts> | undefined, withheld: string): Cell[] {
  return response !== undefined && isComputed(response)
    ? STATUSES.map((status) => response[status])
    : [withheld, ...STATUSES.slice(1).map(() => null)];
}
