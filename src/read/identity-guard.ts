/**
 * Watches for columns that name a person: by header, and by what stands in the cells.
 * Invariant: it keeps counts only, never a value.
 */

import { headerKey } from './case-columns.ts';
import { utf8Text } from './decode.ts';
import type { PlainLine } from './plain-cells.ts';

/** What a column gives away; also the code. */
export type IdentityKind =
  | 'identity-bsn'
  | 'identity-email'
  | 'identity-address'
  | 'identity-name'
  | 'identity-birth';

export interface IdentityFinding {
  readonly kind: IdentityKind;
  readonly index: number;
  readonly header: string;
}

const NAME_HEADERS = new Set(
  [
    'naam voornaam voornamen achternaam geboortenaam meisjesnaam tussenvoegsel tussenvoegsels',
    'voorletters initialen roepnaam familienaam patientnaam naampatient clientnaam naamclient',
    'volledigenaam name firstname lastname surname fullname patientname clientname maidenname',
    'adres straat straatnaam woonadres address street telefoon telefoonnummer mobiel phone iban',
  ]
    .join(' ')
    .split(' '),
);
const BSN_HEADERS = new Set(['bsn', 'burgerservicenummer', 'bsnnummer', 'sofinummer']);
const EMAIL_HEADERS = new Set(['email', 'emailadres', 'mail', 'mailadres', 'emailaddress']);
/** Beside a column of postcodes only: alone they say nothing. */
const HOUSE_NUMBER_HEADERS = new Set(
  'huisnummer huisnr housenumber huisnummertoevoeging hnr nr nummer'.split(' '),
);
/** Wherever they stand in a header they speak of a person's name. */
const NAME_PART = /voornaam|voornamen|achternaam|geboortenaam|meisjesnaam|familienaam|roepnaam|voorletters/;
/** Whose name: `naam instelling` names no person. */
const WHOSE_NAME = /(patient|client|partner|contactpersoon|behandelaar|huisarts|ouder|moeder|vader)/;
const BIRTH_HEADERS = new Set([
  'geboortedatum',
  'gebdatum',
  'geboortedag',
  'birthdate',
  'dateofbirth',
  'dob',
]);

const NINE_DIGITS = /(?<![\d.,-])(?:\d{9}|\d{4}\.\d{2}\.\d{3})(?![\d-]|[.,]\d)/g;
const EMAIL = /[^\s@;,<>]+@[^\s@;,<>]+\.[a-z]{2,}/i;
const POSTCODE = /^[1-9]\d{3} ?[A-Z]{2}$/i;
/** Capitals only: `2 x 1000 mg` is no address. */
const ADDRESS =
  /\b[1-9]\d{3} ?[A-Z]{2}[ ,]+(?:(?:huis)?(?:nr|nummer)\.? ?)?[1-9]\d{0,4}\b|\b[1-9]\d{0,4} ?[a-zA-Z]?[ ,]+[1-9]\d{3} ?[A-Z]{2}\b/;
/** Postcode and house number run together; a year with a code in it looks the same, so a majority decides. */
const JOINED_ADDRESS = /^(?!19|20)[1-9]\d{3}[A-Z]{2}[1-9]\d{0,4}[A-Z]?$/i;

/** Rows after which a cell is looked at only now and then. */
const WATCH_CLOSELY = 20_000;
const WATCH_EVERY = 8;

const AT_SIGN = 64;

/** Whether nine digits pass the eleven-test of a Dutch citizen number (BSN); all zeros do not count. */
export function passesElevenTest(digits: string): boolean {
  if (!/^\d{9}$/.test(digits) || /^0+$/.test(digits)) return false;
  let sum = -Number(digits[8]);
  for (let at = 0; at < 8; at += 1) sum += (9 - at) * Number(digits[at]);
  return sum % 11 === 0;
}

/** Whether a header says that the column holds a date of birth. */
export function isBirthHeader(header: string): boolean {
  return BIRTH_HEADERS.has(headerKey(header));
}

export interface IdentityCounts {
  filled: number;
  nineDigits: number;
  bsn: number;
  email: number;
  postcode: number;
  address: number;
  joined: number;
}

export class IdentityGuard {
  readonly #header: readonly string[];
  readonly #counts: IdentityCounts[];
  readonly #byHeader: readonly IdentityFinding[];
  readonly #houseNumbers: boolean;
  #rows: number;

  /** `rowsBefore`: rows of the file that another guard sees. */
  constructor(header: readonly string[], rowsBefore = 0) {
    this.#header = header;
    this.#rows = rowsBefore;
    this.#counts = header.map(() => ({
      filled: 0,
      nineDigits: 0,
      bsn: 0,
      email: 0,
      postcode: 0,
      address: 0,
      joined: 0,
    }));
    this.#byHeader = header.flatMap((name, index): IdentityFinding[] => {
      const kind = kindOfHeader(headerKey(name));
      return kind === undefined ? [] : [{ kind, index, header: name }];
    });
    this.#houseNumbers = header.some((name) => HOUSE_NUMBER_HEADERS.has(headerKey(name)));
  }

  /** Looks at a row: closely at the beginning of a file, then at one in eight. */
  watch(row: readonly string[]): void {
    if (!this.#looksAtNext()) return;
    const columns = Math.min(row.length, this.#counts.length);
    for (let index = 0; index < columns; index += 1) {
      const cell = row[index]!;
      const counts = this.#counts[index]!;
      if (cell !== '') counts.filled += 1;
      // A postcode has six characters; everything shorter names nobody.
      if (cell.length >= 6) count(cell, counts);
    }
  }

  /** The same of a row as bytes: text is made only of a cell that could name somebody. */
  watchPlain({ bytes, from, to }: PlainLine): void {
    if (!this.#looksAtNext()) return;
    for (let index = 0; index < this.#counts.length; index += 1) {
      const [start, end] = [from[index]!, to[index]!];
      if (start === end) continue;
      const counts = this.#counts[index]!;
      counts.filled += 1;
      if (end - start < 6 || namesNobody(bytes, start, end)) continue;
      const cell = utf8Text(bytes, start, end);
      if (cell.length >= 6) count(cell, counts);
    }
  }

  #looksAtNext(): boolean {
    this.#rows += 1;
    return this.#rows <= WATCH_CLOSELY || this.#rows % WATCH_EVERY === 0;
  }

  /** Per column. */
  get counts(): readonly IdentityCounts[] {
    return this.#counts;
  }

  /** What another guard counted in other rows of the file. */
  add(counts: readonly IdentityCounts[]): void {
    for (const [index, own] of this.#counts.entries()) {
      for (const key of Object.keys(own) as (keyof IdentityCounts)[]) own[key] += counts[index]![key];
    }
  }

  /** Whether some beginning of the rows could have been taken for a column that names people. */
  get doubts(): boolean {
    return this.#counts.some(
      ({ bsn, email, address, joined, postcode }) =>
        bsn >= 3 || email > 0 || address > 0 || joined >= 3 || (this.#houseNumbers && postcode > 0),
    );
  }

  /**
   * Columns that name people, by header first; one finding per column. While the file is not read
   * to its end, one or two numbers that happen to pass the eleven-test condemn no column.
   */
  findings(atEnd: boolean): IdentityFinding[] {
    const found = new Map(this.#byHeader.map((finding) => [finding.index, finding]));
    for (const [index, counts] of this.#counts.entries()) {
      const kind = kindOfContent(counts, this.#houseNumbers, atEnd ? 1 : 3);
      if (kind !== undefined && !found.has(index))
        found.set(index, { kind, index, header: this.#header[index]! });
    }
    return [...found.values()].sort((a, b) => a.index - b.index);
  }
}

function kindOfHeader(key: string): IdentityKind | undefined {
  if (BSN_HEADERS.has(key)) return 'identity-bsn';
  if (EMAIL_HEADERS.has(key)) return 'identity-email';
  if (BIRTH_HEADERS.has(key)) return 'identity-birth';
  const names = NAME_HEADERS.has(key) || NAME_PART.test(key) || (/naam/.test(key) && WHOSE_NAME.test(key));
  return names ? 'identity-name' : undefined;
}

function kindOfContent(
  counts: IdentityCounts,
  houseNumbers: boolean,
  least: number,
): IdentityKind | undefined {
  if (counts.bsn >= least && counts.bsn > counts.nineDigits / 2) return 'identity-bsn';
  if (counts.email > 0) return 'identity-email';
  if (counts.address > 0 || (counts.joined >= least && counts.joined > counts.filled / 2))
    return 'identity-address';
  return houseNumbers && counts.postcode > counts.filled / 2 ? 'identity-address' : undefined;
}

/**
 * Whether `count` would find nothing in a cell: it looks for nine digits, an @, or two letters beside each other
 * with four digits somewhere.
 */
function namesNobody(bytes: Uint8Array, from: number, to: number): boolean {
  let digits = 0;
  let letters = 0;
  let beside = false;
  for (let at = from; at < to; at++) {
    const byte = bytes[at]!;
    if (byte === AT_SIGN) return false;
    // Small letters; bytes above ASCII are none.
    const letter = (byte | 32) - 97;
    if (letter >= 0 && letter < 26 && byte < 128) {
      letters += 1;
      if (letters === 2) beside = true;
      continue;
    }
    letters = 0;
    if (byte >= 48 && byte <= 57) digits += 1;
  }
  return digits < 4 || (digits < 9 && !beside);
}

function count(cell: string, counts: IdentityCounts): void {
  if (cell.length >= 9) {
    for (const token of cell.match(NINE_DIGITS) ?? []) {
      counts.nineDigits += 1;
      if (passesElevenTest(token.replaceAll('.', ''))) counts.bsn += 1;
    }
  }
  const at = cell.indexOf('@');
  // A stretch around the sign: a long text would make the pattern slow.
  if (at > 0 && EMAIL.test(cell.slice(Math.max(0, at - 64), at + 256))) counts.email += 1;
  // Two letters side by side and a digit are the least an address has; numbers and dates end here.
  if (!/[a-z]{2}/i.test(cell)) return;
  const text = cell.trim();
  if (POSTCODE.test(text)) counts.postcode += 1;
  else if (JOINED_ADDRESS.test(text)) counts.joined += 1;
  else if (ADDRESS.test(text)) counts.address += 1;
}
