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
/** Parts of a whole, from what is wanted to what is not: neighbours differ in grey print too. */
export const STEPS: readonly string[] = [ACCENT, '#56b4e9', GREY, '#e69f00', '#9c3f00'];
