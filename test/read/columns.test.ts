/** How headers become columns: names, aliases, order of preference, --map, other questionnaires. */

import { describe, expect, it } from 'vitest';
import { columnKey } from '../../src/read/column-key.ts';
import { mapColumns, nearestOf } from '../../src/read/column-map.ts';

interface MappingCase {
  readonly notes: string;
  readonly header: readonly string[];
  readonly map?: Readonly<Record<string, string>>;
  /** Canonical name -> header and how it was recognised. */
  readonly expected: Readonly<Record<string, string>>;
  readonly plain?: readonly string[];
  readonly warned?: readonly string[];
}

const cases: MappingCase[] = [
  {
    notes: 'case, accents, spaces and underscores do not count',
    header: [' PATIËNT ', 'Start-Datum', 'EINDDATUM', 'Bed Days'],
    expected: {
      patient: ' PATIËNT  name',
      start: 'Start-Datum alias',
      end: 'EINDDATUM alias',
      bed_days: 'Bed Days name',
    },
  },
  {
    notes: 'the canonical name wins wherever it stands, then the order of the aliases',
    header: ['patientnummer', 'client', 'patient', 'pseudoniem'],
    expected: { patient: 'patient name' },
    plain: ['patientnummer', 'client', 'pseudoniem'],
    warned: ['client', 'patientnummer', 'pseudoniem'],
  },
  {
    notes: 'a blank header says that a column is not to be read; nothing else takes its place',
    header: ['datum', 'date', 'afdeling'],
    map: { date: '' },
    expected: { team: 'afdeling alias' },
    plain: ['datum', 'date'],
    warned: [],
  },
  {
    notes: 'the earlier alias wins over the later one',
    header: ['zorgaanbieder', 'instelling'],
    expected: { member: 'instelling alias' },
    plain: ['zorgaanbieder'],
    warned: ['zorgaanbieder'],
  },
  {
    notes: '--map wins over a canonical name, which becomes a plain column',
    header: ['team', 'Afdelingscode'],
    map: { team: 'afdelingscode' },
    expected: { team: 'Afdelingscode map' },
    plain: ['team'],
    warned: ['team'],
  },
  {
    notes: 'the families of item headers',
    header: [
      'HV01',
      'hv2',
      'honos3',
      'HoNOS 4',
      'honos_05',
      'vraag 6',
      'Item 7',
      'honos+8',
      'honos A',
      'HoNOS Q',
    ],
    expected: {
      hv01: 'HV01 name',
      hv02: 'hv2 alias',
      hv03: 'honos3 alias',
      hv04: 'HoNOS 4 alias',
      hv05: 'honos_05 alias',
      hv06: 'vraag 6 alias',
      hv07: 'Item 7 alias',
      hv08: 'honos+8 alias',
      hv14: 'honos A alias',
      hv19: 'HoNOS Q alias',
    },
  },
  {
    notes: 'a list of items that goes past 19 is another questionnaire',
    header: ['item 1', 'item 2', 'item 45'],
    expected: {},
    plain: ['item 1', 'item 2', 'item 45'],
  },
  {
    notes: 'a blank header is no column',
    header: ['patient', '', ''],
    expected: { patient: 'patient name' },
    plain: [],
  },
];

describe('mapColumns', () => {
  it.each(cases)('$notes', ({ header, map, expected, plain, warned }) => {
    const mapping = mapColumns(header, map);
    const found = [...mapping.columns].map(([name, column]) => [name, `${column.header} ${column.by}`]);
    expect(Object.fromEntries(found)).toEqual(expected);
    if (plain !== undefined) expect(mapping.plain.map((column) => column.header)).toEqual(plain);
    expect(mapping.warnings.map((warning) => warning.column).sort()).toEqual([...(warned ?? [])].sort());
  });
});

describe('a column that an option names', () => {
  const mapping = mapColumns(['client', 'hv01', 'honos2', 'Afdeling', 'leeftijd', 'vestiging', 'locatie']);
  it.each([
    ['hv01', 'hv01', 'its canonical name'],
    ['client', 'patient', 'a header that is read as one'],
    ['patientnummer', 'patient', 'another alias of the same column'],
    ['hv2', 'hv02', 'an alias, whatever the header'],
    ['AFDELING', 'team', 'case aside'],
    ['Leeftijd', 'leeftijd', 'a plain column'],
    ['vestiging', 'vestiging', 'a header that lost to a better one is itself'],
    ['voormeting', 'voormeting', 'an alias of what is not there stays as it is'],
  ])('%s -> %s (%s)', (wanted, key) => expect(columnKey(mapping, wanted)).toBe(key));
});

describe('nearestOf', () => {
  it.each([
    ['superclustr', 'supercluster'],
    ['pateint', 'patient'],
    ['foo', ''],
    ['xyz', ''],
    ['hv1', 'hv01'],
  ])('%s -> %s', (wanted, nearest) => {
    expect(nearestOf(wanted, ['patient', 'supercluster', 'end', 'hv01', ''])).toBe(nearest);
  });
});
