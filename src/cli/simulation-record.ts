/** A recorded run: its JSON result names inputs with their checksums, options and seed, so that it can be made again. */

import { createHash } from 'node:crypto';
import { access, readFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import { type InputMeta, refuse, type SimulationResult } from '../index.ts';
import { recordedOptions } from './recorded-options.ts';

export interface SimulationRecord {
  readonly name: string;
  readonly sha256: string;
  readonly result: SimulationResult;
  /** What it was made with, checked. */
  readonly options: Readonly<Record<string, unknown>>;
  /** The files it was made from, found again beside the record or in the working folder. */
  readonly cases: string;
  readonly scenario: readonly string[];
  readonly beside: readonly string[] | undefined;
}

/** @throws Refusal when the file is no record of `simulate`, or what it was made from is not found */
export async function readRecord(
  path: string,
  given: { readonly cases?: string | undefined; readonly scenario?: readonly string[] | undefined },
): Promise<SimulationRecord> {
  const name = basename(path);
  const text = await readFile(path, 'utf8').catch(() => {
    throw refuse('file-not-found', { name });
  });
  const result = parsed(text);
  const options = result && recordedOptions(result.meta.options);
  if (result === undefined || options === undefined) throw refuse('verify-no-record', { name });
  const folders = [dirname(path), process.cwd()];
  const [cases] = result.meta.inputs;
  const scenarios = result.meta.options.scenario as readonly string[];
  const others = result.meta.options.beside as readonly string[] | undefined;
  return {
    name,
    sha256: createHash('sha256').update(text).digest('hex'),
    result,
    options,
    cases: given.cases ?? (await beside((cases as InputMeta).name, folders)),
    scenario: given.scenario ?? (await found(scenarios, folders)),
    beside: others && (await found(others, folders)),
  };
}

function parsed(text: string): SimulationResult | undefined {
  try {
    const value = JSON.parse(text) as Partial<SimulationResult> | null;
    const meta = value?.meta;
    const complete =
      meta?.command === 'simulate' &&
      typeof meta.inputs?.[0]?.name === 'string' &&
      isTexts(meta.options?.scenario) &&
      meta.options.scenario.length > 0 &&
      isTexts(meta.options.beside ?? []) &&
      (meta.seed === undefined || Number.isSafeInteger(meta.seed));
    return complete ? (value as SimulationResult) : undefined;
  } catch {
    return undefined;
  }
}

function isTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((each) => typeof each === 'string');
}

/** Ids stay as they are; files are looked for. */
function found(names: readonly string[], folders: readonly string[]): Promise<string[]> {
  return Promise.all(
    names.map((name) => (/[./\\]/.test(name) ? beside(name, folders) : Promise.resolve(name))),
  );
}

async function beside(name: string, folders: readonly string[]): Promise<string> {
  for (const folder of folders) {
    const path = join(folder, name);
    const exists = await access(path).then(
      () => true,
      () => false,
    );
    if (exists) return path;
  }
  throw refuse('verify-file-not-found', { name });
}
