/** All words of the pages in Dutch, the default language. English has the same keys (kept by the type and a test). */

import { access } from './nl/access.ts';
import { answers } from './nl/answers.ts';
import { audit } from './nl/audit.ts';
import { benchmark } from './nl/benchmark.ts';
import { clusters } from './nl/clusters.ts';
import { columns } from './nl/columns.ts';
import { contracts } from './nl/contracts.ts';
import { data } from './nl/data.ts';
import { evidence } from './nl/evidence.ts';
import { factors } from './nl/factors.ts';
import { form } from './nl/form.ts';
import { gaps } from './nl/gaps.ts';
import { lapsed } from './nl/lapsed.ts';
import { manual } from './nl/manual.ts';
import { method } from './nl/method.ts';
import { network } from './nl/network.ts';
import { overview } from './nl/overview.ts';
import { refusals } from './nl/refusals.ts';
import { rules } from './nl/rules.ts';
import { scenarios } from './nl/scenarios.ts';
import { shell } from './nl/shell.ts';
import { shipped } from './nl/shipped.ts';
import { simulation } from './nl/simulation.ts';
import { terms } from './nl/terms.ts';

export const nl = {
  audit,
  access,
  lapsed,
  shell,
  overview,
  data,
  clusters,
  form,
  gaps,
  shipped,
  simulation,
  benchmark,
  network,
  terms,
  evidence,
  manual,
  method,
  refusals,
  rules,
  columns,
  scenarios,
  contracts,
  factors,
  answers,
};

/** Same keys and same kinds, other words. */
type Words<T> = { readonly [K in keyof T]: T[K] extends string ? string : Words<T[K]> };
export type Text = Words<typeof nl>;
