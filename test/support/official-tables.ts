/**
 * Tables in the layout of the official ones, filled with random numbers: they say nothing about any
 * patient and are not the official coefficients. `test/reference/typing.R` makes the same from the
 * same generator (Lehmer, modulus 2^31 - 1, exact in R and here).
 */

const CODES = Array.from({ length: 21 }, (_, k) => k + 1).filter((number) => number !== 9);
const CASES_PER_RUN = 2000;

export interface OfficialTablesFixture {
  readonly coefficients: string;
  readonly constants: string;
  readonly redRules: string;
  readonly cases: readonly { readonly supercluster: 'X' | 'Y' | 'Z'; readonly ratings: readonly number[] }[];
  /** Parsed by the generator itself, for an independent calculation. */
  readonly parsed: {
    readonly coefficient: ReadonlyMap<string, number>;
    readonly constant: ReadonlyMap<number, number>;
    readonly red: readonly { readonly when: readonly (readonly [number, number])[]; readonly type: number }[];
  };
}

export function lehmer(seed: number): (below: number) => number {
  let state = seed;
  return (below) => {
    state = (state * 16807) % 2147483647;
    return Math.floor((state / 2147483647) * below);
  };
}

const code = (prefix: string, number: number) => `${prefix}${String(number).padStart(2, '0')}`;
const comma = (tenThousandths: number) => String(tenThousandths / 10000).replace('.', ',');

export function officialTables(seed = 2026): OfficialTablesFixture {
  const draw = lehmer(seed);
  const coefficient = new Map<string, number>();
  const constant = new Map<number, number>();
  const red: { when: [number, number][]; type: number }[] = [];
  const coefficientLines = ['honosvraag_code;ernst;honosantwoord_code;zvt_code;zvt_coëfficiënt'];
  for (let item = 1; item <= 19; item++) {
    for (let severity = 0; severity <= 4; severity++) {
      for (const type of CODES) {
        const value = draw(40001) - 20000;
        coefficient.set(`${item}/${severity}/${type}`, value / 10000);
        const answer = 5 * (item - 1) + 1 + severity;
        coefficientLines.push([code('HV', item), severity, answer, code('ZT', type), comma(value)].join(';'));
      }
    }
  }
  const constantLines = ['zvt_code;zvt_constante'];
  for (const type of CODES) {
    const value = draw(60001) - 30000;
    constant.set(type, value / 10000);
    constantLines.push(`${code('ZT', type)};${comma(value)}`);
  }
  const redLines = ['vraag_1;ernst_1;vraag_2;ernst_2;zvt_code'];
  for (let rule = 0; rule < 260; rule++) {
    const pair = rule >= 60;
    const when: [number, number][] = [[draw(19) + 1, draw(5)]];
    if (pair) when.push([draw(19) + 1, draw(5)]);
    const type = CODES[draw(20)]!;
    red.push({ when, type });
    const cells = when.flatMap(([item, severity]) => [code('HV', item), String(severity)]);
    redLines.push([...cells, ...(pair ? [] : ['', '']), code('ZT', type)].join(';'));
  }
  const cases = Array.from({ length: CASES_PER_RUN }, () => ({
    supercluster: (['X', 'Y', 'Z'] as const)[draw(3)]!,
    ratings: Array.from({ length: 19 }, () => (draw(50) === 0 ? -1 : draw(5))),
  }));
  return {
    coefficients: `${coefficientLines.join('\r\n')}\r\n`,
    constants: `${constantLines.join('\r\n')}\r\n`,
    redRules: `${redLines.join('\r\n')}\r\n`,
    cases,
    parsed: { coefficient, constant, red },
  };
}

/** The typing rule once more, as plainly as it can be written: probabilities per type number. */
export function naiveProbabilities(
  { coefficient, constant, red }: OfficialTablesFixture['parsed'],
  { supercluster, ratings }: OfficialTablesFixture['cases'][number],
): Map<number, number> {
  const limits = { X: [1, 8], Y: [10, 17], Z: [18, 21] }[supercluster] as [number, number];
  const weights = new Map<number, number>();
  for (const type of CODES.filter((number) => number >= limits[0] && number <= limits[1])) {
    const impossible = red.some(
      (rule) => rule.type === type && rule.when.every(([item, severity]) => ratings[item - 1] === severity),
    );
    let score = constant.get(type)!;
    ratings.forEach((severity, at) => {
      if (severity >= 0) score += coefficient.get(`${at + 1}/${severity}/${type}`)!;
    });
    weights.set(type, impossible ? 0 : Math.exp(score));
  }
  const total = [...weights.values()].reduce((sum, weight) => sum + weight, 0);
  const enough = ratings.filter((severity) => severity < 0).length <= 2;
  return new Map([...weights].map(([type, weight]) => [type, enough && total > 0 ? weight / total : 0]));
}

/** The cases as a Dutch export would have them. */
export function casesCsv(cases: OfficialTablesFixture['cases']): string {
  const header = ['patientnummer', 'hoofdgroep', ...Array.from({ length: 19 }, (_, i) => `honos${i + 1}`)];
  const lines = cases.map(({ supercluster, ratings }, at) =>
    [`C${at + 1}`, supercluster, ...ratings.map((rating) => (rating < 0 ? '' : rating))].join(';'),
  );
  return `${[header.join(';'), ...lines].join('\n')}\n`;
}
