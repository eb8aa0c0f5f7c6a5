/** All words of the pages in English. */

import { clusters } from './en/clusters.ts';
import { data } from './en/data.ts';
import { method } from './en/method.ts';
import { overview } from './en/overview.ts';
import { shell } from './en/shell.ts';
import type { Text } from './nl.ts';

export const en: Text = { shell, overview, data, clusters, method };
