/** What a user chose on the upload form, checked: unknown values count as not chosen. */

export interface ImportOptions {
  readonly decimal?: ',' | '.';
  readonly dates?: 'dmy' | 'mdy';
  /** Of a workbook. */
  readonly sheet?: string;
  /** canonical -> header */
  readonly map: Readonly<Record<string, string>>;
}

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
  return {
    ...(decimal === ',' || decimal === '.' ? { decimal } : {}),
    ...(dates === 'dmy' || dates === 'mdy' ? { dates } : {}),
    ...(sheet === '' ? {} : { sheet }),
    map,
  };
}
