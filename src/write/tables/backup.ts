/** A backup's contents as a table. */

import type { BackupDocument } from '../../model/backup.ts';
import type { ReportTable } from '../../model/figure.ts';
import type { Lang } from '../../model/text.ts';
import { say } from '../../text/say.ts';
import { BACKUP_WORDS } from '../../text/words/backup.ts';

export function backupTable({ files }: BackupDocument, lang: Lang): ReportTable {
  return {
    id: 'files',
    title: say(BACKUP_WORDS.title, lang),
    columns: [
      { key: 'file', label: say(BACKUP_WORDS.file, lang), kind: 'text' },
      { key: 'bytes', label: say(BACKUP_WORDS.bytes, lang), kind: 'count' },
      { key: 'sha256', label: 'SHA-256', kind: 'text' },
    ],
    rows: files.map(({ name, bytes, sha256 }) => [name, bytes, sha256]),
  };
}
