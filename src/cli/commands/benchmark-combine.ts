/** `zorgcluster benchmark combine FILE…`: the comparison from contributions alone. */

import { randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Command } from 'commander';
import {
  benchmarkFigures,
  benchmarkTables,
  type CombinedDocument,
  type ContributionDocument,
  combineContributions,
  combinedInput,
  type ExternalVariance,
  gateTables,
  type Meta,
  makeMeta,
  parseContribution,
  parseKeys,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { namedFile, textOf } from '../named-file.ts';
import { type OutputOptions, optionsForMeta, withLevel, withOutputOptions, withSeed } from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { withComparison } from './benchmark-options.ts';

interface CombineCommandOptions extends OutputOptions {
  readonly keys?: string;
  readonly earlier?: readonly string[];
  readonly method: 'reml' | 'ml';
  readonly tau2?: ExternalVariance;
  readonly minMembers: number;
  readonly own?: string;
  readonly sensitivity?: true;
  readonly seed?: number;
  readonly level: number;
}

export function addCombine(benchmark: Command, io: Io): void {
  const command = benchmark.command('combine').argument('<files...>', 'contributions');
  withComparison(withLevel(withSeed(withOutputOptions(command))))
    .description('compare members from their contributions')
    .option('--keys <file>', 'public keys by member (JSON): every contribution must be signed')
    .option('--earlier <files...>', 'contributions of earlier rounds: too small a difference is refused')
    .action(async (given: string[], options: CombineCommandOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.svg', '.html']);
      const { own, lang, level } = options;
      const contributions = (names: readonly string[]) =>
        names.map((name) => namedFile(io, 'contributions', name));
      const files = contributions(given);
      const documents = await Promise.all(files.map(contributionIn));
      const earlier = await Promise.all(contributions(options.earlier ?? []).map(contributionIn));
      const keyFile = options.keys === undefined ? undefined : namedFile(io, 'keys', options.keys);
      const keys = keyFile === undefined ? undefined : parseKeys(await textOf(keyFile), basename(keyFile));
      // Without a seed the order of the peers is fresh and nobody can draw it again.
      const peerSeed = options.seed ?? randomUUID();
      const how = {
        method: options.method,
        minMembers: options.minMembers,
        ...(options.tau2 === undefined ? {} : { tau2: options.tau2 }),
        level,
        lang,
        earlier,
        ...(keys === undefined ? {} : { keys }),
        ...(own === undefined ? {} : { own }),
        ...(options.sensitivity ? { sensitivity: {} } : {}),
      };
      const combined = (hidden: boolean): CombinedDocument => {
        const { rows, ...result } = combineContributions(documents, {
          ...how,
          ...(hidden ? { peerSeed } : {}),
        });
        const meta = makeMeta({
          command: 'benchmark combine',
          inputs: hidden ? [combinedInput(documents)] : inputsOf(files, documents),
          seed: options.seed,
          options: optionsForMeta({ ...options }, [
            'method',
            'tau2',
            'minMembers',
            'own',
            'sensitivity',
            'level',
          ]),
          statuses: documents.some(({ synthetic }) => synthetic) ? ['synthetic'] : [],
        });
        return { meta, rows, issues: [], ...result };
      };
      const shown = (document: CombinedDocument) => ({
        document,
        tables: () => [...benchmarkTables(document, lang), ...gateTables(document.disclosure, lang)],
        figures: () => benchmarkFigures(document, lang, { level, ...(own && { own }) }),
        notes: document.notes,
      });
      const document = combined(own !== undefined);
      await emit(io, options, {
        ...shown(document),
        title: lang === 'nl' ? 'Vergelijking van instellingen' : 'Comparison of members',
        main: 'members',
        // A report is passed on: it names nobody unless its owner says who they are.
        report: () => shown(own === undefined ? combined(true) : document),
      });
    });
}

async function contributionIn(path: string): Promise<ContributionDocument> {
  return parseContribution(await textOf(path), basename(path));
}

function inputsOf(files: readonly string[], documents: readonly ContributionDocument[]): Meta['inputs'] {
  return documents
    .map(({ n, sha256 }, at) => ({ name: basename(files[at]!), rows: n, sha256 }))
    .sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1));
}
