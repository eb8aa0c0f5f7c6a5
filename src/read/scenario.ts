/** Scenario files: JSON checked key by key, every fault at once, misspelt keys with the nearest known one. */

import { distance } from 'fastest-levenshtein';
import * as v from 'valibot';
import type { Checked, Issue } from '../model/issue.ts';
import type { Scenario } from '../model/scenario.ts';
import { CONTRACT_SCHEMAS, SCENARIO_SCHEMA } from './scenario-schema.ts';

type Path = readonly (string | number)[];

/** The contract forms that a scenario may name. */
export const CONTRACT_FORMS: readonly string[] = Object.keys(CONTRACT_SCHEMAS);

/**
 * Reads a scenario; `name` stands in the sentences. Text or an already parsed document.
 * Unknown keys at any depth are errors: a misspelt key would silently change nothing.
 */
export function parseScenario(input: unknown, name: string): Checked<Scenario> {
  let document = input;
  if (typeof input === 'string') {
    try {
      document = JSON.parse(input.replace(/^\uFEFF/, ''));
    } catch (error) {
      // The parser's own message quotes the text; its position is enough.
      const at = /position \d+|line \d+ column \d+/.exec((error as Error).message)?.[0] ?? 'JSON';
      return { issues: [issue('scenario-not-json', { name, detail: at })] };
    }
  }
  const result = v.safeParse(SCENARIO_SCHEMA, document, { abortEarly: false });
  if (!result.success) {
    return { issues: result.issues.map((fault) => faultOf(fault as v.GenericIssue, document, name)) };
  }
  const issues = [...overrideFaults(result.output), ...rangeFaults(result.output)];
  return issues.length > 0 ? { issues } : { value: result.output, issues };
}

function issue(code: string, params: Readonly<Record<string, string | number>>): Issue {
  return { code, severity: 'error', params };
}

function faultOf(fault: v.GenericIssue, document: unknown, name: string): Issue {
  const path: Path = (fault.path ?? []).map((step) => (step as { key: string | number }).key);
  const last = fault.path?.at(-1) as { origin?: string; key?: unknown } | undefined;
  const parent = whereOf(path.slice(0, -1), name);
  if (last?.origin === 'key' && fault.expected === 'never') {
    const allowed = allowedKeys(path.slice(0, -1), document);
    const key = String(last.key);
    const nearest = [...allowed].sort((a, b) => distance(key, a) - distance(key, b))[0] ?? '-';
    return issue('scenario-unknown-key', { key, where: parent, nearest, allowed: allowed.join(', ') });
  }
  if (last?.origin === 'key') {
    return issue('scenario-missing-key', { key: String(last.key), where: parent });
  }
  if (fault.type === 'variant') return formFault(path, document, name);
  const expected = fault.type === 'check' ? fault.message : String(fault.expected);
  return issue('scenario-bad-value', { where: whereOf(path, name), expected: expected.replaceAll('"', '') });
}

/** A contract without a form, or with one that this version does not know. */
function formFault(path: Path, document: unknown, name: string): Issue {
  const form = valueAt(document, path);
  const known = CONTRACT_FORMS.join(', ');
  if (path.at(-1) !== 'form')
    return issue('scenario-bad-value', { where: whereOf(path, name), expected: 'Object' });
  if (typeof form === 'string') return issue('contract-form-unknown', { form, known });
  return issue('scenario-missing-key', { key: 'form', where: whereOf(path.slice(0, -1), name) });
}

function whereOf(path: Path, name: string): string {
  const text = path.map((step) => (typeof step === 'number' ? `[${step}]` : `.${step}`)).join('');
  return text === '' ? name : text.replace(/^\./, '');
}

function valueAt(document: unknown, path: Path): unknown {
  let value = document;
  for (const step of path) value = (value as Record<string | number, unknown> | undefined)?.[step];
  return value;
}

interface AnySchema {
  readonly wrapped?: AnySchema;
  readonly pipe?: readonly AnySchema[];
  readonly entries?: Readonly<Record<string, AnySchema>>;
  readonly item?: AnySchema;
  readonly options?: readonly AnySchema[];
}

/** Keys the schema knows at a path; for a contract those of its form. */
function allowedKeys(path: Path, document: unknown): readonly string[] {
  let schema: AnySchema | undefined = SCENARIO_SCHEMA as unknown as AnySchema;
  for (const [depth, step] of path.entries()) {
    schema = unwrapped(schema);
    if (typeof step === 'string') schema = schema?.entries?.[step];
    else {
      const item = unwrapped(schema?.item);
      const form = (valueAt(document, path.slice(0, depth + 1)) as { form?: string } | undefined)?.form;
      schema = item?.options ? (CONTRACT_SCHEMAS[form as keyof typeof CONTRACT_SCHEMAS] as AnySchema) : item;
    }
  }
  return Object.keys(unwrapped(schema)?.entries ?? {});
}

function unwrapped(schema: AnySchema | undefined): AnySchema | undefined {
  return schema?.wrapped ? unwrapped(schema.wrapped) : schema;
}

function overrideFaults(scenario: Scenario): Issue[] {
  return (scenario.prices?.overrides ?? []).flatMap((override, i) =>
    (override.amountCents === undefined) === (override.factor === undefined)
      ? [issue('scenario-override-choice', { where: `prices.overrides[${i}]` })]
      : [],
  );
}

function rangeFaults(scenario: Scenario): Issue[] {
  const ranges = [
    { where: 'period', range: scenario.period ?? {} },
    ...(scenario.prices?.overrides ?? []).map((range, i) => ({ where: `prices.overrides[${i}]`, range })),
  ];
  return ranges.flatMap(({ where, range }) =>
    range.from !== undefined && range.until !== undefined && range.from > range.until
      ? [issue('scenario-range', { where })]
      : [],
  );
}
