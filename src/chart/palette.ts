/**
 * Colours of all figures, from the Okabe-Ito set (distinguishable with any colour vision), chosen to
 * stand out from white and from dark paper alike and to differ in grey. Text is `currentColor`.
 * Sign is shown by position and word, never by red against green.
 */

/** One's own institution, the scenario, the advice. */
export const ACCENT = '#0072b2';
/** What falls, where one sign must differ from the other besides its place. */
export const SECOND = '#d07000';
/** Peers, the baseline, context. */
export const GREY = '#858c95';
/** Axis lines and grid on any paper. */
export const LINE = '#9aa1a9';

/** Steps of one scale from most to least, for parts of a whole: dark to light, so that grey print keeps the order. */
export const STEPS: readonly string[] = ['#0072b2', '#56b4e9', '#b9a04a', '#d07000', '#858c95'];
