/** The one way results become JSON: key order as given, two spaces, and nothing that JSON would hide. */

const PLAIN = new Set<unknown>([Object.prototype, null]);

/** Fields where the contract has null as an answer of its own: a unit that is no outlier. */
const MAY_BE_NULL: ReadonlySet<string> = new Set(['outlier']);

/**
 * JSON text of a result, ending in a newline. Same value, same bytes.
 * JSON would turn NaN and infinities into null and drop undefined without a word; what cannot be
 * computed must say so as `{undefined: reason}`, so these and null are faults of the program.
 * @throws Error naming the path of the first value that has no place in a result
 */
export function canonicalJson(value: unknown): string {
  requirePlain(value, '$');
  return `${JSON.stringify(value, null, 2)}\n`;
}

function requirePlain(value: unknown, path: string): void {
  switch (typeof value) {
    case 'string':
    case 'boolean':
      return;
    case 'number':
      if (Number.isFinite(value)) return;
      break;
    case 'object':
      if (Array.isArray(value)) {
        // Not forEach: it would step over the holes of a sparse array.
        for (let index = 0; index < value.length; index += 1) requirePlain(value[index], `${path}[${index}]`);
        return;
      }
      if (value !== null && PLAIN.has(Object.getPrototypeOf(value))) {
        for (const [key, item] of Object.entries(value)) {
          if (item === null && MAY_BE_NULL.has(key)) continue;
          requirePlain(item, `${path}.${key}`);
        }
        return;
      }
      break;
  }
  throw new Error(`A result holds ${describe(value)} at ${path}; say {undefined: reason} instead`);
}

function describe(value: unknown): string {
  if (value === null || typeof value === 'number' || value === undefined) return String(value);
  if (typeof value === 'object') return `an instance of ${value.constructor.name}`;
  return `a ${typeof value}`;
}
