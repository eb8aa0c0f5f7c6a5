/** A recorded run made again, as a table of what differs. */

import type { ReportTable } from '../../model/figure.ts';
import type { VerifyDocument } from '../../model/simulation.ts';
import type { Bilingual, Lang } from '../../model/text.ts';
import { columnsIn } from './cells.ts';

const WORDS = {
  title: { nl: 'Wat verschilt', en: 'What differs' },
  where: { nl: 'Plaats', en: 'Place' },
  recorded: { nl: 'Vastgelegd', en: 'Recorded' },
  found: { nl: 'Nu', en: 'Now' },
} as const satisfies Record<string, Bilingual>;

/** Table `differences`; none when nothing differs. */
export function verifyTables({ differences }: VerifyDocument, lang: Lang): ReportTable[] {
  if (differences.length === 0) return [];
  const col = columnsIn(lang);
  return [
    {
      id: 'differences',
      title: WORDS.title[lang],
      columns: [
        col('where', WORDS.where, 'text'),
        col('recorded', WORDS.recorded, 'text'),
        col('found', WORDS.found, 'text'),
      ],
      rows: differences.map(({ where, recorded, found }) => [where, recorded, found]),
    },
  ];
}
