/** English words around the manual. */

export const manual = {
  title: 'Manual',
  lead: 'From the first file to a report for the board, step by step. The manual itself is in Dutch; its pictures show synthetic data.',
  contents: 'Contents',
};
