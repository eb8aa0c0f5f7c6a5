/**
 * One's own contribution from a data set: the rows the command line would read, under the agreed names, to
 * the library's one road through gate and ledger. Invariant: nothing here makes a sum or lets one go.
 */

import { randomBytes } from 'node:crypto';
import {
  type BenchmarkDesign,
  type CaseTable,
  type ColumnMapping,
  type ContributionPreview,
  columnKey,
  contribute,
  convertScores,
  type MakeContribution,
  memberNameOf,
  previewContribution,
  refuse,
  releaseContribution,
  textColumn,
  underAgreedNames,
} from '../../src/index.ts';
import type { Recognised } from '../../views/model.ts';
import { pickRows } from '../benchmark/pick-rows.ts';
import type { Services } from '../services.ts';
import type { Loaded } from '../workspace.ts';
import type { Network } from './network.ts';

/** What the form asks for. */
export interface ContributionRequest {
  readonly dataSet: string;
  /** Name of a design of the data folder. */
  readonly design: string;
  /** Name to contribute under; of a file of several members the one whose rows are meant. */
  readonly member: string;
}

/** What the comparison may read of a row, as on the command line. */
const COLUMNS = [
  ...['patient', 'episode', 'member', 'instrument', 'cost', 'pre', 'post', 'start', 'end'],
  ...['bed_days', 'minutes', 'rom_status', 'pre_date', 'post_date'],
];

/** @throws Refusal as `contribute` and the ledger do, and those of the request itself */
export async function previewOwn(
  services: Services,
  network: Network,
  request: ContributionRequest,
): Promise<ContributionPreview> {
  return previewContribution(services.home.folder, randomBytes, await makerOf(services, network, request));
}

/**
 * Lets go what was looked at, and nothing else.
 * @param expected hash of what the page showed
 * @returns name of the file kept
 * @throws Refusal `contribution-changed` where it would be another now; nothing has left
 */
export async function releaseOwn(
  services: Services,
  network: Network,
  request: ContributionRequest,
  expected: string,
): Promise<string> {
  let name = '';
  const make = await makerOf(services, network, request);
  await releaseContribution(services.home.folder, randomBytes, make, async ({ document, text }) => {
    if (document.sha256 !== expected) throw refuse('contribution-changed');
    name = await network.keepOwn(document, text);
  });
  return name;
}

async function makerOf(
  services: Services,
  network: Network,
  { dataSet, design: name, member }: ContributionRequest,
): Promise<MakeContribution> {
  const design = await network.design(name);
  const loaded = await services.workspace.load(dataSet);
  const own = ownRows(loaded, design, member);
  const conversion = await conversionOf(network, design);
  const table =
    conversion === undefined ? own.table : convertScores(own.table, conversion, design.instrument);
  const { synthetic, issues } = loaded.dataSet;
  return (withholdCounts) =>
    contribute(underAgreedNames(table, design, own.key), {
      memberName: own.member,
      design,
      rows: own.rows,
      hasIssues: issues.nl.length > 0,
      synthetic,
      withholdCounts,
      ...(conversion === undefined ? {} : { conversion: conversion.id }),
    });
}

async function conversionOf(network: Network, { conversion: wanted }: BenchmarkDesign) {
  if (wanted === undefined) return undefined;
  const tables = (await network.conversions()).flatMap((each) => ('value' in each ? [each.value] : []));
  const found = tables.find(({ id }) => id === wanted || id.split('#')[0] === wanted);
  if (found === undefined) throw refuse('conversion-unknown', { wanted });
  return found;
}

interface OwnRows {
  readonly table: CaseTable;
  readonly member: string;
  readonly rows: { readonly read: number; readonly used: number; readonly rejected: number };
  readonly key: (name: string) => string;
}

/** The rows of one member. Of a file of several only where every row of it could be read. */
function ownRows({ table, dataSet }: Loaded, design: BenchmarkDesign, asked: string): OwnRows {
  const mapping = mappingOf(dataSet.recognised);
  const key = (name: string) => columnKey(mapping, name);
  const { outcome, duration, adjust } = design;
  const agreed = [outcome, duration, ...adjust.map(({ column }) => column)];
  const names = new Set([...COLUMNS, ...agreed.flatMap((name) => (name === undefined ? [] : [key(name)]))]);
  const member = textColumn(table, 'member');
  const found = new Set(member?.codes.filter((code) => code >= 0));
  const given = asked.trim() === '' ? undefined : asked.trim();
  const pick = (rows: readonly number[]) => pickRows(table, rows, names);
  const all = Array.from({ length: table.n }, (_, row) => row);
  if (member === undefined || found.size < 2) {
    return { table: pick(all), member: memberNameOf(table, 'member', given), rows: dataSet.rows, key };
  }
  const { rejected } = dataSet.rows;
  if (rejected > 0) throw refuse('member-rows-rejected', { found: found.size, rejected });
  const code = given === undefined ? -1 : member.words.indexOf(given);
  if (given === undefined || !found.has(code)) throw refuse('member-unknown');
  const rows = all.filter((row) => member.codes[row] === code);
  return {
    table: pick(rows),
    member: given,
    rows: { read: rows.length, used: rows.length, rejected: 0 },
    key,
  };
}

/** Columns as the reader took them, in the shape its own look-up wants. */
function mappingOf({ columns, other }: Recognised): ColumnMapping {
  return {
    columns: new Map(
      columns.map(({ canonical, header, by }, index) => [
        canonical as Parameters<ColumnMapping['columns']['get']>[0],
        { header, by, index },
      ]),
    ),
    plain: other.map((header, at) => ({ header, index: columns.length + at })),
    warnings: [],
  };
}

/** Names of members in a data set, by name. */
export function membersIn({ table }: Loaded): string[] {
  const member = textColumn(table, 'member');
  if (member === undefined) return [];
  const used = new Set(member.codes);
  return member.words.filter((_, code) => used.has(code)).sort((a, b) => a.localeCompare(b, 'nl'));
}
