/**
 * From typical profiles to the illustrative rule set: coefficients, constants and red rules.
 *
 * A cell of profiles.csv says which severities are typical of an item in a cluster (`2`, `3-4`) and,
 * by its mark, how much that says (profile-marks.csv). It becomes a distribution over severities
 *
 *   q(s) = 0.97 x normalised exp(-distance(s, range)² / (2 spread²)) + 0.03 x reference(s)
 *   p(s) = normalised reference(s)^(1 - weight) x q(s)^weight        (blank cell: p = reference)
 *
 * and coefficient = log p(s) - log reference(s), constant = log assumed share - log P(no red rule).
 * So the softmax of the scores is the posterior probability of each cluster for a case drawn from
 * these profiles, given its supercluster and no red rule: the advice is calibrated by construction.
 */
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { csvHeader, csvRows, DATA_FOLDER, REFERENCE_RATING_SHARES, readRuleTable } from '../../src/index.js';

const SEVERITIES = REFERENCE_RATING_SHARES.length;
/** Keeps every severity possible, so that one odd rating cannot decide alone. */
const FLOOR = 0.03;
/** Digits kept in the files: far finer than anything the profiles claim. */
const DIGITS = 6;
/** The derived files of data/rules/zvt-illustrative, by name. */
export async function deriveIllustrative() {
  const folder = join(DATA_FOLDER, 'rules', 'zvt-illustrative');
  const instruments = join(DATA_FOLDER, 'instruments');
  const [profiles, markTable, exclusionTable, items, superclusters, clusters] = await Promise.all([
    readRuleTable(join(folder, 'profiles.csv')),
    readRuleTable(join(folder, 'profile-marks.csv')),
    readRuleTable(join(folder, 'exclusions.csv')),
    readRuleTable(join(instruments, 'honos-plus.csv')),
    readRuleTable(join(instruments, 'zvt-superclusters.csv')),
    readRuleTable(join(instruments, 'zvt-clusters.csv')),
  ]);
  const marks = new Map(
    records(markTable).map((mark) => [
      mark.mark,
      { weight: Number(mark.weight), spread: Number(mark.spread) },
    ]),
  );
  const itemCodes = records(items).map((item) => item.code);
  const rows = records(profiles);
  const exclusions = records(exclusionTable);
  const coefficients = [];
  const distributions = new Map();
  for (const item of itemCodes) {
    for (const row of rows) distributions.set(`${row.cluster} ${item}`, distribution(row[item], marks));
    REFERENCE_RATING_SHARES.forEach((reference, severity) => {
      for (const row of rows) {
        const p = distributions.get(`${row.cluster} ${item}`)[severity];
        coefficients.push([item, severity, row.cluster, rounded(Math.log(p) - Math.log(reference))]);
      }
    });
  }
  const redRules = [];
  const constants = rows.map((row) => {
    const cluster = row.cluster;
    const own = exclusions
      .filter((entry) => entry.cluster === cluster)
      .flatMap((entry) => {
        const expanded = expand(entry);
        for (const [first, second] of expanded) {
          redRules.push([
            first.item,
            first.severity,
            second?.item ?? '',
            second?.severity ?? '',
            cluster,
            entry.reason,
          ]);
        }
        return expanded;
      });
    const accepted = acceptance(own, (item) => distributions.get(`${cluster} ${item}`));
    return [cluster, rounded(Math.log(Number(row.assumed_share)) - Math.log(accepted))];
  });
  return {
    'items.csv': table(['code', 'label', 'name_nl', 'name_en'], items),
    'superclusters.csv': table(['code', 'name_nl', 'name_en'], superclusters),
    'clusters.csv': clusterFile(clusters),
    'coefficients.csv': csv(['item', 'severity', 'cluster', 'coefficient'], coefficients),
    'constants.csv': csv(['cluster', 'constant'], constants),
    'red-rules.csv': csv(['item', 'severity', 'item2', 'severity2', 'cluster', 'reason'], redRules),
  };
}
/** P(rating = severity) that a cell such as `3-4!` stands for. */
function distribution(cell, marks) {
  if (cell === '') return REFERENCE_RATING_SHARES;
  const match = /^([0-4])(?:-([0-4]))?(\D?)$/.exec(cell);
  const mark = match === null ? undefined : marks.get(match[3]);
  if (match === null || mark === undefined) throw new Error(`profiles.csv: no meaning for the cell ${cell}`);
  const low = Number(match[1]);
  const high = Number(match[2] ?? match[1]);
  const bell = normalised(
    REFERENCE_RATING_SHARES.map((_, s) => {
      const distance = Math.max(low - s, s - high, 0);
      return Math.exp(-(distance ** 2) / (2 * mark.spread ** 2));
    }),
  );
  return normalised(
    REFERENCE_RATING_SHARES.map((reference, s) => {
      const q = (1 - FLOOR) * bell[s] + FLOOR * reference;
      return reference ** (1 - mark.weight) * q ** mark.weight;
    }),
  );
}
/** One rule per exact severity (or pair of them), as the red list wants it. */
function expand(entry) {
  const first = severitiesOf(entry.severities).map((severity) => ({ item: entry.item, severity }));
  if (entry.item2 === '') return first.map((one) => [one]);
  const second = severitiesOf(entry.severities2).map((severity) => ({ item: entry.item2, severity }));
  return first.flatMap((one) => second.map((two) => [one, two]));
}
function severitiesOf(range) {
  const [low, high = low] = range.split('-').map(Number);
  return Array.from({ length: high - low + 1 }, (_, at) => low + at);
}
/** Probability that a case of the profile meets no exclusion: all combinations of the items they name. */
function acceptance(exclusions, of) {
  const items = [...new Set(exclusions.flatMap((exclusion) => exclusion.map((part) => part.item)))];
  let accepted = 0;
  for (let combination = 0; combination < SEVERITIES ** items.length; combination++) {
    const severity = new Map(
      items.map((item, at) => [item, Math.floor(combination / SEVERITIES ** at) % SEVERITIES]),
    );
    if (exclusions.some((parts) => parts.every((part) => severity.get(part.item) === part.severity)))
      continue;
    accepted += items.reduce((product, item) => product * of(item)[severity.get(item)], 1);
  }
  return accepted;
}
function clusterFile(clusters) {
  const keys = [
    'number',
    'supercluster',
    'name_nl',
    'name_en',
    'review_length',
    'review_unit',
    'name_nl_origin',
  ];
  return csv(
    ['code', ...keys],
    records(clusters).map((row) => [`ZT${row.number.padStart(2, '0')}`, ...keys.map((key) => row[key])]),
  );
}
function normalised(weights) {
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  return weights.map((weight) => weight / total);
}
function rounded(value) {
  const result = Number(value.toFixed(DIGITS));
  return result === 0 ? 0 : result;
}
function records(parsed) {
  return parsed.rows.map((row) => Object.fromEntries(parsed.header.map((key, at) => [key, row[at]])));
}
function table(keys, from) {
  return csv(
    keys,
    records(from).map((row) => keys.map((key) => row[key])),
  );
}
function csv(keys, rows) {
  return csvHeader(keys) + csvRows(rows);
}
/** Run by `npm run data:rules`: writes only files that changed. */
async function main() {
  for (const [name, text] of Object.entries(await deriveIllustrative())) {
    const path = join(DATA_FOLDER, 'rules', 'zvt-illustrative', name);
    if ((await readFile(path, 'utf8').catch(() => '')) !== text) await writeFile(path, text);
  }
}
if (process.argv[1] === import.meta.filename) await main();
