/** What a user chose on the upload form, checked: unknown values count as not chosen. */

export interface ImportOptions {
  readonly decimal?: ',' | '.';
  readonly dates?: 'dmy' | 'mdy';
  /** Of a workbook. */
  readonly sheet?: string;
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
    map,
  };
}
