/** Headers of exports as people have them: what is known, what is suggested, what is left alone. */

import { describe, expect, it } from 'vitest';
import { mapColumns } from '../../src/read/column-map.ts';
import { suggestColumns } from '../../src/read/suggest-columns.ts';

const read = (header: readonly string[]) =>
  Object.fromEntries([...mapColumns(header).columns].map(([name, column]) => [name, column.header]));
const suggested = (header: readonly string[]) => Object.fromEntries(suggestColumns(mapColumns(header)));

it('knows the headers of exports by themselves', () => {
  const header = ['Cliëntnr', 'Trajectnr.', 'Zorgvzk', 'Start dd', 'Eind dd', 'Locatienaam', 'Datum afname'];
  expect(read(header)).toEqual({
    patient: 'Cliëntnr',
    episode: 'Trajectnr.',
    payer: 'Zorgvzk',
    start: 'Start dd',
    end: 'Eind dd',
    site: 'Locatienaam',
    date: 'Datum afname',
  });
});

describe('suggests', () => {
  it.each<[string, readonly string[], Readonly<Record<string, string>>]>([
    ['slips of the pen', ['Patientnumer', 'Verzekeerar'], { patient: 'Patientnumer', payer: 'Verzekeerar' }],
    ['what was cut short', ['Vest.', 'Afd', 'Diagn.'], { site: 'Vest.', team: 'Afd', diagnosis: 'Diagn.' }],
    ['what was made longer', ['Startdatum behandeling'], { start: 'Startdatum behandeling' }],
    [
      'words that may mean it',
      ['Behandelteam', 'Afsluitdatum', 'Directe tijd (min)', 'Kostprijs'],
      { team: 'Behandelteam', end: 'Afsluitdatum', minutes: 'Directe tijd (min)', cost: 'Kostprijs' },
    ],
    ['letters left out', ['Zrgvrzkr'], { payer: 'Zrgvrzkr' }],
    ['nothing without a likeness', ['kleur', 'aantal katten', '2024', ''], {}],
    ['nothing for what is known', ['locatie', 'locatiecode'], {}],
  ])('%s', (_, header, expected) => {
    expect(suggested(header)).toEqual(expected);
  });

  it('a family of numbers for the ratings, months not', () => {
    const ratings = Array.from({ length: 19 }, (_, at) => `Q_${String(at + 1).padStart(2, '0')}_score`);
    expect(suggested(ratings)).toMatchObject({ hv01: 'Q_01_score', hv19: 'Q_19_score' });
    expect(suggested(Array.from({ length: 12 }, (_, at) => `maand ${at + 1}`))).toEqual({});
  });

  it('a header for one column at most', () => {
    const found = Object.values(suggested(['Datm', 'Strt', 'Ende', 'Kostn', 'Pati']));
    expect(new Set(found).size).toBe(found.length);
  });
});
