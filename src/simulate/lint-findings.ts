/** Findings as published: worst first, each with its sentence. */

import { sentence } from '../issue/sentence.ts';
import type { LintFinding } from '../model/simulation.ts';
import type { Lang } from '../model/text.ts';
import type { PriceFinding } from './lint-prices.ts';

const ORDER: readonly string[] = ['error', 'warning', 'info'];

export function lintFindings(findings: readonly PriceFinding[], lang: Lang): LintFinding[] {
  return findings
    .toSorted((a, b) => ORDER.indexOf(a.severity) - ORDER.indexOf(b.severity))
    .map((finding) => ({
      code: finding.code,
      severity: finding.severity,
      message: sentence(finding, lang),
      ...(finding.row === undefined ? {} : { row: finding.row }),
      ...(finding.cluster === undefined ? {} : { cluster: finding.cluster }),
    }));
}
