/** How a figure is made, as data: for a page per figure, a report and a contract file. */

import type { Bilingual } from './text.ts';

export interface FigureMethod {
  /** Id of the figure, or what its ids begin with: `groups` is that of `groups-site`. */
  readonly id: string;
  readonly title: Bilingual;
  /** What the figure is, in plain words. */
  readonly definition: Bilingual;
  /** As one would write it by hand; the same in both languages. */
  readonly formulas: readonly string[];
  /** Publications, or 'own definition'. */
  readonly sources: readonly Bilingual[];
  /** Who or what gives the same numbers. */
  readonly agreement: Bilingual;
  /** Files of this project that show it, from its root. */
  readonly evidence: readonly string[];
  readonly notWhen: readonly Bilingual[];
}
