/** Official tables as people have them: odd headers, odd numbers, and every fault at once. */

import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import {
  importRuleSet,
  type OfficialTables,
  parseRuleTable,
  readRuleTable,
  readSchemeDefaults,
  sentence,
} from '../../src/index.ts';
import { officialTables } from '../support/official-tables.ts';

const scheme = await readSchemeDefaults();
const fixture = officialTables();

interface Texts {
  coefficients: string;
  constants: string;
  redRules?: string;
  superclusters?: string;
}

function importTexts(change: (texts: Texts) => Partial<Texts>) {
  const texts: Texts = { ...fixture, ...change(fixture) };
  const tables: OfficialTables = {
    coefficients: parseRuleTable('coef.csv', texts.coefficients),
    constants: parseRuleTable('const.csv', texts.constants),
    ...(texts.redRules === undefined ? {} : { redRules: parseRuleTable('red.csv', texts.redRules) }),
    ...(texts.superclusters === undefined
      ? {}
      : { superclusters: parseRuleTable('groups.csv', texts.superclusters) }),
  };
  return importRuleSet(tables, scheme, { id: 'random', status: 'local', source: '' });
}

const whole = importTexts(() => ({})).value!;
const header = (text: string, names: string) => text.replace(/^.*\r\n/, `${names}\r\n`);

describe('tables that mean the same give the same checksum', () => {
  const same: Record<string, (texts: Texts) => Partial<Texts>> = {
    'decimal point and comma-separated': ({ coefficients, constants }) => ({
      coefficients: coefficients.replaceAll(',', '.').replaceAll(';', ','),
      constants: constants.replaceAll(',', '.').replaceAll(';', ','),
    }),
    'no answer column, other names': ({ coefficients }) => ({
      coefficients: header(
        coefficients.replaceAll(/^(HV\d\d;\d);\d+;/gm, '$1;'),
        'Vraag;Ernst;Zorgvraagtype;Coefficient',
      ),
    }),
    'headers that say nothing, told by content': ({ constants }) => ({
      constants: header(constants, 'code;constante'),
    }),
    'severity under the name of an answer': ({ coefficients }) => ({
      coefficients: header(
        coefficients.replaceAll(/^(HV\d\d;\d);\d+;/gm, '$1;'),
        'honosvraag;antwoord;zvt;coëfficiënt',
      ),
    }),
    'a red list with two columns of one name': ({ redRules }) => ({
      redRules: header(redRules!, 'vraag;ernst;vraag;ernst;type'),
    }),
    'types as bare numbers in the constants': ({ constants }) => ({
      constants: constants.replaceAll(/^ZT0?/gm, ''),
    }),
    'a title, a version and blank lines above the header': ({ coefficients, constants, redRules }) => ({
      coefficients: `Codelijst coëfficiënten;;;;\r\nVersie;2026;;;\r\n;;;;\r\n${coefficients}`,
      constants: `Tabel met constanten\r\n\r\n${constants}`,
      redRules: `Rode regels\r\n${redRules}`,
    }),
    'headers in capitals, extra columns, another order': ({ coefficients }) => ({
      coefficients: coefficients
        .trimEnd()
        .split('\r\n')
        .map((line, at) => {
          const [question, severity, , type, value] = line.split(';');
          const extra = at === 0 ? 'GELDIG_VANAF' : '01-01-2026';
          return [extra, value, type, severity, question].join(';').replace('zvt_', 'ZVT_');
        })
        .join('\r\n'),
    }),
    'rows in another order, pairs turned round': ({ coefficients, redRules }) => {
      const turn = (text: string) => {
        const [first, ...rows] = text.trimEnd().split('\r\n');
        return `${[first, ...rows.reverse()].join('\n')}\n`;
      };
      return {
        coefficients: turn(coefficients),
        redRules: turn(redRules!).replaceAll(/^(HV\d\d;\d);(HV\d\d;\d);/gm, '$2;$1;'),
      };
    },
    'superclusters given instead of assumed': () => ({
      superclusters: `type;hoofdgroep\n${whole.clusters.map((c) => `${c.number};${c.supercluster}`).join('\n')}\n`,
    }),
    'exponents and a typographic minus': ({ constants }) => ({
      constants: constants.replace(
        /(ZT01);(-?)([\d,]+)/,
        (_, code, minus, value) => `${code};${minus === '-' ? '\u2212' : ''}${value}e0`,
      ),
    }),
  };

  it.each(Object.keys(same))('%s', (name) => {
    const { value, issues } = importTexts(same[name]!);
    expect(
      issues.filter((issue) => issue.severity === 'error').map((issue) => sentence(issue, 'en')),
    ).toEqual([]);
    expect(value!.sha256).toBe(whole.sha256);
  });

  it('says what it assumed and how it read the columns', () => {
    const codes = importTexts(({ coefficients, constants }) => ({ coefficients, constants })).issues.map(
      (issue) => issue.code,
    );
    expect(codes).toEqual(
      expect.arrayContaining(['rules-mapping', 'rules-cluster-default', 'rules-review-default']),
    );
    expect(whole.clusters.map((cluster) => cluster.reviewTerm?.length)).toEqual([
      84, 105, 6, 6, 6, 6, 12, 12, 12, 12, 12, 12, 28, 28, 6, 6, 12, 6, 6, 6,
    ]);
  });

  it('gives another checksum for another number in the fourth decimal', () => {
    const other = importTexts(({ constants }) => ({
      constants: constants.replace(/(ZT01;.*)/, 'ZT01;0,0001'),
    }));
    expect(other.value!.sha256).not.toBe(whole.sha256);
  });
});

describe('faults', () => {
  const faults: Record<string, { change: (texts: Texts) => Partial<Texts>; codes: string[] }> = {
    'a coefficient is missing': {
      change: ({ coefficients }) => ({ coefficients: coefficients.replace(/^HV07;3;.*ZT05;.*\r\n/m, '') }),
      codes: ['rules-coefficient-missing'],
    },
    'a coefficient is there twice': {
      change: ({ coefficients }) => ({
        coefficients: coefficients.replace(/^(HV07;3;.*ZT05;.*\r\n)/m, '$1$1'),
      }),
      codes: ['rules-coefficient-twice'],
    },
    'a cluster has no constant': {
      change: ({ constants }) => ({ constants: constants.replace(/^ZT05;.*\r\n/m, '') }),
      codes: ['rules-constant-missing'],
    },
    'a constant is no number, infinite, or text': {
      change: ({ constants }) => ({
        constants: constants.replace(/^ZT05;.*$/m, 'ZT05;NaN').replace(/^ZT06;.*$/m, 'ZT06;1e999'),
      }),
      codes: ['rules-number', 'rules-number'],
    },
    'an unknown question, a severity of 5, an unknown type: all at once': {
      change: ({ coefficients, redRules }) => ({
        coefficients: coefficients.replace(/^HV01;0;/m, 'HV20;0;').replace(/^HV01;1;/m, 'HV01;5;'),
        redRules: `${redRules}HV01;1;;;ZT22\r\n`,
      }),
      codes: ['rules-code-unknown', 'rules-severity', 'rules-code-unknown', 'rules-coefficient-missing'],
    },
    'half a pair in the red list': {
      change: ({ redRules }) => ({ redRules: `${redRules}HV01;1;HV02;;ZT05\r\n` }),
      codes: ['rules-severity'],
    },
    'both decimal signs in one column': {
      change: ({ constants }) => ({ constants: constants.replace(/^ZT05;.*$/m, 'ZT05;0.5') }),
      codes: ['rules-decimal-mixed'],
    },
    'no header line': {
      change: ({ coefficients }) => ({ coefficients: coefficients.replace(/^.*\r\n/, '') }),
      codes: ['rules-no-header'],
    },
    'two columns that may be the coefficient': {
      change: ({ coefficients }) => ({
        coefficients: header(coefficients, 'vraag;ernst;gewicht;type;coefficient'),
      }),
      codes: ['rules-role-ambiguous'],
    },
    'a column that nothing points at': {
      change: ({ constants }) => ({ constants: constants.replaceAll(/;.*$/gm, ';tekst') }),
      codes: ['rules-role-absent'],
    },
    'types that belong to no supercluster': {
      change: ({ superclusters: _, ...texts }) => ({
        ...texts,
        superclusters: 'type;hoofdgroep\n1;X\n2;X\n',
      }),
      codes: ['rules-cluster-no-supercluster'],
    },
  };

  it.each(Object.keys(faults))('%s', (name) => {
    const { change, codes } = faults[name]!;
    const { value, issues } = importTexts(change);
    expect(value).toBeUndefined();
    expect(issues.filter((issue) => issue.severity === 'error').map((issue) => issue.code)).toEqual(codes);
    for (const issue of issues) for (const lang of ['nl', 'en'] as const) sentence(issue, lang);
  });

  it('warns of answer codes that belong to another question or severity', () => {
    const { value, issues } = importTexts(({ coefficients }) => ({
      coefficients: coefficients.replace(/^HV07;2;33;ZT05/m, 'HV07;2;34;ZT05').replaceAll(';HA', ';'),
    }));
    expect(value!.sha256).toBe(whole.sha256);
    const found = issues.filter(({ code }) => code === 'rules-answer-disagrees');
    expect(found).toMatchObject([{ severity: 'warning', column: 'honosantwoord_code' }]);
    expect(fixture.coefficients.split('\r\n')[found[0]!.row!]).toMatch(/^HV07;2;33;ZT05/);
  });

  it('warns of a cluster that red rules never allow, and of known clusters that are not there', () => {
    const { value, issues } = importTexts(({ coefficients, constants, redRules }) => {
      const without = (text: string) => text.replaceAll(/^.*ZT21.*\r\n/gm, '');
      const never = [0, 1, 2, 3, 4].map((severity) => `HV04;${severity};;;ZT20\r\n`).join('');
      return {
        coefficients: without(coefficients),
        constants: without(constants),
        redRules: without(redRules!) + never,
      };
    });
    expect(value!.clusters).toHaveLength(19);
    const warned = issues.filter((issue) => issue.severity === 'warning').map((issue) => issue.code);
    expect(warned).toEqual(expect.arrayContaining(['rules-clusters-absent', 'rules-cluster-never']));
  });
});

describe('readRuleTable', () => {
  const broken = join(import.meta.dirname, '..', 'broken', 'rules');
  it.each([
    ['empty.csv', 'rules-table-empty'],
    ['header-only.csv', 'rules-table-empty'],
    ['binary.csv', 'rules-table-binary'],
    ['ragged.csv', 'rules-table-ragged'],
    ['nowhere.csv', 'file-not-found'],
  ])('%s: %s', async (name, code) => {
    await expect(readRuleTable(join(broken, name))).rejects.toMatchObject({ issues: [{ code }] });
  });

  it('reads Windows-1252 and UTF-16, with or without a byte order mark', async () => {
    for (const name of ['windows-1252.csv', 'utf-16.csv', 'utf-8-bom.csv']) {
      const table = await readRuleTable(join(broken, '..', '..', 'cases', 'rules', name));
      expect([name, ...table.header]).toEqual([name, 'zvt', 'zvt_coëfficiënt']);
      expect(table.rows).toEqual([['ZT01', '-0,25']]);
    }
    expect(await readFile(join(broken, 'empty.csv'), 'utf8')).toBe('');
  });
});
