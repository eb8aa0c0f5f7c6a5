/** What a stamp means, in one sentence with the remedy; shown wherever a stamped input was used. */

import type { Meta, Status } from '../model/meta.ts';
import type { Bilingual, Lang } from '../model/text.ts';

export const STAMP_WORDS: Readonly<Record<Status, Bilingual>> = {
  official: { nl: 'officieel', en: 'official' },
  local: { nl: 'eigen', en: 'local' },
  derived: { nl: 'afgeleid', en: 'derived' },
  illustrative: { nl: 'illustratief', en: 'illustrative' },
  hypothetical: { nl: 'hypothetisch', en: 'hypothetical' },
  synthetic: { nl: 'synthetisch', en: 'synthetic' },
};

const STAMP_NOTES: Readonly<Partial<Record<Status, Bilingual>>> = {
  illustrative: {
    nl: 'ILLUSTRATIEF: deze regelset is door ons gemaakt en is niet de officiële. De officiële tabellen laadt u met `zorgcluster rules import --workbook BESTAND.xlsx --red-rules BESTAND --id NAAM --status official`.',
    en: 'ILLUSTRATIVE: this rule set was made by us and is not the official one. Load the official tables with `zorgcluster rules import --workbook FILE.xlsx --red-rules FILE --id NAME --status official`.',
  },
  hypothetical: {
    nl: 'HYPOTHETISCH: deze prijzen zijn aannames; er bestaat geen officiële prijs per cluster.',
    en: 'HYPOTHETICAL: these prices are assumptions; no official price per cluster exists.',
  },
  synthetic: {
    nl: 'SYNTHETISCH: deze gegevens zijn verzonnen; er staat geen echte patiënt in.',
    en: 'SYNTHETIC: these data are made up; no real patient is in them.',
  },
  derived: {
    nl: 'AFGELEID: een deel van de invoer is berekend uit andere cijfers.',
    en: 'DERIVED: part of the input was computed from other figures.',
  },
};

/** One sentence per stamp of a result. */
export function stampNotes(meta: Pick<Meta, 'stamps'>, lang: Lang): string[] {
  return meta.stamps.flatMap((stamp) => STAMP_NOTES[stamp]?.[lang] ?? []);
}
