/**
 * Official tables on their way in: read once, shown with their mapping, stored when the user says so.
 * Invariants: they hold rules and no patient; the files themselves are removed as soon as they are
 * read; the oldest import makes room for a new one.
 */

import { rm } from 'node:fs/promises';
import {
  BUNDLED_RULE_SET,
  dayFromIso,
  fileSource,
  type ImportedRuleSet,
  type ImportOptions,
  type Issue,
  importRuleFiles,
  type RuleFile,
  type RuleFileKind,
  type RuleSet,
  readRuleFiles,
  readSchemeDefaults,
  refuse,
  saveRuleSet,
} from '../src/index.ts';
import { type ReceivedFiles, receiveFiles } from './form.ts';
import type { Services } from './services.ts';

const RULE_FILE_KINDS: readonly RuleFileKind[] = [
  'workbook',
  'coefficients',
  'constants',
  'redRules',
  'superclusters',
];

/** Tables of rules are small; the reader's own limit is the same. */
const LIMIT_BYTES = 64 * 1024 * 1024;
const MOST_WAITING = 5;

export interface WaitingImport {
  readonly files: { readonly [K in RuleFileKind]?: RuleFile };
  /** Names of the files, as the source where the user gives none. */
  readonly names: string;
  /** Faults of the files themselves; then there is nothing to build from. */
  readonly unread: readonly Issue[];
}

export interface RuleImports {
  /** Receives the form of the accountability page. @throws Refusal `rules-upload-empty`, `upload-…` */
  receive(request: Request): Promise<string>;
  get(id: string): WaitingImport | undefined;
  forget(id: string): void;
}

export function createRuleImports(services: Pick<Services, 'home' | 'newId'>): RuleImports {
  const waiting = new Map<string, WaitingImport>();
  return {
    get: (id) => waiting.get(id),
    forget: (id) => void waiting.delete(id),
    receive: async (request) => {
      const id = services.newId();
      const paths = RULE_FILE_KINDS.map(() => services.home.uploadFile(services.newId()));
      try {
        waiting.set(id, await read(await receiveFiles(request, paths, LIMIT_BYTES)));
      } finally {
        for (const path of paths) await rm(path, { force: true });
      }
      if (waiting.size > MOST_WAITING) waiting.delete(waiting.keys().next().value!);
      return id;
    },
  };
}

async function read({ files }: ReceivedFiles): Promise<WaitingImport> {
  const given = RULE_FILE_KINDS.flatMap((kind) => {
    const file = files.get(kind);
    return file === undefined ? [] : [[kind, file] as const];
  });
  const kinds = new Set(given.map(([kind]) => kind));
  if (!kinds.has('workbook') && !(kinds.has('coefficients') && kinds.has('constants'))) {
    throw refuse('rules-upload-empty');
  }
  const { value, issues } = await readRuleFiles(
    Object.fromEntries(given.map(([kind, { path, name }]) => [kind, () => ({ ...fileSource(path), name })])),
  );
  return { files: value ?? {}, names: given.map(([, { name }]) => name).join(', '), unread: issues };
}

/** The set that the files would give, or every fault. */
export async function buildImport(waiting: WaitingImport, options: ImportOptions): Promise<ImportedRuleSet> {
  if (waiting.unread.length > 0) return { issues: waiting.unread, mapping: [] };
  return importRuleFiles(waiting.files, await readSchemeDefaults(), options);
}

/** What the user chose on the page of an import. */
export interface ImportChoice {
  readonly id: string;
  readonly status: 'official' | 'local';
  readonly source: string;
  readonly validFrom: string;
  readonly replace: boolean;
}

/** @throws Refusal `rules-id`, `rules-id-taken`, `rules-id-shipped`, `rules-day`, or every fault of the tables */
export async function storeImport(
  services: Services,
  waiting: WaitingImport,
  choice: ImportChoice,
): Promise<RuleSet> {
  if (choice.id === BUNDLED_RULE_SET) throw refuse('rules-id-shipped', { id: choice.id });
  if (choice.validFrom !== '' && dayFromIso(choice.validFrom) === undefined) throw refuse('rules-day');
  const { value } = await buildImport(waiting, {
    id: choice.id,
    status: choice.status,
    source: choice.source || waiting.names,
    ...(choice.validFrom === '' ? {} : { validFrom: choice.validFrom }),
  });
  // The page of an import with faults has no form to send.
  if (value === undefined) throw refuse('rules-upload-empty');
  await saveRuleSet(services.home.folder, value, { replace: choice.replace });
  await services.rules.refresh();
  return value;
}
