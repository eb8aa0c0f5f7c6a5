/** Inputs changed by chance: bytes, the cells of a text table, the values of a JSON document, the parts of a ZIP. */

import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { Choose } from './choose.ts';

/** Texts that programs trip over. */
export const ODD_TEXTS: readonly string[] = [
  ...[
    '',
    ' ',
    '-',
    '0',
    '-0',
    '-1',
    '+1',
    '1.5',
    '1,5',
    '1.234,5',
    '1,234.5',
    '1e3',
    '1e309',
    '-1e309',
    '5e-324',
  ],
  ...['NaN', 'Infinity', '-Infinity', 'null', 'undefined', 'true', '0x10', '9007199254740993', '٣', '½'],
  ...[
    '2024-02-30',
    '2024-13-01',
    '0000-00-00',
    '0001-01-01',
    '9999-12-31',
    '99999-01-01',
    '31-12-2024',
    '45306',
  ],
  ...['__proto__', 'constructor', 'prototype', 'toString', 'hasOwnProperty', 'length'],
  ...[
    '\u0000',
    '\ufeff',
    '\u202e',
    '\ud800',
    'İ',
    'ß',
    '🙂',
    'a\nb',
    'a\r\nb',
    '"',
    "'",
    '`',
    ';',
    ',',
    '\t',
    '\\',
  ],
  ...['=1+1', '@x', '<script>alert(1)</script>', '{name}', '%s', "'; drop table data_set; --"],
  ...['../../../etc/passwd', '/etc/passwd', 'C:\\x', '.', '..', '*', '[', '(a+)+$', 'x'.repeat(70_000)],
];

const ODD_NUMBERS: readonly number[] = [
  ...[0, -0, 1, -1, 2, 0.5, -0.5, 1.0000000001, 100, 1e6, 1e15, 2 ** 31, 2 ** 53, -(2 ** 53), 1e21, 1e300],
  ...[1.7976931348623157e308, -1.7976931348623157e308, 5e-324, 0.1 + 0.2],
];

/** Some bytes changed, cut off, doubled, dropped or moved. */
export function mutatedBytes(bytes: Uint8Array, choose: Choose): Uint8Array {
  if (bytes.length === 0) return Uint8Array.of(choose.below(256));
  const [a, b] = [choose.below(bytes.length), choose.below(bytes.length)].sort((x, y) => x - y) as [
    number,
    number,
  ];
  const piece = bytes.subarray(a, Math.min(b, a + 200));
  switch (choose.below(6)) {
    case 0:
      return bytes.subarray(0, b);
    case 1:
      return Buffer.concat([bytes.subarray(0, b), piece, bytes.subarray(b)]);
    case 2:
      return Buffer.concat([bytes.subarray(0, a), bytes.subarray(a + piece.length)]);
    case 3:
      return Buffer.concat([bytes.subarray(b), bytes.subarray(0, b)]);
    case 4:
      return Buffer.concat([bytes.subarray(0, a), Buffer.from(choose.oneOf(ODD_TEXTS)), bytes.subarray(a)]);
    default: {
      const copy = Uint8Array.from(bytes);
      for (let times = choose.below(5); times >= 0; times -= 1)
        copy[choose.below(copy.length)] = choose.below(256);
      return copy;
    }
  }
}

/** A table as text: cells, rows or columns changed; the odd time its bytes. `from` = first row that may change. */
export function mutatedTable(text: string, delimiter: string, choose: Choose, from = 0): string {
  if (choose.onceIn(6)) return Buffer.from(mutatedBytes(Buffer.from(text), choose)).toString('utf8');
  const rows = text.split('\n').map((line) => line.split(delimiter));
  const first = Math.min(from, rows.length - 1);
  for (let times = choose.below(4); times >= 0; times -= 1) {
    const at = first + choose.below(rows.length - first);
    const row = rows[at]!;
    const column = choose.below(row.length);
    const odd = choose.oneOf(ODD_TEXTS);
    switch (choose.below(8)) {
      case 0:
        rows.splice(at, 1);
        if (rows.length === 0) rows.push(['']);
        break;
      case 1:
        rows.splice(at, 0, [...choose.oneOf(rows)]);
        break;
      case 2:
        row.splice(column, 1);
        break;
      case 3:
        for (const each of from === 0 ? rows : rows.slice(1)) each[column] = odd;
        break;
      case 4:
        row[column] = `"${odd.replaceAll('"', '""')}"`;
        break;
      case 5:
        row[column] = row[choose.below(row.length)] ?? '';
        break;
      default:
        row[column] = odd;
    }
  }
  return rows.map((row) => row.join(delimiter)).join('\n');
}

type Json = null | boolean | number | string | Json[] | { [key: string]: Json };

function oddJson(choose: Choose, depth = 0): Json {
  switch (choose.below(depth > 3 ? 5 : 8)) {
    case 0:
      return null;
    case 1:
      return choose.onceIn(2);
    case 2:
    case 3:
      return choose.oneOf(ODD_NUMBERS);
    case 4:
      return choose.oneOf(ODD_TEXTS);
    case 5:
      return Array.from({ length: choose.below(4) }, () => oddJson(choose, depth + 1));
    default:
      return withKey({}, choose.oneOf(ODD_TEXTS), oddJson(choose, depth + 1));
  }
}

/** As JSON.parse does it: `__proto__` becomes a key of its own. */
function withKey(object: { [key: string]: Json }, key: string, value: Json): { [key: string]: Json } {
  Object.defineProperty(object, key, { value, enumerable: true, configurable: true, writable: true });
  return object;
}

/** Every object and list of the document. */
function containersOf(value: Json): (Json[] | { [key: string]: Json })[] {
  if (typeof value !== 'object' || value === null) return [];
  return [value, ...Object.values(value).flatMap(containersOf)];
}

/** A document with some values changed, dropped, doubled, moved or added; the odd time its bytes. */
export function mutatedJson(text: string, choose: Choose): string {
  if (choose.onceIn(10)) return Buffer.from(mutatedBytes(Buffer.from(text), choose)).toString('utf8');
  const root = JSON.parse(text) as Json;
  const copy = (value: Json): Json => JSON.parse(JSON.stringify(value)) as Json;
  for (let times = choose.below(3); times >= 0; times -= 1) {
    const all = containersOf(root);
    const place = choose.oneOf(all);
    const other = Object.values(choose.oneOf(all));
    const value = choose.onceIn(3) && other.length > 0 ? copy(choose.oneOf(other)) : oddJson(choose);
    if (Array.isArray(place)) {
      const at = choose.below(place.length + 1);
      place.splice(at, choose.below(2), ...(choose.onceIn(3) ? [] : [value]));
      continue;
    }
    const keys = Object.keys(place);
    const key = keys.length === 0 || choose.onceIn(6) ? choose.oneOf(ODD_TEXTS) : choose.oneOf(keys);
    const fate = choose.below(4);
    if (fate === 0) delete place[key];
    else if (fate === 1 && typeof place[key] === 'number') place[key] = nearNumber(place[key], choose);
    else withKey(place, key, value);
  }
  return JSON.stringify(root);
}

function nearNumber(value: number, choose: Choose): number {
  return choose.oneOf([-value, value + 1, value - 1, value * 10, value / 3, 1 / value || 0, value + 0.5]);
}

/** A workbook with one of its parts changed as text and packed again, so that its checksum is right. */
export function mutatedZip(bytes: Uint8Array, choose: Choose): Uint8Array {
  if (choose.onceIn(8)) return mutatedBytes(bytes, choose);
  const parts = unzipSync(bytes);
  const names = Object.keys(parts);
  const name = choose.oneOf(names);
  if (choose.onceIn(12)) delete parts[name];
  else parts[name] = strToU8(mutatedXml(strFromU8(parts[name]!), choose));
  return zipSync(parts, { level: choose.oneOf([0, 6]), mtime: new Date(2024, 0, 1) });
}

function mutatedXml(text: string, choose: Choose): string {
  const pieces = text.split(/(?=<)/);
  const at = choose.below(pieces.length);
  const odd = choose.oneOf(ODD_TEXTS);
  switch (choose.below(6)) {
    case 0:
      pieces.splice(at, 1);
      break;
    case 1:
      pieces.splice(at, 0, choose.oneOf(pieces));
      break;
    case 2:
      pieces[at] = pieces[at]!.replace(/"[^"]*"/, () => `"${odd}"`);
      break;
    case 3:
      pieces[at] = pieces[at]!.replace(/>[^<]*/, () => `>${odd}`);
      break;
    case 4:
      pieces.splice(
        at,
        0,
        choose.oneOf(['<![CDATA[', '<!--', '<!DOCTYPE x [<!ENTITY a "b">]>', '&a;', '</row>', '<c/>']),
      );
      break;
    default:
      return Buffer.from(mutatedBytes(Buffer.from(text), choose)).toString('utf8');
  }
  return pieces.join('');
}
