/** Which sign ends a line: never one that stands inside a quoted cell. */

import { expect, it } from 'vitest';
import { outcomeOf, valuesOf } from './support.ts';

it.each([
  ['\r', '\n'],
  ['\r\n', '\n'],
  ['\n', '\r'],
  ['\n', '\r\n'],
])('%j ends the lines of a file with %j in a remark', async (ending, inside) => {
  const lines = ['patient;hv01;remark', `P1;1;"een${inside}twee"`, 'P2;2;"x"', 'P3;3;'];
  const { table, refusal } = await outcomeOf(lines.join(ending), { uses: ['patient', 'hv01'] });
  expect(refusal).toBeUndefined();
  expect(valuesOf(table, 'patient')).toEqual(['P1', 'P2', 'P3']);
});

it('a quote too many hides no line ending', async () => {
  const text = 'patient;hv01;remark\rP1;1;5" hoog\rP2;2;"a\nb"\rP3;3;\rP4;4;\r';
  const { header } = await outcomeOf(text, { uses: ['patient', 'hv01'] });
  expect(header).toEqual(['patient', 'hv01', 'remark']);
});

it('a stray sign of another kind ends no line, and shows nobody', async () => {
  const { table } = await outcomeOf('patient;hv01;remark\rP1;1;a\nb\rP2;2;\rP3;3;\r', {
    uses: ['patient', 'hv01'],
  });
  expect(valuesOf(table, 'patient')).toEqual(['P1', 'P2', 'P3']);
});
