/** English words of the page on which columns are corrected. */

export const columns = {
  title: 'Columns of {name}',
  lead: 'This is how the columns were recognised. If something is not right, choose the right one; the file is read again without being sent again.',
  correct: 'Correct columns and choices',
  otherFile: 'Choose another file',
  refusedLead:
    'Nothing is stored yet. The file itself is still here: choose another sheet, other columns or another notation, and read it again.',
  sheetTitle: 'Sheet',
  sheetLead: 'This workbook has more than one sheet. Choose the one with one row per episode.',
  sheetShow: 'Show this sheet',
  warnings: 'Note',
  main: 'Episode, groups, money and ROM',
  ratings: 'HoNOS+ items',
  ratingsFound: '{found} of {all} recognised',
  column: 'Our column',
  header: 'Column in your file',
  how: 'Recognised',
  unread: '(do not read)',
  by: {
    name: 'by its name',
    alias: 'by a known other name',
    map: 'pointed out by you',
    remembered: 'remembered from an earlier file',
    none: 'not found',
  },
  plain: 'Columns that are read as nothing are kept as they are: {names}.',
  notation: 'Notation',
  remember: 'Remember',
  institution: 'For which institution?',
  institutionHint:
    'What you point out here is read so by itself in a next file. Name the institution when you load files of several; blank = for every file.',
  submit: 'Read and check again',
  keptNote: 'The file stays here until you delete the data or stop the application.',
};
