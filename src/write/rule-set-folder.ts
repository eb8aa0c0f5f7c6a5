/** A rule set as a folder of small files, whole or absent: written beside its place, then renamed. */

import { mkdir, rename, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { refuse } from '../issue/refusal.ts';
import type { Cell } from '../model/figure.ts';
import type { RuleSet } from '../model/rule-set.ts';
import { loadRuleSet } from '../read/rule-set-folder.ts';
import { sameRuleSet } from '../rules/canonical.ts';
import { csvHeader, csvRows } from './csv.ts';

const ID = /^[A-Za-z0-9][\w-]{0,63}$/;

/** The files of a rule set, by name, as text: what `saveRuleSet` writes and what ships in data/rules. */
export function ruleSetFiles(set: RuleSet): Record<string, string> {
  const { severities, clusters, items } = set;
  const head = {
    id: set.id,
    title: set.title,
    status: set.status,
    source: set.source,
    ...(set.validFrom === undefined ? {} : { validFrom: set.validFrom }),
    maxMissing: set.maxMissing,
    severities,
  };
  const coefficients: Cell[][] = [];
  items.forEach((item, i) => {
    for (let s = 0; s < severities; s++) {
      clusters.forEach((cluster, k) => {
        coefficients.push([
          item.code,
          s,
          cluster.code,
          set.coefficients[(i * severities + s) * clusters.length + k]!,
        ]);
      });
    }
  });
  return {
    'rule-set.json': `${JSON.stringify(head, null, 2)}\n`,
    'items.csv': csv(
      ['code', 'label', 'name_nl', 'name_en'],
      items.map((item) => [item.code, item.label, item.name.nl, item.name.en]),
    ),
    'superclusters.csv': csv(
      ['code', 'name_nl', 'name_en'],
      set.superclusters.map((group) => [group.code, group.name.nl, group.name.en]),
    ),
    'clusters.csv': csv(
      ['code', 'number', 'supercluster', 'name_nl', 'name_en', 'review_length', 'review_unit'],
      clusters.map((cluster) => [
        cluster.code,
        cluster.number,
        cluster.supercluster,
        cluster.name.nl,
        cluster.name.en,
        cluster.reviewTerm?.length ?? null,
        cluster.reviewTerm?.unit ?? null,
      ]),
    ),
    'coefficients.csv': csv(['item', 'severity', 'cluster', 'coefficient'], coefficients),
    'constants.csv': csv(
      ['cluster', 'constant'],
      clusters.map((cluster, k) => [cluster.code, set.constants[k]!]),
    ),
    'red-rules.csv': csv(
      ['item', 'severity', 'item2', 'severity2', 'cluster'],
      set.redRules.map((rule) => [
        items[rule.item]!.code,
        rule.severity,
        rule.item2 === undefined ? null : items[rule.item2]!.code,
        rule.severity2 ?? null,
        clusters[rule.cluster]!.code,
      ]),
    ),
  };
}

function csv(keys: readonly string[], rows: readonly (readonly Cell[])[]): string {
  return csvHeader(keys) + csvRows(rows);
}

/**
 * Keeps a rule set under `home`/rules/ID (folders 0700, files 0600). The same set again is no fault
 * and changes nothing; another set under the id is refused unless `replace`.
 * @returns whether anything was written
 * @throws Refusal `rules-id`, `rules-id-taken`
 */
export async function saveRuleSet(
  home: string,
  set: RuleSet,
  options: { readonly replace?: boolean } = {},
): Promise<boolean> {
  if (!ID.test(set.id)) throw refuse('rules-id', {}, 2);
  const place = join(home, 'rules');
  const folder = join(place, set.id);
  const { value: present, issues } = await loadRuleSet(folder);
  if (present !== undefined && sameRuleSet(present, set)) return false;
  const taken = present !== undefined || issues.some((issue) => issue.code !== 'rules-folder');
  if (taken && options.replace !== true) throw refuse('rules-id-taken', { id: set.id });

  await mkdir(place, { recursive: true, mode: 0o700 });
  // The dot keeps a half-written folder out of every listing.
  const temporary = join(place, `.${set.id}.${process.pid}.tmp`);
  await rm(temporary, { recursive: true, force: true });
  try {
    await mkdir(temporary, { mode: 0o700 });
    for (const [name, text] of Object.entries(ruleSetFiles(set))) {
      await writeFile(join(temporary, name), text, { mode: 0o600 });
    }
    await replaceFolder(temporary, folder);
  } finally {
    await rm(temporary, { recursive: true, force: true });
  }
  return true;
}

/** A full folder cannot be renamed over: the old one steps aside first, and comes back if the new one cannot. */
async function replaceFolder(from: string, to: string): Promise<void> {
  const aside = `${from}.old`;
  await rm(aside, { recursive: true, force: true });
  const moved = await rename(to, aside).then(
    () => true,
    (error: NodeJS.ErrnoException) => {
      if (error.code === 'ENOENT') return false;
      throw error;
    },
  );
  try {
    await rename(from, to);
  } catch (error) {
    if (moved) await rename(aside, to);
    throw error;
  }
  await rm(aside, { recursive: true, force: true });
}
