/** The file of a data set as `meta` names it. */

import type { InputMeta } from '../../src/index.ts';
import type { DataSet } from '../../views/model.ts';

export function inputOf({ name, rows, sha256 }: DataSet): InputMeta {
  return { name, rows: rows.read, sha256 };
}
