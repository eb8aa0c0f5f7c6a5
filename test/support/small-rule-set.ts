/** A rule set small enough to reckon by hand, and case tables for it. */

import type { CaseTable, Column, RedRule, RuleSet } from '../../src/index.ts';
import { ruleSetSha256 } from '../../src/rules/canonical.ts';

export interface SmallRuleSetParts {
  readonly id?: string;
  readonly status?: RuleSet['status'];
  readonly validFrom?: string;
  /** Coefficient of (item, severity, cluster); default 0. */
  readonly coefficient?: (item: number, severity: number, cluster: number) => number;
  readonly constants?: readonly number[];
  readonly redRules?: readonly RedRule[];
  readonly maxMissing?: number;
  readonly numbers?: readonly number[];
}

/** Three items HV01-HV03, severities 0-4, clusters 1-3 in X and 10 in Y unless `numbers` says otherwise. */
export function smallRuleSet(parts: SmallRuleSetParts = {}): RuleSet {
  const numbers = parts.numbers ?? [1, 2, 3, 10];
  const coefficient = parts.coefficient ?? (() => 0);
  const coefficients = new Float64Array(3 * 5 * numbers.length);
  for (let item = 0; item < 3; item++) {
    for (let severity = 0; severity < 5; severity++) {
      numbers.forEach((_, k) => {
        coefficients[(item * 5 + severity) * numbers.length + k] = coefficient(item, severity, k);
      });
    }
  }
  const content = {
    id: parts.id ?? 'small',
    title: { nl: 'Klein', en: 'Small' },
    status: parts.status ?? ('local' as const),
    source: 'made for a test',
    ...(parts.validFrom === undefined ? {} : { validFrom: parts.validFrom }),
    items: [1, 2, 3].map((n) => ({ code: `HV0${n}`, label: String(n), name: { nl: `v${n}`, en: `i${n}` } })),
    superclusters: [
      { code: 'X', name: { nl: 'Groep X', en: 'Group X' } },
      { code: 'Y', name: { nl: 'Groep Y', en: 'Group Y' } },
    ],
    clusters: numbers.map((number) => ({
      code: `ZT${String(number).padStart(2, '0')}`,
      number,
      supercluster: number < 10 ? 'X' : 'Y',
      name: { nl: `t${number}`, en: `c${number}` },
    })),
    maxMissing: parts.maxMissing ?? 1,
    severities: 5,
    coefficients,
    constants: Float64Array.from(parts.constants ?? numbers.map(() => 0)),
    redRules: parts.redRules ?? [],
  };
  return { ...content, sha256: ruleSetSha256(content) };
}

/** A case table from text: rating columns `hv…` as numbers ('' = missing), `date` as days, the rest as text. */
export function caseTable(columns: Readonly<Record<string, readonly (string | number)[]>>): CaseTable {
  const n = Object.values(columns)[0]?.length ?? 0;
  const built = Object.entries(columns).map(([name, values]): [string, Column] => {
    if (/^hv\d\d$/.test(name)) {
      return [
        name,
        { kind: 'rating', values: Int8Array.from(values, (value) => (value === '' ? -1 : Number(value))) },
      ];
    }
    if (name === 'date') {
      const days = values.map((value) =>
        value === '' ? -2147483648 : Date.parse(String(value)) / 86_400_000,
      );
      return [name, { kind: 'day', values: Int32Array.from(days) }];
    }
    const words = [...new Set(values.map(String).filter((value) => value !== ''))];
    return [
      name,
      { kind: 'text', words, codes: Int32Array.from(values, (value) => words.indexOf(String(value))) },
    ];
  });
  return { n, rows: Int32Array.from({ length: n }, (_, row) => row + 1), columns: new Map(built) };
}
