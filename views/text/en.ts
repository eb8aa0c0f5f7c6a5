/** All words of the pages in English. */

import { access } from './en/access.ts';
import { answers } from './en/answers.ts';
import { audit } from './en/audit.ts';
import { benchmark } from './en/benchmark.ts';
import { clusters } from './en/clusters.ts';
import { columns } from './en/columns.ts';
import { contracts } from './en/contracts.ts';
import { data } from './en/data.ts';
import { evidence } from './en/evidence.ts';
import { factors } from './en/factors.ts';
import { form } from './en/form.ts';
import { gaps } from './en/gaps.ts';
import { lapsed } from './en/lapsed.ts';
import { manual } from './en/manual.ts';
import { method } from './en/method.ts';
import { network } from './en/network.ts';
import { overview } from './en/overview.ts';
import { refusals } from './en/refusals.ts';
import { rules } from './en/rules.ts';
import { scenarios } from './en/scenarios.ts';
import { shell } from './en/shell.ts';
import { shipped } from './en/shipped.ts';
import { simulation } from './en/simulation.ts';
import { terms } from './en/terms.ts';
import type { Text } from './nl.ts';

export const en: Text = {
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
