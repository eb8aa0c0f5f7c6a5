/** What an input is called in print that is no file of a reader's own. */

import type { Lang } from '../model/text.ts';

const WORDS: Readonly<Record<string, Readonly<Record<Lang, string>>>> = {
  // As `combinedInput` names all contributions at once: the name of one file would tell a peer.
  contributions: { nl: 'bijdragen van de leden', en: 'contributions of the members' },
};

export function inputInWords(name: string, lang: Lang): string {
  return WORDS[name]?.[lang] ?? name;
}
