/**
 * Which columns a command's table gets, and how each cell is checked.
 * Invariant: columns in use are stored and a fault there rejects the row; other known columns are
 * only looked at, and a fault there is a warning.
 */

import { refuse } from '../issue/refusal.ts';
import type { CanonicalColumn } from '../model/case-table.ts';
import { type CaseColumnKind, caseColumn, knownHeader } from './case-columns.ts';
import {
  type CellReader,
  checkDay,
  checkNumber,
  DayReader,
  NumberReader,
  RatingReader,
  TextReader,
} from './cell-readers.ts';
import { type ColumnMapping, canonicalOf, findHeader } from './column-map.ts';
import { NOT_A_RATING, parseRating } from './parse-rating.ts';
import type { ClusterWords, ReadCasesOptions } from './read-options.ts';
import type { Notations } from './survey.ts';

/** A column of the table. Index -1: the file has none and the reader fills it. */
export interface PlannedColumn {
  readonly name: string;
  readonly header: string;
  readonly index: number;
  readonly reader: CellReader;
}

/** A known column that is not in use: a fault there is a warning. */
export interface CheckedColumn {
  readonly header: string;
  readonly index: number;
  readonly kind: CaseColumnKind;
  readonly fault: (cell: string) => string | undefined;
}

export interface ReadPlan {
  /** Read first: they may reject the row. */
  readonly checked: readonly PlannedColumn[];
  /** Text as it stands, coded once the row is accepted. */
  readonly texts: readonly PlannedColumn[];
  readonly others: readonly CheckedColumn[];
  readonly days: {
    readonly start?: DayReader;
    readonly end?: DayReader;
    readonly date?: DayReader;
    readonly all: readonly DayReader[];
  };
}

/** Canonical columns in use: those asked for, and those meant by an `extra` header. */
export function usedColumns(
  header: readonly string[],
  mapping: ColumnMapping,
  options: Pick<ReadCasesOptions, 'uses' | 'extra'>,
): ReadonlySet<CanonicalColumn> {
  const used = new Set(options.uses.flatMap((name) => caseColumn(name)?.name ?? []));
  for (const wanted of options.extra ?? []) {
    const name = canonicalOf(header, mapping, wanted);
    if (name !== undefined && mapping.columns.has(name)) used.add(name);
  }
  return used;
}

/** Plain columns wanted by `extra`, under their header. One that is named like a used column is left out. */
function extraColumns(
  header: readonly string[],
  mapping: ColumnMapping,
  used: ReadonlySet<string>,
  extra: readonly string[],
): { header: string; index: number }[] {
  const wanted = new Set(extra.filter((name) => name !== '*').map((name) => findHeader(header, name)));
  return mapping.plain.filter(
    (column) => (extra.includes('*') || wanted.has(column.index)) && !used.has(column.header),
  );
}

/** @throws Refusal `supercluster-fill-unknown` (exit 2) */
export function planRead(
  header: readonly string[],
  mapping: ColumnMapping,
  notations: Notations,
  options: ReadCasesOptions,
): ReadPlan {
  const used = usedColumns(header, mapping, options);
  const checked: PlannedColumn[] = [];
  const texts: PlannedColumn[] = [];
  const others: CheckedColumn[] = [];
  for (const [name, { header: written, index }] of mapping.columns) {
    const { kind } = caseColumn(name)!;
    if (!used.has(name)) {
      const fault = otherCheck(kind, options.codebook);
      if (fault !== undefined) others.push({ header: written, index, kind, fault });
      continue;
    }
    const planned = { name, header: written, index, reader: readerFor(name, kind, notations, options) };
    (kind === 'text' ? texts : checked).push(planned);
  }
  if (
    options.supercluster !== undefined &&
    used.has('supercluster') &&
    !mapping.columns.has('supercluster')
  ) {
    const reader = readerFor('supercluster', 'supercluster', notations, options);
    checked.push({ name: 'supercluster', header: 'supercluster', index: -1, reader });
  }
  for (const { header: written, index } of extraColumns(header, mapping, used, options.extra ?? [])) {
    texts.push({ name: written, header: written, index, reader: new TextReader({}) });
  }
  return { checked, texts, others, days: dayReaders(checked) };
}

function dayReaders(checked: readonly PlannedColumn[]): ReadPlan['days'] {
  const reader = (name: string): DayReader | undefined => {
    const found = checked.find((column) => column.name === name)?.reader;
    return found instanceof DayReader ? found : undefined;
  };
  const [start, end, date] = [reader('start'), reader('end'), reader('date')];
  return {
    ...(start === undefined ? {} : { start }),
    ...(end === undefined ? {} : { end }),
    ...(date === undefined ? {} : { date }),
    all: [start, end, date].filter((each) => each !== undefined),
  };
}

function readerFor(
  name: CanonicalColumn,
  kind: CaseColumnKind,
  notations: Notations,
  { codebook, supercluster }: ReadCasesOptions,
): CellReader {
  switch (kind) {
    case 'rating':
      return new RatingReader();
    case 'day':
      return new DayReader(notations.dates.get(name)!);
    case 'number':
    case 'amount':
      return new NumberReader(notations.decimals.get(name)!, minimumOf(kind));
    case 'cluster':
      return new TextReader({ lookup: codebook?.cluster, fault: 'unknown-cluster' });
    case 'supercluster':
      return new TextReader({
        lookup: codebook?.supercluster,
        fault: 'unknown-supercluster',
        blank: superclusterFill(supercluster, codebook),
      });
    case 'text':
      return new TextReader({});
  }
}

function superclusterFill(fill: string | undefined, codebook: ClusterWords | undefined): string | undefined {
  if (fill === undefined || codebook === undefined) return fill;
  const code = codebook.supercluster(fill);
  if (code === undefined) {
    throw refuse('supercluster-fill-unknown', { allowed: allowedIn(codebook, 'unknown-supercluster') }, 2);
  }
  return code;
}

/** What a sentence on an unknown code names as allowed. */
export function allowedIn(codebook: ClusterWords | undefined, fault: string): string {
  const codes = fault === 'unknown-cluster' ? codebook?.clusterCodes : codebook?.superclusterCodes;
  return codes?.join(', ') ?? '`zorgcluster rules show`';
}

function minimumOf(kind: CaseColumnKind): number {
  return kind === 'amount' ? 0 : Number.NEGATIVE_INFINITY;
}

/** Not in use, so its notation was not settled: a cell is faulty when no notation reads it. */
function otherCheck(
  kind: CaseColumnKind,
  codebook: ClusterWords | undefined,
): ((cell: string) => string | undefined) | undefined {
  switch (kind) {
    case 'rating':
      return (cell) => (parseRating(cell) === NOT_A_RATING ? 'rating-not-allowed' : undefined);
    case 'number':
    case 'amount':
      return (cell) => {
        const likely = cell.includes(',') ? ',' : '.';
        const fault = faultOf(checkNumber(cell, likely, minimumOf(kind)));
        // The other sign is tried only where this one fails.
        if (fault !== 'number-other-decimal') return fault;
        return faultOf(checkNumber(cell, likely === ',' ? '.' : ',', minimumOf(kind)));
      };
    case 'day':
      return (cell) => {
        const day = checkDay(cell, 'dmy');
        return day === 'date-other-order' ? faultOf(checkDay(cell, 'mdy')) : faultOf(day);
      };
    case 'cluster':
      return codebook && ((cell) => (codebook.cluster(cell) === undefined ? 'unknown-cluster' : undefined));
    case 'supercluster':
      return (
        codebook &&
        ((cell) => (codebook.supercluster(cell) === undefined ? 'unknown-supercluster' : undefined))
      );
    case 'text':
      return undefined;
  }
}

function faultOf(outcome: number | string): string | undefined {
  return typeof outcome === 'string' ? outcome : undefined;
}

/** Whether a header means something to the contract or to this command; settles the delimiter. */
export function knows(options: ReadCasesOptions): (header: string) => boolean {
  const asked = [...Object.values(options.map ?? {}), ...(options.extra ?? [])];
  return (header) => knownHeader(header) !== undefined || findHeader(asked, header) >= 0;
}
