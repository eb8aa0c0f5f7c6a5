/** What a user chose on the upload form, checked: unknown values count as not chosen. */

export interface ImportOptions {
  readonly decimal?: ',' | '.';
  readonly dates?: 'dmy' | 'mdy';
  /** Of a workbook. */
  readonly sheet?: string;
  /** Several ratings per patient: each holds until the next. */
  readonly assessments?: true;
  /** Identities are taken out with the key of the data folder. */
  readonly pseudonymise?: true;
  /** canonical -> header; blank = not to be read */
  readonly map: Readonly<Record<string, string>>;
  /** Whose file it is: what is pointed out is remembered for its next one. */
  readonly institution?: string;
  /** `map` says all there is to say; nothing remembered is added. */
  readonly whole?: true;
}

/** Longest name of an institution that is kept. */
const LONGEST_NAME = 80;

export function readImportOptions(fields: ReadonlyMap<string, string>): ImportOptions {
  const decimal = fields.get('decimal');
  const dates = fields.get('dates');
  const sheet = (fields.get('sheet') ?? '').trim();
  const lines = (fields.get('map') ?? '').split(/\r?\n/);
  const map: Record<string, string> = {};
  for (const line of lines) {
    const at = line.indexOf('=');
    if (at > 0) map[line.slice(0, at).trim()] = line.slice(at + 1).trim();
  }
  const institution = (fields.get('institution') ?? '').trim().slice(0, LONGEST_NAME);
  return {
    ...(institution === '' ? {} : { institution }),
    ...(decimal === ',' || decimal === '.' ? { decimal } : {}),
    ...(dates === 'dmy' || dates === 'mdy' ? { dates } : {}),
    ...(sheet === '' ? {} : { sheet }),
    ...(fields.get('assessments') === '1' ? { assessments: true } : {}),
    ...(fields.get('pseudonymise') === '1' ? { pseudonymise: true } : {}),
    map,
  };
}

/** What the head of a file is read with: its columns are shown also where one that is needed is not found yet. */
export function headOptions({
  decimal,
  dates,
  sheet,
}: Omit<ImportOptions, 'map'>): Pick<ImportOptions, 'decimal' | 'dates' | 'sheet'> {
  return {
    ...(decimal === undefined ? {} : { decimal }),
    ...(dates === undefined ? {} : { dates }),
    ...(sheet === undefined ? {} : { sheet }),
  };
}
