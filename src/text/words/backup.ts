/** Words of the tables of `backup` and `restore`. */

import type { Bilingual } from '../../model/text.ts';

export const BACKUP_WORDS = {
  backup: { nl: 'Reservekopie van de gegevensmap', en: 'Backup of the data folder' },
  restore: { nl: 'Gegevensmap teruggezet', en: 'Data folder restored' },
  title: { nl: 'Inhoud van de reservekopie', en: 'Contents of the backup' },
  file: { nl: 'Bestand', en: 'File' },
  bytes: { nl: 'Bytes', en: 'Bytes' },
} as const satisfies Record<string, Bilingual>;
