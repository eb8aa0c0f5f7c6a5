/**
 * A case file becomes a data set: read and checked, scored, stored in one transaction. Invariant:
 * what is refused leaves nothing behind, neither rows nor a rejects file.
 */

import { randomBytes } from 'node:crypto';
import { rename, rm } from 'node:fs/promises';
import {
  type ByteSource,
  CASE_COLUMNS,
  type CaseReader,
  type CaseTable,
  type Column,
  concatTables,
  IssueCollector,
  type Lang,
  machineFault,
  openCases,
  pseudonymKey,
  refuse,
  rejectsCsvFile,
} from '../src/index.ts';
import type { DataSet, Recognised } from '../views/model.ts';
import { asPeriods, reviewFacts } from './assessment-facts.ts';
import { headOptions, type ImportOptions } from './import-options.ts';
import type { Progress } from './jobs.ts';
import { pageSentence } from './page-sentences.ts';
import { bookFingerprint, newestSet } from './rule-book.ts';
import { scoreInTurns } from './score-in-turns.ts';
import type { Services } from './services.ts';
import { addDataSet, type NewDataSet } from './store/data-sets.ts';
import { correctionsOf, rememberedMap } from './store/mappings.ts';

export interface ImportRequest {
  readonly id: string;
  readonly source: ByteSource;
  readonly name: string;
  readonly origin: DataSet['origin'];
  readonly options: ImportOptions;
  readonly lang: Lang;
  /** ISO day on which the data set is deleted. */
  readonly deleteOn?: string;
  /** Who brings it: a user's id, or the program. */
  readonly by: string;
  /** The data set that was made of this file before. */
  readonly replaces?: string;
}

/** Where each phase begins and ends in the whole, as measured on a million rows. */
const SHARES = { reading: [0, 0.6], typing: [0.6, 0.7], storing: [0.7, 1] } as const;

const ALL_COLUMNS = CASE_COLUMNS.map((column) => column.name);
const RATINGS = ALL_COLUMNS.filter((name) => name.startsWith('hv'));

/** @throws Refusal when the file cannot be used */
export async function importFile(
  services: Services,
  request: ImportRequest,
  report: (progress: Progress) => void,
  signal: AbortSignal,
): Promise<void> {
  const { id, lang } = request;
  const rejectsPath = services.home.rejectsFile(id);
  const rejectsPart = `${services.home.uploadFile(id)}.rejects.csv`;
  const rejects = rejectsCsvFile(rejectsPart, lang);
  try {
    await services.rules.refresh();
    const book = services.rules.book();
    let rejected = 0;
    let most = 0;
    const tell = (phase: Progress['phase'], part: number | undefined): void => {
      const [from, until] = SHARES[phase];
      const share = part === undefined ? {} : { share: from + part * (until - from) };
      report({ phase, rowsRead: most, issues: rejected, ...share });
    };
    const { institution = '', whole, map, assessments, pseudonymise } = request.options;
    const key = pseudonymise
      ? { pseudonymiseWith: await pseudonymKey(services.home.folder, randomBytes) }
      : {};
    const options = { ...headOptions(request.options), ...key };
    // What the reader would recognise by itself: corrections are remembered against it.
    const automatic = await openCases(request.source, { ...options, uses: [] });
    const remembered = whole
      ? {}
      : await rememberedMap(services.engine, institution, automatic.header, automatic.mapping);
    const reader = await openCases(request.source, {
      ...options,
      ...(assessments ? { assessments } : {}),
      map: { ...remembered, ...map },
      uses: ALL_COLUMNS,
      // A file must be good for at least one of the three questions.
      requires: [[...RATINGS, 'chosen_cluster', 'pre']],
      extra: ['*'],
      codebook: services.workspace.codebook(book),
      rejects: {
        write: (cell) => {
          rejected += 1;
          rejects.write(cell);
        },
      },
      onProgress: ({ rows, bytes, totalBytes }) => {
        // A file is gone through twice; the count of rows must not seem to fall.
        most = Math.max(most, rows);
        tell('reading', totalBytes === undefined ? undefined : Math.min(1, bytes / totalBytes));
      },
    });
    const rows = await readAll(reader, signal);
    const read = reader.report();
    if (rows.n === 0) throw refuse('no-usable-rows');
    const { table, issues: doubled } = assessments
      ? asPeriods(rows, reader.mapping)
      : { table: rows, issues: [] };
    const scores = await scoreInTurns(book, table, (rows) => {
      signal.throwIfAborted();
      tell('typing', rows / table.n);
    });
    const reviews = assessments ? reviewFacts(table, book, scores) : undefined;
    const found = new IssueCollector();
    found.addAll([...doubled, ...(reviews?.issues ?? [])]);
    const findings = (lang: Lang) => [
      ...read.issues(lang, pageSentence),
      ...found.summaries(lang, pageSentence),
    ];
    await rejects.close();
    signal.throwIfAborted();
    tell('storing', 0);
    if (read.rows.rejected > 0) await rename(rejectsPart, rejectsPath);
    const added: NewDataSet = {
      facts: {
        id,
        name: request.name,
        origin: request.origin,
        createdAt: services.now().toISOString(),
        ...(request.deleteOn === undefined ? {} : { deleteOn: request.deleteOn }),
        sha256: read.input.sha256,
        bytes: request.source.size ?? 0,
        rows: read.rows,
        ...factsOf(table),
      },
      table,
      scores,
      rules: newestSet(book),
      fingerprint: bookFingerprint(book),
      clusters: book.clusters.length,
      by: request.by,
      issues: {
        nl: findings('nl'),
        en: findings('en'),
      },
      recognised: {
        ...recognisedOf(reader),
        ...(reviews === undefined ? {} : { assessments: reviews.result }),
        ...(pseudonymise ? { pseudonymised: true } : {}),
      },
      choice: {
        institution,
        corrections: correctionsOf(
          Object.fromEntries(Object.keys(map).map((name) => [name, headerOf(reader, name)])),
          automatic.mapping,
        ),
        headers: whole ? automatic.header : [],
      },
      ...(request.replaces === undefined ? {} : { replaces: request.replaces }),
    };
    await addDataSet(services.engine, added, (share) => tell('storing', share));
    await services.refreshDataSets();
  } catch (error) {
    await rm(rejectsPath, { force: true });
    throw machineFault(error);
  } finally {
    await rejects.close().catch(() => undefined);
    await rm(rejectsPart, { force: true });
  }
}

/** As the file has it; '' where the column is not read. */
function headerOf(reader: CaseReader, canonical: string): string {
  return [...reader.mapping.columns].find(([name]) => name === canonical)?.[1].header ?? '';
}

async function readAll(reader: CaseReader, signal: AbortSignal): Promise<CaseTable> {
  const batches: CaseTable[] = [];
  for await (const batch of reader.batches()) {
    signal.throwIfAborted();
    batches.push(batch);
    // The server answers other requests between batches.
    await new Promise(setImmediate);
  }
  return concatTables(batches);
}

function recognisedOf(reader: CaseReader): Recognised {
  const { format } = reader.report();
  const columns = [...reader.mapping.columns]
    .sort(([, a], [, b]) => a.index - b.index)
    .map(([canonical, { header, by }]) => ({ header, canonical, by }));
  const notations = (record: Readonly<Record<string, string>>): string =>
    [...new Set(Object.values(record))].join(', ');
  const dates = notations(format.dates);
  const decimal = notations(format.decimals);
  return {
    columns,
    other: reader.mapping.plain.map(({ header }) => header),
    ...(format.delimiter === undefined
      ? {}
      : { delimiter: format.delimiter === '\t' ? 'tab' : format.delimiter }),
    ...(format.encoding === undefined ? {} : { encoding: format.encoding }),
    ...(dates === '' ? {} : { dates }),
    ...(decimal === '' ? {} : { decimal }),
  };
}

const BLANK_DAY = -2147483648;

/** Period, patients and members of a table. */
function factsOf(table: CaseTable): Pick<DataSet, 'firstDay' | 'lastDay' | 'patients' | 'members'> {
  let first = Number.POSITIVE_INFINITY;
  let last = Number.NEGATIVE_INFINITY;
  for (const name of ['start', 'end', 'date']) {
    const column = table.columns.get(name);
    if (column?.kind !== 'day') continue;
    for (const value of column.values) {
      if (value === BLANK_DAY) continue;
      if (value < first) first = value;
      if (value > last) last = value;
    }
  }
  return {
    ...(Number.isFinite(first) ? { firstDay: first, lastDay: last } : {}),
    patients: distinct(table.columns.get('patient')) ?? table.n,
    members: distinct(table.columns.get('member')) ?? 0,
  };
}

function distinct(column: Column | undefined): number | undefined {
  if (column?.kind !== 'text') return undefined;
  const seen = new Uint8Array(column.words.length);
  let count = 0;
  for (const code of column.codes) {
    if (code >= 0 && seen[code] === 0) {
      seen[code] = 1;
      count += 1;
    }
  }
  return count;
}
