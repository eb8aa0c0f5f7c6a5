/** Sentences about scenarios and price lists as files that are kept. */

import type { Bilingual } from '../../model/text.ts';

export const SCENARIO_FILE_SENTENCES = {
  'scenario-id': {
    nl: 'De naam van een scenario bestaat uit letters, cijfers, streepjes en lage streepjes (ten hoogste 64). Kies zo’n naam.',
    en: 'The name of a scenario consists of letters, digits, hyphens and underscores (at most 64). Choose such a name.',
  },
  'scenario-id-taken': {
    nl: 'Er is al een scenario of prijslijst met de naam {id}. Kies een andere naam.',
    en: 'There is already a scenario or price list named {id}. Choose another name.',
  },
  'scenario-changed': {
    nl: 'Scenario {id} is veranderd of verwijderd sinds deze pagina werd geopend. Er is niets bewaard; open het scenario opnieuw, of bewaar onder een nieuwe naam.',
    en: 'Scenario {id} was changed or removed since this page was opened. Nothing was kept; open the scenario again, or save under a new name.',
  },
  'scenario-path': {
    nl: 'In een bewaard scenario is {where} de naam van een ander bestand hier, geen pad. Haal de punt of schuine streep weg, of stuur de prijslijst mee.',
    en: 'In a scenario that is kept, {where} is the name of another file here, not a path. Remove the dot or slash, or send the price list along.',
  },
  'scenario-not-own': {
    nl: 'Scenario {id} staat niet in de gegevensmap: een meegeleverd scenario blijft zoals het is. Maak een kopie en verander die.',
    en: 'Scenario {id} is not in the data folder: a scenario that comes with the product stays as it is. Make a copy and change that.',
  },
  'scenario-in-use': {
    nl: 'Scenario {id} is het uitgangspunt of de prijslijst van: {users}. Verander of verwijder die eerst.',
    en: 'Scenario {id} is the baseline or the price list of: {users}. Change or remove those first.',
  },
  'scenario-title-blank': {
    nl: 'Geef het scenario een titel.',
    en: 'Give the scenario a title.',
  },
  'scenario-upload-empty': {
    nl: 'Er is geen bestand gekozen. Kies een scenario (JSON), een prijslijst (CSV), of beide.',
    en: 'No file was chosen. Choose a scenario (JSON), a price list (CSV), or both.',
  },
  'search-amount': {
    nl: '{field} is niet als bedrag gelezen. Schrijf een bedrag in euro’s, of laat het veld leeg.',
    en: '{field} was not read as an amount. Write an amount in euros, or leave the field blank.',
  },
  'scenario-too-many-rows': {
    nl: 'Een prijslijst heeft hier ten hoogste {most} regels. Splits haar, of bewerk haar als CSV en laad haar in.',
    en: 'A price list has at most {most} rows here. Split it, or edit it as CSV and import it.',
  },
} as const satisfies Record<string, Bilingual>;
