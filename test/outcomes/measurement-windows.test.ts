/** Measurement windows: what lies inside, what does not, and a design that names them. */

import { describe, expect, it } from 'vitest';
import { Refusal } from '../../src/issue/refusal.ts';
import type { Column } from '../../src/model/case-table.ts';
import { withinWindows } from '../../src/outcomes/measurement-windows.ts';
import { parseDesign } from '../../src/read/contribution.ts';
import { caseTable, days, numbers } from '../support/case-table.ts';

const WINDOWS = { pre: { fromDays: -14, untilDays: 28 }, post: { fromDays: -30, untilDays: 0 } };

const values = (column: Column | undefined) => (column?.kind === 'number' ? [...column.values] : []);

describe('measurement windows', () => {
  // Start on day 100, end on day 300.
  const preDates = [86, 85, 128, 129, undefined, 100];
  const postDates = [270, 269, 300, 301, 290, undefined];
  const columns = {
    pre: numbers([1, 2, 3, 4, 5, 6]),
    post: numbers([1, 2, 3, 4, 5, 6]),
    pre_date: days(preDates),
    post_date: days(postDates),
    start: days([100, 100, 100, 100, 100, undefined]),
    end: days([300, 300, 300, 300, undefined, 300]),
  };

  it('include their first and last day; a score without a day is outside', () => {
    const table = withinWindows(caseTable(columns), WINDOWS);
    const blank = Number.NaN;
    expect(values(table.columns.get('pre'))).toEqual([1, blank, 3, blank, blank, blank]);
    expect(values(table.columns.get('post'))).toEqual([1, blank, 3, blank, blank, blank]);
  });

  it('leave alone what they do not name', () => {
    const table = withinWindows(caseTable(columns), { post: WINDOWS.post });
    expect(values(table.columns.get('pre'))).toEqual([1, 2, 3, 4, 5, 6]);
  });

  it('need the days', () => {
    const { pre_date: _, ...rest } = columns;
    expect(() => withinWindows(caseTable(rest), WINDOWS)).toThrow(Refusal);
  });

  it('stand in a design, the right way round', () => {
    expect(parseDesign(JSON.stringify({ windows: WINDOWS }), 'd').windows).toEqual(WINDOWS);
    const turned = { windows: { pre: { fromDays: 5, untilDays: 1 } } };
    expect(() => parseDesign(JSON.stringify(turned), 'd')).toThrow('design-shape');
  });
});
