/** What every figure needs besides its numbers: language, size, and where the numbers come from. */

import type { Meta, Status } from '../model/meta.ts';
import type { Lang } from '../model/text.ts';
import { inputInWords } from '../text/input-words.ts';
import { STAMP_WORDS } from '../text/stamps.ts';

export interface FigureContext {
  readonly lang: Lang;
  /** Pixels; 720 unless asked otherwise. Under 500 the drawing is laid out for a telephone. */
  readonly width?: number;
  /** Title and subtitle inside the drawing (default): a page that prints them itself leaves them out. */
  readonly heading?: boolean;
  /** Data set and rule set, for the footer. */
  readonly source: string;
  /** Stamped in the footer. */
  readonly stamps: readonly Status[];
  /** Set apart where a page shows one figure twice: ids on a page are unique. */
  readonly idSuffix?: string;
}

/** The context of a result's figures: inputs, rule set and stamps as its `meta` has them. */
export function figureContext(
  meta: Pick<Meta, 'inputs' | 'rules' | 'stamps'>,
  lang: Lang,
  options: Pick<FigureContext, 'width' | 'heading' | 'idSuffix'> = {},
): FigureContext {
  const source = [
    ...meta.inputs.map(({ name }) => inputInWords(name, lang)),
    ...(meta.rules ? [meta.rules.id] : []),
  ];
  return { lang, ...options, source: source.join(' · '), stamps: meta.stamps };
}

/** `SYNTHETISCH · ILLUSTRATIEF` */
export function stampLine(stamps: readonly Status[], lang: Lang): string {
  return stamps.map((stamp) => STAMP_WORDS[stamp][lang].toUpperCase()).join(' · ');
}

export const DEFAULT_WIDTH = 720;

export function isNarrow(context: FigureContext): boolean {
  return (context.width ?? DEFAULT_WIDTH) < 500;
}
