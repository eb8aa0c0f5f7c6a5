/** Where two JSON documents differ: for the check that a recorded run gives the same again. */

export interface DocumentDifference {
  /** Keys and positions from the top, such as `by.site[2].scenarioCents`. */
  readonly where: string;
  /** JSON text of each side; "" where the side has nothing there. */
  readonly recorded: string;
  readonly found: string;
}

/**
 * Differences in the order of the recorded document; equal documents give none.
 *
 * @example
 * documentDifferences({ a: [1, 2] }, { a: [1, 3] }) // => [{ where: 'a[1]', recorded: '2', found: '3' }]
 */
export function documentDifferences(recorded: unknown, found: unknown, where = ''): DocumentDifference[] {
  if (isObject(recorded) && isObject(found) && Array.isArray(recorded) === Array.isArray(found)) {
    const keys = [...new Set([...Object.keys(recorded), ...Object.keys(found)])];
    return keys.flatMap((key) => {
      const place = Array.isArray(recorded) ? `${where}[${key}]` : where === '' ? key : `${where}.${key}`;
      return documentDifferences(own(recorded, key), own(found, key), place);
    });
  }
  if (Object.is(recorded, found)) return [];
  return [{ where, recorded: textOf(recorded), found: textOf(found) }];
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

/** A key such as `constructor`, that a document does not have, every object inherits. */
function own(document: Readonly<Record<string, unknown>>, key: string): unknown {
  return Object.hasOwn(document, key) ? document[key] : undefined;
}

function textOf(value: unknown): string {
  return value === undefined ? '' : JSON.stringify(value);
}
