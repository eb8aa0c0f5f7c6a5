/** The identity guard and what a key does: every number and name here is made up. */

import { describe, expect, it } from 'vitest';
import { dayFromIso } from '../../src/index.ts';
import { IdentityGuard, passesElevenTest } from '../../src/read/identity-guard.ts';
import { ageAt, pseudonym } from '../../src/read/pseudonymise.ts';
import { outcomeOf, valuesOf } from './support.ts';

/** Nine digits that pass the eleven-test, from a counter. */
function numberThatPasses(start: number): string {
  for (let number = start; ; number += 1) if (passesElevenTest(String(number))) return String(number);
}

function found(header: readonly string[], ...rows: (readonly string[])[]): string[] {
  const guard = new IdentityGuard(header);
  for (const row of rows) guard.watch(row);
  return guard.findings(true).map((finding) => `${finding.header} ${finding.kind.slice('identity-'.length)}`);
}

describe('the eleven-test', () => {
  it.each([
    ['111222333', true],
    ['123456782', true],
    ['123456789', false],
    ['000000000', false],
    ['12345678', false],
  ])('%s -> %s', (digits, passes) => expect(passesElevenTest(digits)).toBe(passes));
});

describe('IdentityGuard', () => {
  it.each<[string, string[], string[][], string[]]>([
    ['half of the tokens is not over half', ['p'], [['111222333'], ['123456789']], []],
    ['over half is', ['p'], [['111222333'], ['123456782'], ['123456789']], ['p bsn']],
    ['a number inside a sentence counts', ['note'], [['bsn 111222333.']], ['note bsn']],
    ['ten digits hold no nine-digit number', ['p'], [['1112223330'], ['0111222333']], []],
    ['an amount is no number of a person', ['cost'], [['111222333,50'], ['-111222333']], []],
    ['one e-mail address is enough', ['note'], [['x'], ['jan@example.org']], ['note email']],
    ['an at-sign alone is not', ['note'], [['@ 10 uur']], []],
    ['postcode and house number', ['note'], [['1234 AB 12']], ['note address']],
    ['house number before the postcode', ['note'], [['Laan 12, 1234 AB']], ['note address']],
    ['a postcode alone is not an address', ['area'], [['1234 AB']], []],
    [
      'postcode and house number in two columns',
      ['postcode', 'huisnummer'],
      [['1234AB', '12']],
      ['postcode address'],
    ],
    ['a dose is no address', ['note'], [['2 x 1000 mg']], []],
    ['a code with a year is no address', ['episode'], [['2024ZT1'], ['2023ZT12']], []],
    ['postcode and a number beside it', ['postcode', 'nr'], [['1234AB', '12']], ['postcode address']],
    ['a number alone is not', ['nr'], [['12']], []],
    [
      'names inside a longer header',
      ['Achternaam patiënt', 'partner_naam', 'naam instelling', 'teamnaam'],
      [['x', 'y', 'z', 'w']],
      ['Achternaam patiënt name', 'partner_naam name'],
    ],
    ['names by header', ['Voornaam', 'teamnaam', 'Naam'], [['x', 'y', 'z']], ['Voornaam name', 'Naam name']],
  ])('%s', (_, header, rows, expected) => expect(found(header, ...rows)).toEqual(expected));

  it('goes on watching: what comes late is refused before the end', async () => {
    const clean = Array.from({ length: 40_000 }, (_, row) => `P${row};in order;2`).join('\n');
    const late = Array.from(
      { length: 40 },
      (_, row) => `P-${row};${numberThatPasses(100_000_000 + row * 97)};2`,
    );
    const file = `patient;remark;hv01\n${clean}\n${late.join('\n')}\n`;
    expect((await outcomeOf(file)).refusal?.issues[0]).toMatchObject({
      code: 'identity-bsn',
      column: 'remark',
    });
    const keyed = await outcomeOf(file, { uses: ['hv01'], pseudonymiseWith: Buffer.from('key') });
    expect(keyed.refusal?.issues[0]).toMatchObject({ code: 'identity-late', column: 'remark' });
  });
});

describe('--pseudonymise-with', () => {
  const key = Buffer.from('Jefe');
  it('is HMAC-SHA-256 (test case 2 of RFC 4231)', () => {
    expect(pseudonym(key, 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
  });

  it('keeps the table without the people: hashed, dropped, cut to an age', async () => {
    const file =
      'bsn;naam;geboortedatum;datum;patient;hv01\n' +
      '111222333;Jansen;02-05-1980;01-05-2024;P1;2\n' +
      '123456782;De Vries;31-12-1990;13-06-2024;P2;7\n' +
      '123456782;De Vries;31-12-1990\n' +
      '111222333;Jansen;;01-05-2024;P3;3\n' +
      '111222333;Jansen;x;01-05-2024;P4;3\n';
    const options = { uses: ['patient', 'hv01'], keepCells: true, pseudonymiseWith: key };
    const { header, cells, table, rejects, report } = await outcomeOf(file, options);
    expect(header).toEqual(['bsn', 'age', 'datum', 'patient', 'hv01']);
    expect(cells?.[0]).toEqual([pseudonym(key, '111222333'), '43', '01-05-2024', pseudonym(key, 'P1'), '2']);
    expect(cells?.map((row) => row[1])).toEqual(['43', '', '']);
    expect(valuesOf(table, 'patient')).toEqual(['P1', 'P3', 'P4'].map((name) => pseudonym(key, name)));
    expect(rejects.map((row) => row.code)).toEqual(['rating-not-allowed', 'row-too-few-fields']);
    const told = JSON.stringify([cells, rejects, report!.issues('en')]);
    for (const value of ['Jansen', 'Vries', '111222333', '123456782', '1980', '1990'])
      expect(told).not.toContain(value);
  });

  it('counts whole years', () => {
    const age = (birth: string, day: string) => ageAt(dayFromIso(birth)!, dayFromIso(day)!);
    expect(age('2000-02-29', '2023-02-28')).toBe(22);
    expect(age('2000-02-29', '2023-03-01')).toBe(23);
    expect(age('1980-05-02', '1980-05-02')).toBe(0);
  });
});
