/** How codes of items and clusters are recognised however they were written. */

/**
 * `HV01`, `hv1`, `HV 01` or the bare number 1-99 as an item number; undefined for anything else.
 *
 * @example
 * itemNumber('HV07') // => 7
 * itemNumber('HV00') // => undefined
 */
export function itemNumber(text: string): number | undefined {
  const match = /^(?:hv\s*)?0*([1-9]\d?)$/i.exec(text.trim());
  return match === null ? undefined : Number(match[1]);
}

/**
 * `5`, `05`, `5,0`, `ZT05`, `zvt 5`, `type 5` as the number 5; undefined for anything else.
 *
 * @example
 * clusterNumber('ZT05') // => 5
 * clusterNumber('5,0') // => 5
 * clusterNumber('5,5') // => undefined
 */
export function clusterNumber(text: string): number | undefined {
  const match = /^(?:(?:zvt|zt|zorgvraagtype|type|cluster)[\s_-]*)?0*(\d{1,2})(?:[.,]0+)?$/i.exec(
    text.trim(),
  );
  return match === null ? undefined : Number(match[1]);
}

/**
 * `HA01`, `ha 7` or the bare number 1-95 as an answer code, which holds question and severity:
 * 5 x (question - 1) + 1 + severity. Undefined for anything else.
 *
 * @example
 * answerCode('HA95') // => 95
 * answerCode('96') // => undefined
 */
export function answerCode(text: string): number | undefined {
  const match = /^(?:ha\s*)?0*([1-9]\d?)$/i.exec(text.trim());
  const code = match === null ? 0 : Number(match[1]);
  return code >= 1 && code <= 95 ? code : undefined;
}

/**
 * Lower case, without accents and without anything but letters and digits.
 *
 * @example
 * plainWord('ZVT-coëfficiënt') // => 'zvtcoefficient'
 */
export function plainWord(text: string): string {
  return text
    .normalize('NFD')
    .toLowerCase()
    .replace(/[^a-z0-9]/g, '');
}
