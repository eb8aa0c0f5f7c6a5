/** Names of tables per data set: only ever made from ids of our own pattern, so no text becomes SQL. */

/** Lower-case letters and digits, at most 32: what the store hands out as data set ids. */
export const STORE_ID = /^[a-z0-9]{1,32}$/;

/** @throws Error for an id that the store did not make */
export function tableName(kind: 'cases' | 'words' | 'scores', id: string): string {
  if (!STORE_ID.test(id)) throw new Error('Not a data set id');
  return `${kind}_${id}`;
}
