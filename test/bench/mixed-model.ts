/** The mixed model through sums on a million rows against R's lme4, and a hundred contributions put together. */

import { spawnSync } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sealContribution } from '../../src/benchmark/exchange/seal.ts';
import { publicKeyText } from '../../src/disclosure/keys.ts';
import {
  type BenchmarkResult,
  benchmarkRun,
  type CaseTable,
  type Column,
  combineContributions,
  contribute,
} from '../../src/index.ts';
import { type BenchFigure, median, progress, REPETITIONS, rounded, seconds } from './figure.ts';

const MEMBERS = 100;
const COVARIATES = Array.from({ length: 30 }, (_, at) => `x${at + 1}`);

export async function bench(folder: string): Promise<readonly BenchFigure[]> {
  const figures: BenchFigure[] = [];
  for (const rows of [100_000, 1_000_000]) figures.push(await modelOf(folder, rows));
  figures.push(await combined());
  return figures;
}

async function modelOf(folder: string, rows: number): Promise<BenchFigure> {
  const data = dataOf(rows);
  const table = tableOf(data);
  const options = {
    outcome: 'y',
    adjust: COVARIATES.map((column) => ({ column, kind: 'auto' as const })),
  };
  let result: BenchmarkResult | undefined;
  const ours = await repeat(REPETITIONS, () => {
    result = benchmarkRun(table, options);
  });
  const text = `comparison of members by a mixed model, ${rows} rows, 30 covariates, ${MEMBERS} members`;
  const figure = { text, figure: ours, unit: 's', repetitions: REPETITIONS } as const;
  progress(`${text}: ${rounded(ours)} s; now R lme4`);
  const found = estimatesOf(result!);
  const r = inR(folder, data, rows, Math.sqrt(found.tau2 / found.sigma2));
  if (r === undefined) return { ...figure, missing: 'R with lme4 is not installed' };
  sameAs(found, r);
  return {
    ...figure,
    peer: {
      text: 'R lme4, the fit alone',
      figure: r.seconds,
      ratio: ours / r.seconds,
    },
    // What is promised is about a million; the smaller one shows what does not grow with the rows.
    ...(rows === 1_000_000 ? { timesFaster: 30 } : {}),
    whenMissed:
      'half is adding products, a third taking the rows from their columns, which is as fast as memory gives them',
  };
}

interface Estimates {
  readonly sigma2: number;
  readonly tau2: number;
  /** By member's name, which is R's order too. */
  readonly effects: readonly number[];
  readonly coefficients: readonly number[];
  readonly se: readonly number[];
}

function estimatesOf({ models: { outcome }, members }: BenchmarkResult): Estimates {
  if ('undefined' in outcome) throw new Error(outcome.undefined);
  return {
    sigma2: outcome.sigma2,
    tau2: outcome.tau2,
    effects: members.map((member) => ('undefined' in member.outcome ? Number.NaN : member.outcome.effect)),
    coefficients: outcome.coefficients.map(({ estimate }) => estimate),
    se: outcome.coefficients.map(({ se }) => se),
  };
}

/**
 * The same fit, or there is nothing to compare. A search for a minimum, which R does, ends within a millionth or so of
 * tau2 only. So R is asked for its criterion at both: ours may not be above its own.
 */
function sameAs(found: Estimates, r: InR): void {
  const near = (what: string, own: number, theirs: number, unit: number, digits = 1e-6) => {
    if (!(Math.abs(own - theirs) <= digits * unit)) throw new Error(`R finds ${what} ${theirs}, not ${own}`);
  };
  if (!(r.criterionHere <= r.criterion + 1e-12 * Math.abs(r.criterion))) throw new Error('R fits better');
  near('tau2', found.tau2, r.tau2, found.tau2, 1e-4);
  near('sigma2', found.sigma2, r.sigma2, found.sigma2);
  for (const [j, se] of found.se.entries()) {
    near('a standard error', se, r.se[j]!, se);
    near('a coefficient', found.coefficients[j]!, r.coefficients[j]!, se);
  }
  for (const [i, effect] of found.effects.entries()) {
    near('an effect', effect, r.effects[i]!, Math.sqrt(found.tau2));
  }
}

interface Data {
  readonly members: Int32Array;
  readonly covariates: readonly Float64Array[];
  readonly y: Float64Array;
}

function dataOf(rows: number): Data {
  let state = 7;
  const uniform = (): number => {
    state = (state * 16807) % 2147483647;
    return state / 2147483647;
  };
  const normal = (): number => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
  const covariates = COVARIATES.map(() => Float64Array.from({ length: rows }, normal));
  const effects = Array.from({ length: MEMBERS }, () => 0.25 * normal());
  const members = Int32Array.from({ length: rows }, () => Math.floor(uniform() * MEMBERS));
  const y = Float64Array.from({ length: rows }, (_, row) => {
    const fixed = covariates.reduce((sum, values, at) => sum + (at % 5) * 0.1 * values[row]!, 0);
    return fixed + effects[members[row]!]! + normal();
  });
  return { members, covariates, y };
}

function tableOf({ members, covariates, y }: Data): CaseTable {
  const words = Array.from({ length: MEMBERS }, (_, at) => `m${String(at).padStart(3, '0')}`);
  const columns = new Map<string, Column>([
    ['member', { kind: 'text', codes: members, words }],
    ['y', { kind: 'number', values: y }],
    ...covariates.map((values, at) => [COVARIATES[at]!, { kind: 'number', values }] as [string, Column]),
  ]);
  return { n: y.length, rows: Int32Array.from(y, (_, row) => row + 1), columns };
}

interface InR extends Estimates {
  readonly seconds: number;
  /** Restricted deviance where R ended, and at our theta. */
  readonly criterion: number;
  readonly criterionHere: number;
}

/**
 * R's own time for the fit alone, its data already in memory.
 * @param theta sqrt(tau2 / sigma2), at which R then says what it makes of the rest
 */
function inR(folder: string, { members, covariates, y }: Data, rows: number, theta: number): InR | undefined {
  const file = join(folder, 'rows.bin');
  writeFileSync(
    file,
    Buffer.concat(
      [...covariates, y, Float64Array.from(members)].map((values) => new Uint8Array(values.buffer)),
    ),
  );
  const script = `
    suppressMessages(library(lme4))
    n <- ${rows}
    values <- matrix(readBin(${JSON.stringify(file)}, "double", n * 32), n)
    data <- as.data.frame(values)
    names(data) <- c(paste0("x", 1:30), "y", "member")
    data$member <- factor(data$member)
    form <- as.formula(paste("y ~", paste0("x", 1:30, collapse = "+"), "+ (1 | member)"))
    times <- replicate(${REPETITIONS}, system.time(fit <<- lmer(form, data))[["elapsed"]])
    tau2 <- as.numeric(VarCorr(fit)$member)
    criterion <- getME(fit, "devfun")
    there <- criterion(getME(fit, "theta"))
    here <- criterion(${theta})
    at <- environment(criterion)
    sigma2 <- (at$resp$wrss() + at$pp$sqrL(1)) / (n - 31)
    se <- sqrt(sigma2 * diag(tcrossprod(solve(at$pp$RX()))))
    line <- function(...) cat(format(c(...), digits = 17), "\\n")
    line(median(times), there, here, tau2, sigma2)
    line(at$pp$beta(1)); line(se); line(at$pp$b(1))`;
  const { status, stdout } = spawnSync('Rscript', ['-e', script], { encoding: 'utf8' });
  if (status !== 0) return undefined;
  const [first, coefficients, se, effects] = stdout
    .trim()
    .split('\n')
    .map((line) => line.trim().split(/\s+/).map(Number));
  const [time, criterion, criterionHere, tau2, sigma2] = first!;
  return {
    seconds: time!,
    criterion: criterion!,
    criterionHere: criterionHere!,
    tau2: tau2!,
    sigma2: sigma2!,
    coefficients: coefficients!,
    se: se!,
    effects: effects!,
  };
}

async function combined(): Promise<BenchFigure> {
  const data = tableOf(dataOf(30_000));
  const member = data.columns.get('member')!;
  if (member.kind !== 'text') throw new Error('No members');
  const design = {
    outcome: 'y',
    adjust: COVARIATES.slice(0, 8).map((column) => ({ column, kind: 'number' as const })),
  };
  progress('contributions of a hundred members are made');
  const documents = member.words.map((name, code) => {
    const own = rowsOf(data, (row) => member.codes[row] === code);
    const { document } = contribute(own, {
      memberName: name,
      design,
      rows: { read: own.n, used: own.n, rejected: 0 },
      hasIssues: false,
      synthetic: true,
    });
    const { privateKey } = generateKeyPairSync('ed25519');
    return sealContribution(document, privateKey, publicKeyText(privateKey));
  });
  const figure = await repeat(REPETITIONS, () => combineContributions(documents, {}));
  return {
    text: `${documents.length} contributions combined`,
    figure: 1000 * figure,
    unit: 'ms',
    repetitions: REPETITIONS,
    most: 150,
  };
}

function rowsOf(table: CaseTable, wanted: (row: number) => boolean): CaseTable {
  const rows = Array.from({ length: table.n }, (_, row) => row).filter(wanted);
  const columns = new Map(
    [...table.columns].map(([name, column]): [string, Column] => [
      name,
      column.kind === 'text'
        ? { ...column, codes: Int32Array.from(rows, (row) => column.codes[row]!) }
        : { kind: 'number', values: Float64Array.from(rows, (row) => column.values[row]!) },
    ]),
  );
  return { n: rows.length, rows: Int32Array.from(rows), columns };
}

/** Seconds, as a median; the first turn warms up and does not count. */
async function repeat(turns: number, work: () => unknown): Promise<number> {
  const times: number[] = [];
  for (let turn = 0; turn <= turns; turn++) times.push(await seconds(work));
  return median(times.slice(1));
}
