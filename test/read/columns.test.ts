/** How headers become columns: names, aliases, order of preference, --map, other questionnaires. */

import { describe, expect, it } from 'vitest';
import { mapColumns } from '../../src/read/column-map.ts';

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
