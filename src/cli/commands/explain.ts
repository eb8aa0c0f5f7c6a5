/** `zorgcluster explain`: one advice step by step, from a case file or from ratings on the command line. */

import { type Command, Option } from 'commander';
import {
  caseAt,
  clusterCodebook,
  type ExplainDocument,
  type Explanation,
  explainCase,
  explainFigures,
  explainTables,
  makeMeta,
  parseRatings,
  paymentTables,
  RATING_COLUMNS,
  type ReadReport,
  type RuleBook,
  refuse,
  type Typing,
  textAt,
  textColumn,
} from '../../index.ts';
import { withCases } from '../cases.ts';
import { explainRevenue } from '../explain-revenue.ts';
import type { Io } from '../io.ts';
import { withAsOf } from '../open-scenario.ts';
import {
  CASE_META_KEYS,
  type CaseOptions,
  collectText,
  optionsForMeta,
  withCaseOptions,
} from '../options.ts';
import { emit, outputExtension } from '../output.ts';
import { ruleBookFor } from '../rule-sets.ts';

interface ExplainOptions extends CaseOptions {
  readonly rules?: string;
  readonly patient?: string;
  readonly supercluster?: string;
  readonly items?: string;
  readonly scenario?: readonly string[];
  readonly typing?: Typing;
  readonly asOf?: string;
}

type ExplainedCase = Explanation & { readonly row?: number };

export function addExplain(program: Command, io: Io): void {
  withAsOf(withCaseOptions(program.command('explain').argument('[cases]', 'case file')))
    .description('one advice step by step: rule, value, contribution, source')
    .option('--patient <pseudonym>', 'the patient whose rows are explained')
    .option('--supercluster <code>', 'supercluster of the case, or of rows that do not have one')
    .option('--items <ratings>', 'ratings in order of the form, such as 0,3,1,…')
    .option('--rules <id>', 'rule set: id or folder (default: by the date of each row)')
    .option('--scenario <file>', 'with --patient: on to euros, under this scenario', collectText)
    .addOption(
      new Option('--typing <kind>', 'with --scenario: which cluster is paid').choices([
        'chosen',
        'advised',
        'expected',
      ]),
    )
    .action(async (path: string | undefined, options: ExplainOptions) => {
      outputExtension(options, ['.json', '.csv', '.xlsx', '.svg', '.html']);
      const fromFile = path !== undefined && options.patient !== undefined && options.items === undefined;
      const fromItems =
        path === undefined && options.items !== undefined && options.supercluster !== undefined;
      if (!fromFile && !fromItems) throw refuse('explain-how', {}, 2);
      if (options.scenario !== undefined) {
        if (!fromFile) throw refuse('explain-scenario-patient', {}, 2);
        const document = await explainRevenue(io, path, { ...options, patient: options.patient });
        return give(io, options, document, 'payment-lines');
      }
      const book = await ruleBookFor(io, options.rules);
      const supercluster = knownSupercluster(book, options.supercluster);
      const cases: ExplainedCase[] = [];
      let read: ReadReport | undefined;
      let synthetic = false;
      if (fromItems) cases.push(explainItems(book, options.items, supercluster!));
      else ({ read, synthetic } = await explainRows(io, book, path!, options, supercluster, cases));
      const document: ExplainDocument = {
        meta: makeMeta({
          command: 'explain',
          rules: book.sets.map((set) => set.ruleSet).find((set) => set.id === cases[0]?.rule.id),
          inputs: read === undefined ? [] : [read.input],
          seed: options.seed,
          // Pseudonym and ratings stay out of the record of the run.
          options: optionsForMeta({ ...options }, CASE_META_KEYS),
          statuses: [...cases.map((one) => one.rule.status), ...(synthetic ? (['synthetic'] as const) : [])],
        }),
        ...(read === undefined ? {} : { rows: read.rows, issues: read.issues(options.lang) }),
        cases,
      };
      await give(io, options, document, 'contributions');
    });
}

/** @param main table that `-o FILE.csv` holds; with several cases that of the first one */
async function give(io: Io, options: ExplainOptions, document: ExplainDocument, main: string): Promise<void> {
  const { cases, meta } = document;
  const tables = [...explainTables(document, options.lang), ...paymentTables(document, options.lang)];
  await emit(io, options, {
    document,
    title: options.lang === 'nl' ? 'Uitleg van het advies' : 'The advice explained',
    tables: () => tables,
    figures: () => explainFigures(cases, meta, options.lang),
    // Without a score there is nothing to add up: then the table that says why.
    main: tables.find((table) => table.id.startsWith(main))?.id ?? tables.at(-1)!.id,
  });
}

/** The rule set's code. @throws Refusal `supercluster-option` (exit 2) */
function knownSupercluster(book: RuleBook, text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const codebook = clusterCodebook(book);
  const code = codebook.supercluster(text);
  if (code === undefined) {
    throw refuse('supercluster-option', { allowed: codebook.superclusterCodes.join(', ') }, 2);
  }
  return code;
}

function explainItems(book: RuleBook, items: string | undefined, supercluster: string): Explanation {
  const { ruleSet, superclusterAt } = book.sets[book.choose(undefined)]!;
  return explainCase(ruleSet, parseRatings(ruleSet, items ?? ''), superclusterAt.get(supercluster) ?? -1);
}

async function explainRows(
  io: Io,
  book: RuleBook,
  path: string,
  options: ExplainOptions,
  supercluster: string | undefined,
  cases: ExplainedCase[],
): Promise<{ readonly read: ReadReport; readonly synthetic: boolean }> {
  const { patient } = options;
  const wanted = {
    uses: [
      'patient',
      ...RATING_COLUMNS,
      'supercluster',
      'chosen_cluster',
      'origin',
      ...(book.sets.length > 1 ? ['date'] : []),
    ],
    requires: ['patient', RATING_COLUMNS],
    codebook: clusterCodebook(book),
  };
  let synthetic = false;
  return withCases(io, path, options, wanted, async (reader) => {
    for await (const batch of reader.batches()) {
      const patients = textColumn(batch, 'patient');
      synthetic ||= textColumn(batch, 'origin')?.words.includes('synthetic') ?? false;
      for (let row = 0; row < batch.n; row++) {
        if (textAt(patients, row) !== patient) continue;
        const one = caseAt(book, batch, row, supercluster === undefined ? {} : { supercluster });
        cases.push({ row: batch.rows[row]!, ...explainCase(one.ruleSet, one.ratings, one.supercluster) });
      }
    }
    if (cases.length === 0) {
      const column = reader.mapping.columns.get('patient')?.header ?? 'patient';
      throw refuse('explain-patient-unknown', { column });
    }
    return { read: reader.report(), synthetic };
  });
}
