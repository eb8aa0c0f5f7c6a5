/**
 * The columns of the contract: name, kind of content, and the headers they are also known by.
 * Invariant: aliases stand in order of preference; matching ignores case, accents and separators.
 */

import type { CanonicalColumn } from '../model/case-table.ts';
import { RATING_COLUMNS } from '../table/column-access.ts';

export type CaseColumnKind = 'text' | 'number' | 'amount' | 'day' | 'rating' | 'cluster' | 'supercluster';

export interface CaseColumnSpec {
  readonly name: CanonicalColumn;
  /** `amount` is a number of 0 or more. */
  readonly kind: CaseColumnKind;
  readonly aliases: readonly string[];
}

/** Labels of the form from item 14 on. */
const LETTERS = ['a', 'b', 'c', 'd', 'e', 'q'];

function ratingAliases(index: number): string[] {
  const number = String(index + 1);
  const padded = number.padStart(2, '0');
  const letter = index >= 13 ? [LETTERS[index - 13]!] : [];
  return ['hv', 'honos', 'honosplus', 'vraag', 'item', 'honosvraag', 'honositem'].flatMap((family) => [
    `${family}${number}`,
    ...(padded === number ? [] : [`${family}${padded}`]),
    ...(family.startsWith('honos') ? letter.map((label) => `${family}${label}`) : []),
  ]);
}

export const CASE_COLUMNS: readonly CaseColumnSpec[] = [
  {
    name: 'patient',
    kind: 'text',
    aliases: [
      'client',
      'patientnummer',
      'pseudoniem',
      'cliëntnummer',
      'patiëntnummer',
      'cliënt',
      'patiënt',
      'patient_id',
      'client_id',
      'pseudonym',
      'clientnr',
      'patientnr',
      'patnr',
      'clientcode',
      'patientcode',
    ],
  },
  {
    name: 'episode',
    kind: 'text',
    aliases: [
      'zorgtraject',
      'trajectnummer',
      'zorgtrajectnummer',
      'behandeltraject',
      'episode_id',
      'traject_id',
      'zorgtraject_id',
      'trajectnr',
      'zorgtrajectnr',
    ],
  },
  {
    name: 'member',
    kind: 'text',
    aliases: ['instelling', 'zorgaanbieder', 'agb', 'agb_code', 'zorginstelling', 'instellingsnaam'],
  },
  { name: 'site', kind: 'text', aliases: ['locatie', 'vestiging', 'locatienaam', 'vestigingsnaam'] },
  { name: 'team', kind: 'text', aliases: ['afdeling', 'teamnaam', 'afdelingsnaam'] },
  {
    name: 'payer',
    kind: 'text',
    aliases: ['verzekeraar', 'uzovi', 'zorgverzekeraar', 'uzovi_code', 'zorgvzk', 'uzovi_nr', 'uzovinummer'],
  },
  { name: 'setting', kind: 'text', aliases: [] },
  { name: 'diagnosis', kind: 'text', aliases: ['diagnosegroep', 'diagnose', 'hoofddiagnose'] },
  {
    name: 'date',
    kind: 'day',
    aliases: ['datum', 'afnamedatum', 'scoredatum', 'meetdatum', 'datum_afname', 'datum_score'],
  },
  { name: 'supercluster', kind: 'supercluster', aliases: ['hoofdgroep'] },
  ...RATING_COLUMNS.map(
    (name, index): CaseColumnSpec => ({ name, kind: 'rating', aliases: ratingAliases(index) }),
  ),
  {
    name: 'chosen_cluster',
    kind: 'cluster',
    aliases: ['gekozen_zorgvraagtype', 'gekozen_cluster', 'gekozen_zorgcluster', 'zorgvraagtype', 'zvt'],
  },
  {
    name: 'start',
    kind: 'day',
    aliases: [
      'startdatum',
      'begindatum',
      'start_date',
      'datum_start',
      'datum_begin',
      'begin',
      'start_dd',
      'begin_dd',
      'startdatum_zorgtraject',
      'begindatum_zorgtraject',
    ],
  },
  {
    name: 'end',
    kind: 'day',
    aliases: [
      'einddatum',
      'end_date',
      'datum_einde',
      'datum_eind',
      'einde',
      'eind_dd',
      'einde_dd',
      'einddatum_zorgtraject',
    ],
  },
  {
    name: 'bed_days',
    kind: 'amount',
    aliases: ['verblijfsdagen', 'ligdagen', 'beddagen', 'aantal_verblijfsdagen', 'aantal_ligdagen'],
  },
  {
    name: 'minutes',
    kind: 'amount',
    aliases: ['minuten', 'behandelminuten', 'aantal_minuten', 'totaal_minuten'],
  },
  { name: 'current_revenue', kind: 'number', aliases: ['huidige_omzet', 'omzet'] },
  { name: 'cost', kind: 'number', aliases: ['kosten', 'totale_kosten'] },
  { name: 'instrument', kind: 'text', aliases: ['meetinstrument', 'vragenlijst'] },
  { name: 'pre', kind: 'number', aliases: ['voormeting', 'score_voormeting', 'voormeting_score'] },
  { name: 'post', kind: 'number', aliases: ['nameting', 'score_nameting', 'nameting_score'] },
  { name: 'pre_date', kind: 'day', aliases: ['voormeting_datum', 'datum_voormeting', 'voormetingsdatum'] },
  { name: 'post_date', kind: 'day', aliases: ['nameting_datum', 'datum_nameting', 'nametingsdatum'] },
  { name: 'rom_status', kind: 'text', aliases: ['romstatus', 'meetstatus'] },
  { name: 'origin', kind: 'text', aliases: ['herkomst'] },
];

/** A header as people see it: no case, no accents, no spaces around. Two equal ones are refused. */
export function plainHeader(header: string): string {
  return header.normalize('NFKD').replace(/\p{M}/gu, '').trim().toLowerCase();
}

/** A header as it is matched: of `plainHeader` only the letters and digits. */
export function headerKey(header: string): string {
  return plainHeader(header).replace(/[^\p{L}\p{N}]/gu, '');
}

const BY_KEY = new Map<string, { readonly spec: CaseColumnSpec; readonly rank: number }>();
for (const spec of CASE_COLUMNS) {
  for (const [rank, alias] of [spec.name, ...spec.aliases].entries()) {
    const key = headerKey(alias);
    if (!BY_KEY.has(key)) BY_KEY.set(key, { spec, rank });
  }
}

/** The column a header is known as; rank 0 = its canonical name, then alias order. */
export function knownHeader(
  header: string,
): { readonly spec: CaseColumnSpec; readonly rank: number } | undefined {
  return BY_KEY.get(headerKey(header));
}

/** The contract's column of that exact name. */
export function caseColumn(name: string): CaseColumnSpec | undefined {
  const known = BY_KEY.get(headerKey(name));
  return known?.spec.name === name ? known.spec : undefined;
}
