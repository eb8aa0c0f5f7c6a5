/** Languages and two-language sentences. Dutch is the default everywhere. */

export type Lang = 'nl' | 'en';

/** One sentence or name in both languages; a test compares the two. */
export interface Bilingual {
  readonly nl: string;
  readonly en: string;
}
