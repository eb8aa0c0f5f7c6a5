/**
 * A contract to and from the fields of its editor. Invariants: what is typed is kept as typed; what is read
 * goes through the check of scenario files, so a fault has its sentence at its field.
 */

import { type Contract, type ContractForm, type Issue, type Lang, parseScenario } from '../../src/index.ts';
import type { ContractFault, ContractField, TypedContract } from '../../views/pages/contract.tsx';
import { fill } from '../../views/text/fill.ts';
import type { Text } from '../../views/text/nl.ts';
import { pageSentence } from '../page-sentences.ts';
import { parseAmount } from '../parse-amount.ts';
import { CONTRACT_FIELDS, CONTRACT_FORM_NAMES } from './contract-fields.ts';

/** Rows of bands or indicators that the editor can hold. */
const MOST_LINES = 12;
const SCOPE = ['setting', 'cluster', 'site'] as const;

type Raw = Record<string, unknown>;

/** `12,5` or `12.5` as a number; what is none stays text, so that the check says it. */
function plainNumber(typed: string): number | string {
  const text = typed.trim().replace(',', '.');
  return /^-?\d+(\.\d*)?$/.test(text) ? Number(text) : typed;
}

function readTyped({ kind }: ContractField, typed: string, lang: Lang): unknown {
  switch (kind) {
    case 'euros':
      return parseAmount(typed, lang) ?? typed;
    case 'percent': {
      const value = plainNumber(typed);
      // Ten decimals: 7 % is 0.07, not 0.07000000000000001.
      return typeof value === 'number' ? Number((value / 100).toFixed(10)) : value;
    }
    case 'number':
      return plainNumber(typed);
    case 'flag':
      return typed === '1';
    default:
      return typed;
  }
}

function textOf({ kind }: ContractField, value: unknown, lang: Lang): string {
  if (value === undefined || value === null) return '';
  if (kind === 'flag') return value === true ? '1' : '';
  if (typeof value !== 'number') return String(value);
  const shown = kind === 'euros' || kind === 'percent' ? kind : 'number';
  const number = shown === 'euros' ? value / 100 : shown === 'percent' ? value * 100 : value;
  return Number(number.toFixed(8)).toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB', {
    maximumFractionDigits: 8,
    useGrouping: shown === 'euros',
    ...(shown === 'euros' && value % 100 !== 0 ? { minimumFractionDigits: 2 } : {}),
  });
}

/** The editor's fields of a contract that is there. */
export function typedOf(contract: Contract, lang: Lang): TypedContract {
  const raw = contract as unknown as Raw;
  const fields = new Map<string, string>();
  for (const field of CONTRACT_FIELDS[contract.form]) {
    if (field.kind === 'rows') {
      const lines = (raw[field.key] as readonly Raw[] | undefined) ?? [];
      for (const [at, line] of lines.entries()) {
        for (const cell of field.rows ?? []) {
          fields.set(`${field.key}.${at}.${cell.key}`, textOf(cell, line[cell.key], lang));
        }
      }
    } else fields.set(field.key, textOf(field, raw[field.key], lang));
  }
  if (contract.form === 'mean-per-patient') {
    const cuts = contract.trimCents ?? [];
    fields.set('trimLow', cuts.length === 2 ? textOf({ key: '', kind: 'euros' }, cuts[0], lang) : '');
    fields.set('trimHigh', textOf({ key: '', kind: 'euros' }, cuts.at(-1), lang));
  }
  return {
    form: contract.form,
    payer: contract.payer,
    setting: contract.scope?.setting ?? '',
    cluster: contract.scope?.cluster ?? '',
    site: contract.scope?.site ?? '',
    year: contract.year === undefined ? '' : String(contract.year),
    fields,
  };
}

/** The editor's fields of an address; undefined where it holds none. */
export function typedFrom(search: URLSearchParams): TypedContract | undefined {
  const form = CONTRACT_FORM_NAMES.find((each) => each === search.get('k.form'));
  if (form === undefined) return undefined;
  const text = (name: string): string => (search.get(`k.${name}`) ?? '').trim().slice(0, 100);
  const fields = new Map<string, string>();
  for (const [name, value] of search) {
    const key = /^k\.([\w.]{1,60})$/.exec(name)?.[1];
    if (key !== undefined && value.trim() !== '') fields.set(key, value.trim().slice(0, 100));
  }
  return {
    form,
    payer: text('payer'),
    setting: text('setting'),
    cluster: text('cluster'),
    site: text('site'),
    year: text('year'),
    fields,
  };
}

/** For the address: only what is filled in, of this form. */
export function typedQuery(typed: TypedContract): URLSearchParams {
  const query = new URLSearchParams({ 'k.form': typed.form });
  for (const key of ['payer', ...SCOPE, 'year'] as const) {
    if (typed[key] !== '') query.set(`k.${key}`, typed[key]);
  }
  for (const field of CONTRACT_FIELDS[typed.form]) {
    for (const [key, value] of typed.fields) {
      const own = field.kind === 'rows' ? key.startsWith(`${field.key}.`) : key === field.key;
      if (own && value !== '') query.set(`k.${key}`, value);
    }
  }
  return query;
}

function rawOf({ form, fields, ...base }: TypedContract, lang: Lang): Raw {
  const raw: Raw = { payer: base.payer, form };
  const scope = Object.fromEntries(SCOPE.flatMap((key) => (base[key] === '' ? [] : [[key, base[key]]])));
  if (Object.keys(scope).length > 0) raw.scope = scope;
  if (base.year !== '') raw.year = plainNumber(base.year);
  for (const field of CONTRACT_FIELDS[form]) {
    if (field.kind === 'rows') raw[field.key] = linesOf(field, fields, lang);
    else {
      const typed = fields.get(field.key) ?? '';
      if (field.kind === 'choice') raw[field.key] = typed || field.choices?.[0];
      else if (typed !== '') raw[field.key] = readTyped(field, typed, lang);
    }
  }
  if (form === 'mean-per-patient') {
    const { trimLow, trimHigh, ...rest } = raw;
    const cuts = [trimLow, trimHigh].filter((cut) => cut !== undefined);
    return cuts.length === 0 ? rest : { ...rest, trimCents: cuts };
  }
  return raw;
}

/** Lines in which something is typed, in their order. */
function linesOf(field: ContractField, fields: ReadonlyMap<string, string>, lang: Lang): Raw[] {
  const lines: Raw[] = [];
  for (let at = 0; at < MOST_LINES; at += 1) {
    const line: Raw = {};
    for (const cell of field.rows ?? []) {
      const typed = fields.get(`${field.key}.${at}.${cell.key}`) ?? '';
      if (typed !== '') line[cell.key] = readTyped(cell, typed, lang);
    }
    // A choice alone is no line: it always stands on something.
    if ((field.rows ?? []).some((cell) => cell.kind !== 'choice' && cell.key in line)) lines.push(line);
  }
  return lines;
}

export interface ReadContract {
  readonly contract?: Contract;
  readonly faults: readonly ContractFault[];
}

/** The contract typed, or every fault at its field. */
export function readContract(typed: TypedContract, lang: Lang, words: Text['contracts']): ReadContract {
  const raw = rawOf(typed, lang);
  const faults: ContractFault[] = [];
  if (typed.payer === '') {
    faults.push({ field: 'payer', message: fill(words.missing, { label: words.payer }) });
  }
  const { value, issues } = parseScenario({ id: 'contract', contracts: [raw] }, 'contract');
  for (const issue of issues) faults.push(faultOf(issue, typed.form, lang, words));
  const contract = faults.length === 0 ? value?.contracts?.[0] : undefined;
  return contract === undefined ? { faults } : { contract, faults };
}

function faultOf(issue: Issue, form: ContractForm, lang: Lang, words: Text['contracts']): ContractFault {
  const { where = '', key } = (issue.params ?? {}) as Readonly<Record<string, string>>;
  const path = `${where}${key === undefined ? '' : `.${key}`}`
    .replace(/^contracts\[0\]\.?/, '')
    .replace(/\[(\d+)\]/g, '.$1')
    .replace(/^scope\./, '')
    .replace(/^trimCents.*$/, 'trimHigh');
  const label = labelOf(path, form, words);
  const message =
    key === undefined
      ? pageSentence({ ...issue, params: { ...issue.params, where: label } }, lang)
      : fill(words.missing, { label });
  return { field: path, message };
}

function labelOf(path: string, form: ContractForm, words: Text['contracts']): string {
  const [first = '', line, cell] = path.split('.');
  const labels = words.fields as Readonly<Record<string, { readonly label: string }>>;
  const field = CONTRACT_FIELDS[form].find(({ key }) => key === first);
  const own = labels[field?.words ?? first]?.label;
  if (own === undefined) return { payer: words.payer, year: words.year }[first] ?? first;
  if (cell === undefined) return own;
  const inner = field?.rows?.find(({ key }) => key === cell);
  return `${labels[inner?.words ?? cell]?.label ?? cell} (${Number(line) + 1})`;
}
