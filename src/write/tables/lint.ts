/** Findings on prices for reading: those that say the same of several clusters stand on one line. */

import type { LintFinding } from '../../model/simulation.ts';

export interface JoinedFinding extends Omit<LintFinding, 'row' | 'cluster'> {
  readonly rows: readonly number[];
  readonly clusters: readonly string[];
}

/** In order of their first; where findings were joined, `…` stands in the sentence for the cluster. */
export function joinFindings(findings: readonly LintFinding[]): JoinedFinding[] {
  const groups = new Map<string, { message: string; alike: LintFinding[] }>();
  for (const finding of findings) {
    const message = withoutCluster(finding);
    const key = `${finding.code}\n${message}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { message, alike: [finding] });
    else group.alike.push(finding);
  }
  return [...groups.values()].map(({ message, alike }) => ({
    code: alike[0]!.code,
    severity: alike[0]!.severity,
    message: alike.length === 1 ? alike[0]!.message : message,
    rows: alike.flatMap(({ row }) => row ?? []),
    clusters: alike.flatMap(({ cluster }) => cluster ?? []),
  }));
}

function withoutCluster({ message, cluster }: LintFinding): string {
  return cluster === undefined || cluster === '' ? message : message.replaceAll(cluster, '…');
}
