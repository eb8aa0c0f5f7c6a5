/** A table of a rule set as text: what `read` hands to this folder, whatever file it came from. */

export interface ParsedTable {
  /** Base name of the file, for sentences. */
  readonly name: string;
  readonly header: readonly string[];
  /** Data rows, each as long as the header; row 1 of a sentence is `rows[0]`. */
  readonly rows: readonly (readonly string[])[];
}
