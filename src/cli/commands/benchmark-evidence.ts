/** `zorgcluster benchmark evidence FILE…`: a payer's conditions with the evidence that the files hold. */

import { createHash, randomUUID } from 'node:crypto';
import { basename } from 'node:path';
import type { Command } from 'commander';
import {
  type BenchmarkResult,
  type ContributionDocument,
  combineContributions,
  type EvidenceDocument,
  type EvidenceFacts,
  evidenceOf,
  evidenceTables,
  type ImprovementEntry,
  type Lang,
  type Meta,
  makeMeta,
  parseBenchmarkResult,
  parseContribution,
  parseImprovementLog,
  parseKeys,
  type Status,
  withoutNames,
} from '../../index.ts';
import type { Io } from '../io.ts';
import { textOf } from '../named-file.ts';
import { type OutputOptions, openShare, optionsForMeta, withOutputOptions } from '../options.ts';
import { emit, outputExtension } from '../output.ts';

interface EvidenceOptions extends OutputOptions {
  readonly log?: readonly string[];
  readonly keys?: string;
  readonly minResponse?: number;
  readonly named?: true;
}

interface Input {
  readonly name: string;
  readonly text: string;
}

interface Shown {
  readonly result: BenchmarkResult;
  readonly facts: Omit<EvidenceFacts, 'log' | 'minResponse'>;
  readonly statuses: readonly Status[];
}

export function addEvidence(benchmark: Command, io: Io): void {
  const command = benchmark
    .command('evidence')
    .argument('<files...>', 'contributions, or the JSON of one comparison');
  withOutputOptions(command)
    .description('a payer’s conditions as a checklist, with the evidence in the data')
    .option(
      '--log <files...>',
      'improvement logs of the members: date, finding, action, follow-up (CSV or JSON)',
    )
    .option('--keys <file>', 'public keys by member (JSON): every contribution must be signed')
    .option('--min-response <share>', 'least response that was agreed, between 0 and 1', openShare)
    .option('--named', 'a report (HTML) names the members and shows their logs; they must agree')
    .action(async (files: string[], options: EvidenceOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.html']);
      const { lang, minResponse } = options;
      const inputs = await Promise.all(files.map(inputOf));
      const logs = options.log === undefined ? undefined : await Promise.all(options.log.map(inputOf));
      const shown = await shownBy(inputs, options);
      const log = logs?.flatMap(({ name, text }): ImprovementEntry[] => parseImprovementLog(text, name));
      const document: EvidenceDocument = {
        meta: makeMeta({
          command: 'benchmark evidence',
          inputs: [...inputs, ...(logs ?? [])].map(inputMeta).sort((a, b) => (a.sha256 < b.sha256 ? -1 : 1)),
          seed: options.seed,
          options: optionsForMeta({ ...options }, ['minResponse']),
          statuses: shown.statuses,
        }),
        ...evidenceOf(
          shown.result,
          {
            ...shown.facts,
            ...(log === undefined ? {} : { log }),
            ...(minResponse === undefined ? {} : { minResponse }),
          },
          lang,
        ),
      };
      await emit(io, options, {
        document,
        title:
          lang === 'nl' ? 'Bewijs bij de contractvoorwaarden' : 'Evidence for the conditions of a contract',
        tables: () => evidenceTables(document, lang, log),
        main: 'conditions',
        notes: document.notes,
        // A report is passed on: it names nobody unless the members agree.
        ...(options.named ? {} : { report: () => shownTo(withoutNames(document, randomUUID()), lang) }),
      });
    });
}

function shownTo(document: EvidenceDocument, lang: Lang) {
  return { document, tables: () => evidenceTables(document, lang), notes: document.notes };
}

async function inputOf(path: string): Promise<Input> {
  return { name: basename(path), text: await textOf(path) };
}

function inputMeta({ name, text }: Input): Meta['inputs'][number] {
  return { name, rows: 1, sha256: createHash('sha256').update(text).digest('hex') };
}

/** One file that is no contribution is a comparison; anything else must be contributions. */
async function shownBy(inputs: readonly Input[], { keys, lang }: EvidenceOptions): Promise<Shown> {
  const [first] = inputs;
  if (inputs.length === 1 && first !== undefined && !/"zorgcluster\/contribution@/.test(first.text)) {
    const { meta, ...result } = parseBenchmarkResult(first.text, first.name);
    const { instrument, conversion } = meta.options;
    return {
      result,
      facts: {
        from: 'result',
        signers: 0,
        keysChecked: false,
        instrument: typeof instrument === 'string' ? instrument : '',
        conversion: typeof conversion === 'string' ? conversion : '',
        gateRules: [],
      },
      statuses: meta.stamps,
    };
  }
  const documents = inputs.map(({ text, name }): ContributionDocument => parseContribution(text, name));
  const known = keys === undefined ? undefined : parseKeys(await textOf(keys), basename(keys));
  const { disclosure, ...result } = combineContributions(documents, {
    lang,
    sensitivity: {},
    ...(known === undefined ? {} : { keys: known }),
  });
  const signers = documents.flatMap(({ signature }) =>
    signature === undefined ? [] : [signature.publicKey],
  );
  return {
    result,
    facts: {
      from: 'contributions',
      signers: new Set(signers).size,
      keysChecked: known !== undefined,
      instrument: documents[0]!.instrument,
      conversion: documents[0]!.conversion,
      gateRules: disclosure.rules,
    },
    statuses: documents.some(({ synthetic }) => synthetic) ? ['synthetic'] : [],
  };
}
