/** Sentences about the files of a network: designs, contributions received, keys of members. */

import type { Bilingual } from '../../model/text.ts';

export const NETWORK_SENTENCES = {
  'network-name': {
    nl: 'Een naam bestaat uit 1 tot 64 letters, cijfers, streepjes en liggende streepjes, en begint met een letter of cijfer.',
    en: 'A name has 1 to 64 letters, digits, hyphens and underscores, and starts with a letter or a digit.',
  },
  'design-taken': {
    nl: 'Er is al een opzet met de naam {id}. Kies een andere naam, of open die opzet en wijzig haar daar.',
    en: 'There is a design named {id} already. Choose another name, or open that design and change it there.',
  },
  'design-changed': {
    nl: 'De opzet {id} is intussen gewijzigd of verwijderd. Uw wijziging is niet bewaard; bekijk de opzet opnieuw.',
    en: 'The design {id} was changed or deleted in the meantime. Your change was not kept; look at the design again.',
  },
  'design-unknown': {
    nl: 'Er is geen opzet met de naam {id}. Kies een opzet uit de lijst.',
    en: 'There is no design named {id}. Choose a design from the list.',
  },
  'conversion-unknown': {
    nl: 'De opzet vraagt omrekentabel {wanted}, en die is hier niet geladen. Laad haar bij Sleutels en omrekentabellen.',
    en: 'The design asks for conversion table {wanted}, which is not loaded here. Load it under Keys and conversion tables.',
  },
  'member-unknown': {
    nl: 'De gekozen instelling komt in deze gegevens niet voor. Kies er een uit de lijst.',
    en: 'The member chosen does not occur in these data. Choose one from the list.',
  },
  'member-rows-rejected': {
    nl: 'In dit bestand van {found} instellingen zijn {rejected} rijen afgekeurd; van welke instelling die zijn is niet na te gaan. Lever de rijen van één instelling als eigen bestand aan.',
    en: 'In this file of {found} members {rejected} rows were rejected; whose they are cannot be traced. Load the rows of one member as a file of their own.',
  },
  'contribution-changed': {
    nl: 'Er is niets naar buiten gegaan: gegevens of opzet zijn veranderd sinds u de bijdrage bekeek. Hieronder staat wat er nu naar buiten zou gaan.',
    en: 'Nothing has left: data or design changed since you looked at the contribution. Below is what would leave now.',
  },
  'contribution-known': {
    nl: 'Bestand {name}: deze bijdrage is er al. Er is niets veranderd.',
    en: 'File {name}: this contribution is here already. Nothing was changed.',
  },
  'contributions-none': {
    nl: 'Er is geen bestand gekozen. Kies een of meer bijdragen (.json).',
    en: 'No file was chosen. Choose one or more contributions (.json).',
  },
  'member-key': {
    nl: 'Dit is geen publieke sleutel: verwacht zijn 44 tekens in base64, zoals de instelling ze op haar pagina Sleutels ziet.',
    en: 'This is no public key: expected are 44 characters in base64, as the member sees them on its page Keys.',
  },
} as const satisfies Record<string, Bilingual>;
