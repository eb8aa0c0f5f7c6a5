/**
 * The numbers of the gate, each with what it guards against. They hold per member, over unique patients.
 * Invariant: nothing outside tests can change or pass by them.
 */

export const GATE_RULES = 'zorgcluster/gate@1';

/** Fewest patients in any count that can be read off or made by subtraction. */
export const FEWEST_IN_CELL = 10;

/** Fewest patients of a contribution, and per column of the model with its intercept. */
export const FEWEST_PATIENTS = 30;
export const PATIENTS_PER_COLUMN = 10;

/** One patient's largest share in any combination of the sums of squares of the design. */
export const LARGEST_LEVERAGE = 0.2;

/** Share of a sum that its two largest patients may have: the second must not be able to work out the first. */
export const LARGEST_TOP_TWO = 0.85;

/** Share of a column's spread that the other columns may explain: above it they state each patient's value. */
export const LARGEST_EXPLAINED = 0.999;

/** Number, sum and sum of squares give the counts of a column with this many values or fewer. */
export const SOLVABLE_VALUES = 3;

/** Where small levels go. */
export const OTHER_LEVEL = 'other';
