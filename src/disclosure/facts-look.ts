/**
 * The gate's questions answered by what a query found. Where an answer is missing the gate goes on as if nothing were
 * wrong, and the question is kept: nothing may be made of such a run but the next query.
 */

import { refuse } from '../issue/refusal.ts';
import type { DesignColumn, MemberSums, ModelName } from '../model/benchmark.ts';
import type {
  GatePlan,
  PlanAsk,
  PlanCell,
  PlanColumn,
  PlanSet,
  PlanStage,
  SumsFact,
} from '../model/gate-plan.ts';
import { cellsOf, rowsByLevel } from './cells.ts';
import { designLevels } from './centred.ts';
import {
  EVERYBODY,
  type FactColumn,
  hashOf,
  keyOf,
  type LevelName,
  nameOf,
  productsOf,
  wordsByCode,
} from './facts-products.ts';
import type { GateCategory, GateInput, GateNumbers, RowsLeft } from './gate-input.ts';
import type { CountedCell, HeavyPatients, NumbersLook, Place } from './look.ts';
import { patientsIn } from './patients.ts';
import { FEWEST_IN_CELL } from './rules.ts';

export class FactsLook implements NumbersLook {
  readonly #original: readonly GateCategory[];
  readonly #facts = new Map<string, number>();
  /** The first one is always asked for: with nothing to judge a query still has to be one. */
  readonly #stages = new Map<string, PlanStage>([['0', { key: '0', without: [] }]]);
  readonly #sets = new Map<string, PlanSet>();
  readonly #asks = new Map<string, PlanAsk>();
  /** What `#wordsOf` found; a category is never changed, only replaced. */
  readonly #words = new WeakMap<GateCategory, ReadonlyMap<number, readonly string[]>>();
  readonly #keys = new WeakMap<readonly RowsLeft[], string>();
  #missing = false;
  /** Stage of the last products asked for: at the end, that of the rows that leave. */
  #stage = '';

  /** @param categories before anything was merged */
  constructor(categories: readonly GateCategory[], facts: readonly SumsFact[]) {
    this.#original = categories;
    for (const { fact, model, stage, category, level, item, other, amount } of facts) {
      this.#facts.set(keyOf(fact, model, stage, category, level, item, other), amount);
    }
  }

  /** Whether every question had its answer. */
  get complete(): boolean {
    return !this.#missing;
  }

  /** All that was asked on the way. */
  plan(): GatePlan {
    const stages = [...this.#stages.values()];
    return { stages, sets: [...this.#sets.values()], asks: [...this.#asks.values()] };
  }

  distinct(place: Place, column: GateNumbers, most: number): number {
    return Math.min(most, this.#of('distinct', place, column, '', most));
  }

  fewestPerValue(place: Place, column: GateNumbers): number {
    return this.#of('fewest', place, column, '', FEWEST_IN_CELL);
  }

  fewOffEnd(place: Place, column: GateNumbers): boolean {
    return this.#of('ends', place, column, '', 0) > 0;
  }

  topTwo(place: Place, column: GateNumbers, amount: string): number {
    return this.#of('top', place, column, amount, 0);
  }

  sparsePair(place: Place, one: GateNumbers, other: GateNumbers): boolean {
    return this.#of('pair', place, one, itemOf(place, other), 0) > 0;
  }

  cells(place: Place, binary: readonly GateNumbers[]): CountedCell[] {
    const { input, table } = place;
    const stage = this.#stageOf(input);
    const own = cellsOf(input.categories, table.rows).map((cell) => ({
      ...cell,
      patients: patientsIn(input.patients, cell.rows),
    }));
    const halves = binary.flatMap((column, k) =>
      [0, 1].map((code) => ({
        part: { category: input.categories.length + k, code },
        k,
        patients: FEWEST_IN_CELL,
        name: { category: `b:${itemOf(place, column)}`, level: String(code) },
      })),
    );
    const levels = own
      .filter(({ parts }) => parts.length === 1)
      .map(({ parts: [part], patients }) => ({
        part: part!,
        k: -1,
        patients,
        name: this.#levelName(input, part!.category, part!.code),
      }));
    const pairs = [...levels, ...halves].flatMap((one) => {
      const isAsked = this.#isAsked(table.model, stage, one.name);
      return halves
        .filter(({ k }) => k > one.k)
        .map(({ part, name }): CountedCell => {
          const found = this.#facts.get(
            keyOf('half', table.model, stage, one.name.category, one.name.level, name.category, name.level),
          );
          // Nothing is said of a combination of few; where nothing was asked, nothing is known.
          const few = one.patients < FEWEST_IN_CELL || (found === undefined && isAsked);
          if (!few) this.#answer(found, 1);
          return { parts: [one.part, part], rows: [], patients: few ? 0 : FEWEST_IN_CELL };
        });
    });
    const singles = halves.map(
      ({ part }): CountedCell => ({ parts: [part], rows: [], patients: FEWEST_IN_CELL }),
    );
    return [...own, ...singles, ...pairs];
  }

  cross(place: Place): number[][] {
    const { input, table } = place;
    const stage = this.#stageOf(input);
    this.#stage = stage;
    const columns = this.#columns(place);
    if (!this.#known(table.model, stage)) {
      this.#missing = true;
      return columns.map((_, j) => columns.map((__, l) => (j === l ? 1 : 0)));
    }
    return this.#products(table.model, stage, columns, table.rows.length);
  }

  topTwoLeft(place: Place, at: number, others: readonly number[], slopes: readonly number[]): number {
    const columns = this.#columns(place);
    const stage = this.#stageOf(place.input);
    const { model, rows } = place.table;
    const key = hashOf(['left', columns.map(nameOf), at, others]);
    const found = this.#facts.get(keyOf('left', model, stage, '', '', key, ''));
    const plan = (j: number): PlanColumn => this.#planColumn(model, stage, columns[j]!, rows.length);
    if (this.#known(model, stage)) {
      const terms = [
        { column: plan(at), slope: 1 },
        ...others.map((j, k) => ({ column: plan(j), slope: -slopes[k]! })),
      ];
      this.#asks.set(`${model} ${stage} ${key}`, { kind: 'left', key, model, stage, terms });
    }
    return this.#answer(found, 0);
  }

  heavy(place: Place, inverse: readonly (readonly number[])[], limit: number): HeavyPatients {
    const columns = this.#columns(place).slice(0, inverse.length);
    const stage = this.#stageOf(place.input);
    const { model, rows } = place.table;
    const key = hashOf(['heavy', columns.map(nameOf)]);
    if (this.#known(model, stage)) {
      const plans = columns.map((column) => this.#planColumn(model, stage, column, rows.length));
      const ask = {
        kind: 'heavy',
        key,
        model,
        stage,
        n: rows.length,
        columns: plans,
        inverse,
        limit,
      } as const;
      this.#asks.set(`${model} ${stage} ${key}`, ask);
    }
    return {
      patients: this.#answer(this.#facts.get(keyOf('heavy', model, stage, '', '', key, '')), 0),
      has: () => {
        throw refuse('sums-heavy-patients');
      },
    };
  }

  /**
   * Sums of one model over the rows that are left.
   * @param layout the design in its order: a number with its item, or a category with its merged codes
   */
  sums(
    member: string,
    { model, rows }: { readonly model: ModelName; readonly rows: readonly number[] },
    layout: readonly ({ readonly column: string; readonly item: string } | GateCategory)[],
    responses: readonly string[],
  ): MemberSums {
    const columns: FactColumn[] = [];
    const names: DesignColumn[] = [];
    for (const each of layout) {
      const { column } = each;
      if ('item' in each) {
        columns.push({ item: each.item });
        names.push({ column });
        continue;
      }
      const at = this.#original.findIndex((known) => known.column === column);
      for (const [code, own] of rowsByLevel(each, rows)) {
        columns.push(this.#levelColumn(at, each, code, own));
        names.push({ column, level: each.words[code]! });
      }
    }
    columns.push(...responses.map((item) => ({ item })));
    const cross = this.#products(model, this.#stage, columns, rows.length);
    const means = columns.map((column) => this.#mean(model, this.#stage, column, rows.length));
    return {
      member,
      n: rows.length,
      columns: names,
      means: Float64Array.from(means),
      cross: Float64Array.from(cross.flat()),
    };
  }

  #of(
    fact: string,
    { input, table, cell }: Place,
    column: GateNumbers,
    other: string,
    standard: number,
  ): number {
    const part = cell?.parts[0];
    const own = input.categories.length;
    const { category, level } =
      part === undefined
        ? EVERYBODY
        : part.category < own
          ? this.#levelName(input, part.category, part.code)
          : {
              category: `b:${itemOf({ input, table }, this.#binaryAt({ input, table }, part.category - own))}`,
              level: String(part.code),
            };
    const item = itemOf({ input, table }, column);
    return this.#answer(
      this.#facts.get(keyOf(fact, table.model, this.#stageOf(input), category, level, item, other)),
      standard,
    );
  }

  /** The columns of two values are those the gate found: the same question, the same answer. */
  #binaryAt(place: Place, k: number): GateNumbers {
    const { input, table } = place;
    return [...input.numbers, ...table.responses].filter((column) => this.distinct(place, column, 3) === 2)[
      k
    ]!;
  }

  #answer(found: number | undefined, standard: number): number {
    if (found === undefined) this.#missing = true;
    return found ?? standard;
  }

  /** Whether a query looked at the level: levels put together are looked at only when they are known. */
  #isAsked(model: string, stage: string, { category, level }: LevelName): boolean {
    if (!category.startsWith('s')) return this.#known(model, stage);
    return this.#facts.has(keyOf('rows', model, stage, category, level, '', ''));
  }

  #known(model: string, stage: string): boolean {
    return this.#facts.has(keyOf('n', model, stage, '', '', '', ''));
  }

  #columns({ input, table }: Place): FactColumn[] {
    return [
      ...input.numbers.map((_, at) => ({ item: `x${at}` })),
      ...designLevels(input, table.rows).map(({ at, category, code, rows }) =>
        this.#levelColumn(at, category, code, rows),
      ),
      ...table.responses.map(({ column }) => ({ item: column })),
    ];
  }

  #levelColumn(at: number, category: GateCategory, code: number, rows: readonly number[]): FactColumn {
    const words = this.#wordsOf(at, category, code);
    return { at, words, rows, name: this.#nameOfWords(at, words) };
  }

  #products(model: ModelName, stage: string, columns: readonly FactColumn[], n: number): number[][] {
    return productsOf(columns, n, (fact, { category, level }, item, other) =>
      this.#answer(this.#facts.get(keyOf(fact, model, stage, category, level, item, other)), 0),
    );
  }

  #mean(model: ModelName, stage: string, column: FactColumn, n: number): number {
    if (!('item' in column)) return column.rows.length / n;
    return this.#answer(this.#facts.get(keyOf('mean', model, stage, '', '', column.item, '')), 0);
  }

  #planColumn(model: ModelName, stage: string, column: FactColumn, n: number): PlanColumn {
    const mean = this.#mean(model, stage, column, n);
    return 'item' in column
      ? { item: column.item, mean }
      : { category: column.at, words: column.words, mean };
  }

  #levelName(input: GateInput, at: number, code: number): LevelName {
    return this.#nameOfWords(at, this.#wordsOf(at, input.categories[at]!, code));
  }

  #nameOfWords(at: number, words: readonly string[]): LevelName {
    if (words.length === 1) return { category: `c${at}`, level: words[0]! };
    const key = hashOf([at, words]);
    this.#sets.set(key, { key, category: at, words });
    return { category: `s${at}`, level: key };
  }

  /** The words that a level stood for before anything was merged. */
  #wordsOf(at: number, category: GateCategory, code: number): readonly string[] {
    const known = this.#words.get(category) ?? wordsByCode(this.#original[at]!, category);
    this.#words.set(category, known);
    return known.get(code)!;
  }

  #stageOf({ left }: GateInput): string {
    const known = this.#keys.get(left);
    if (known !== undefined) return known;
    const without = left.flatMap((step) => this.#planCells(step));
    const key = without.length === 0 ? '0' : hashOf(without);
    this.#stages.set(key, { key, without });
    this.#keys.set(left, key);
    return key;
  }

  #planCells({ before, cells }: RowsLeft): PlanCell[] {
    return cells.map(({ pattern, parts }) => ({
      inModels: before.tables.filter((_, at) => (pattern >> at) & 1).map(({ model }) => model),
      notIn: before.tables.filter((_, at) => !((pattern >> at) & 1)).map(({ model }) => model),
      levels: parts.map(({ category, code }) => ({
        category,
        words: this.#wordsOf(category, before.categories[category]!, code),
      })),
    }));
  }
}

function itemOf({ input, table }: Place, column: GateNumbers): string {
  const at = input.numbers.indexOf(column);
  return at >= 0 || table.responses.includes(column) ? (at >= 0 ? `x${at}` : column.column) : '';
}
