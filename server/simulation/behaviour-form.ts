/** What is assumed of how people answer to prices, to and from the fields of a page; read by the check of scenario files. */

import { type Behaviour, type Lang, parseScenario } from '../../src/index.ts';
import type { View } from '../../views/view.ts';
import { type FieldWords, formFaults } from './form-faults.ts';
import { numberOf, percent } from './years-form.ts';

export interface TypedBehaviour {
  readonly share: string;
  readonly margin: string;
  readonly elasticity: string;
}

const NAMES = ['share', 'margin', 'elasticity'] as const;

export function typedBehaviour(behaviour: Behaviour | undefined, lang: Lang): TypedBehaviour {
  const { retype, volumeResponse = [] } = behaviour ?? {};
  const all = volumeResponse.find(({ cluster }) => cluster === undefined);
  const plain = (value: number): string =>
    value.toLocaleString(lang === 'nl' ? 'nl-NL' : 'en-GB', { maximumFractionDigits: 6 });
  return {
    share: retype === undefined ? '' : percent(retype.share, lang),
    margin: retype === undefined ? '' : percent(retype.margin, lang),
    elasticity: all === undefined ? '' : plain(all.elasticity),
  };
}

/** @returns undefined where the address says nothing of years and behaviour */
export function behaviourFrom(search: URLSearchParams): TypedBehaviour | undefined {
  if (!search.has('y.count')) return undefined;
  const text = (name: string): string => (search.get(`b.${name}`) ?? '').trim().slice(0, 100);
  return { share: text('share'), margin: text('margin'), elasticity: text('elasticity') };
}

/** For the address: only what is filled in. */
export function behaviourQuery(typed: TypedBehaviour): [string, string][] {
  return NAMES.map((name): [string, string] => [`b.${name}`, typed[name]]).filter(
    ([, value]) => value !== '',
  );
}

/** The behaviour typed, or why it cannot be read. Answers of single clusters stay as the scenario has them. */
export function readBehaviour(
  typed: TypedBehaviour,
  before: Behaviour | undefined,
  view: Pick<View, 't' | 'lang'>,
): { readonly behaviour?: Behaviour; readonly faults: readonly string[] } {
  const part = (text: string): number | string => {
    const value = numberOf(text);
    return typeof value === 'number' ? Number((value / 100).toFixed(10)) : value;
  };
  const special = (before?.volumeResponse ?? []).filter(({ cluster }) => cluster !== undefined);
  const answers = [
    ...(typed.elasticity === '' ? [] : [{ elasticity: numberOf(typed.elasticity) }]),
    ...special,
  ];
  // One without the other is no re-typing: the check says which one is missing.
  const retype = {
    ...(typed.share === '' ? {} : { share: part(typed.share) }),
    ...(typed.margin === '' ? {} : { margin: part(typed.margin) }),
  };
  const raw = {
    ...(Object.keys(retype).length === 0 ? {} : { retype }),
    ...(answers.length === 0 ? {} : { volumeResponse: answers }),
  };
  if (Object.keys(raw).length === 0) return { faults: [] };
  const { value, issues } = parseScenario({ id: 'behaviour', behaviour: raw }, 'behaviour');
  if (value?.behaviour === undefined)
    return { faults: formFaults(issues, (path) => fieldOf(path, view), view) };
  return { behaviour: value.behaviour, faults: [] };
}

function fieldOf(path: string, { t }: Pick<View, 't'>): FieldWords | undefined {
  const words = t.answers;
  const name = /^behaviour\.(?:retype|volumeResponse\[0\])\.(\w+)$/.exec(path)?.[1];
  if (name === 'elasticity') return { label: words.elasticity, hint: words.elasticityMay };
  if (name === 'share') return { label: words.retypeShare, hint: words.shareMay };
  return name === 'margin' ? { label: words.retypeMargin, hint: words.shareMay } : undefined;
}
