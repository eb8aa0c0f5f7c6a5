import { describe, expect, it } from 'vitest';
import { axisMoney, moneyLabel, signedMoneyLabel } from '../../src/chart/labels.ts';
import { placeLabels } from '../../src/chart/place-labels.ts';
import { fitText, textWidth, wrapText } from '../../src/chart/text-lines.ts';

const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('money in figures', () => {
  it.each([
    [0, '€ 0'],
    [95_049, '€ 950'],
    [-1_234_500, '−€ 12.300'],
    [99_949_900, '€ 999.000'],
    [99_995_000, '€ 1,00 mln'],
    [999_600_000, '€ 10,0 mln'],
    [-8_812_345_678, '−€ 88,1 mln'],
    [99_999_999_999, '€ 1.000 mln'],
  ])('%i cents reads %s', (cents, text) => expect(plain(moneyLabel(cents, 'nl'))).toBe(text));

  it('shows a rise by its sign too, and an axis in one unit', () => {
    expect(plain(signedMoneyLabel(500_000, 'en'))).toBe('+€5,000');
    expect([-2e8, 0, 5e7].map(axisMoney('nl', [-3e8, 1e8])).map(plain)).toEqual(['−2,0 mln', '0', '0,5 mln']);
    expect([0, 5e6].map(axisMoney('nl', [0, 9e7]))).toEqual(['0', '50.000']);
  });
});

describe('text in figures', () => {
  it('breaks lines within the width and never inside an amount', () => {
    const lines = wrapText(
      'De omzet daalt met €\u00a02,37\u00a0mln in het scenario van volgend jaar',
      150,
      13,
    );
    expect(lines.length).toBeGreaterThan(2);
    for (const line of lines) expect(textWidth(line, 13)).toBeLessThanOrEqual(150);
    expect(lines.join(' ')).toContain('€\u00a02,37\u00a0mln');
  });

  it('shortens a name to its room', () => {
    expect(fitText('kort', 100, 12)).toBe('kort');
    const short = fitText('Centrum voor ouderenpsychiatrie Oost-Veluwe', 120, 12);
    expect(short).toMatch(/^Centrum.*…$/);
    expect(textWidth(short, 12)).toBeLessThanOrEqual(120);
  });

  // Advances of DejaVu Sans, in units of the font size.
  it.each([
    ['A', 0.684],
    ['N', 0.748],
    ['U', 0.732],
    ['Z', 0.685],
    ['H', 0.752],
  ])('a name in capitals keeps its room: %s', (letter, advance) => {
    expect(textWidth(letter.repeat(40), 12)).toBeGreaterThanOrEqual(advance * 12 * 40 * 0.99);
  });

  it('puts two names that would collide on different sides', () => {
    const points = [
      { x: 100, y: 100, text: 'peer-01' },
      { x: 112, y: 100, text: 'peer-02' },
    ];
    const [one, two] = placeLabels(points, 300, 200, { x: 290, y: 190 });
    expect(one).not.toEqual(two);
    expect(placeLabels([{ x: 295, y: 100, text: 'aan de rand' }], 300, 200, { x: 1, y: 1 })[0]!.anchor).toBe(
      'end',
    );
  });
});
