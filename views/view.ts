/** What every page is given: language and texts, where it stands, which data sets there are. */

import type { Lang } from '../src/index.ts';
import type { DataSet } from './model.ts';
import { en } from './text/en.ts';
import { nl, type Text } from './text/nl.ts';

export type AssetName = 'style.css' | 'app.js' | 'tools.js' | 'sheet.js' | 'htmx.js';
export type Section =
  | 'overview'
  | 'data'
  | 'clusters'
  | 'form'
  | 'simulation'
  | 'benchmark'
  | 'network'
  | 'method';

export interface View {
  readonly lang: Lang;
  readonly t: Text;
  /** Path and query of this page, without the language. */
  readonly path: string;
  readonly asset: (name: AssetName) => string;
  readonly dataSets: readonly DataSet[];
  /** The data set that the page is about, or the one that the navigation leads to. */
  readonly current: DataSet | undefined;
  /** Who looks; `nobody` before signing in. */
  readonly user: { readonly name: string; readonly role: 'nobody' | 'viewer' | 'analyst' | 'administrator' };
  /** May load, change and delete data, and see single cases: an analyst or an administrator. */
  readonly mayEdit: boolean;
  /** May manage rule sets, users and settings. */
  readonly mayAdminister: boolean;
  /** Seconds after which the page looks again by itself; for work under way. */
  readonly refresh?: number;
}

const TEXTS: Readonly<Record<Lang, Text>> = { nl, en };

export function textOf(lang: Lang): Text {
  return TEXTS[lang];
}

/** The page in another language: the same address with `lang`. */
export function inLanguage(path: string, lang: Lang): string {
  const url = new URL(path, 'http://localhost');
  url.searchParams.set('lang', lang);
  return `${url.pathname}${url.search}`;
}
