/** Said where no publication defines a figure. */

import type { Bilingual } from '../../model/text.ts';

export const OWN_DEFINITION: Bilingual = { nl: 'eigen definitie', en: 'own definition' };
