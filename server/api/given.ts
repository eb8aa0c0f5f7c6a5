/** Bodies without the keys that were not sent. */

/** Absent keys and keys with `undefined` are one to a schema, two to the types. */
export type Given<T> = { [K in keyof T]: Exclude<T[K], undefined> };

export function given<T extends object>(value: T): Partial<Given<T>> {
  return Object.fromEntries(Object.entries(value).filter(([, each]) => each !== undefined)) as Given<T>;
}
