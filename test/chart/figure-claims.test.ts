/** What figures say in words: claims of titles, and labels that keep apart. */

import { describe, expect, it } from 'vitest';
import { classStack } from '../../src/chart/class-stack.ts';
import { figureContext } from '../../src/chart/context.ts';
import { funnelPlot } from '../../src/chart/funnel-plot.ts';
import { memberCaterpillar } from '../../src/chart/member-caterpillar.ts';
import { moneyGroups } from '../../src/chart/money-groups.ts';
import { outcomeDuration } from '../../src/chart/outcome-duration.ts';
import { spreadLabels } from '../../src/chart/spread-labels.ts';
import { xmrChart } from '../../src/chart/xmr-chart.ts';
import { isComputed } from '../../src/write/tables/cells.ts';
import { BENCHMARK, FUNNEL, OUTCOMES, OVER_TIME } from '../support/network-results.ts';
import { META, SIMULATION } from '../support/results.ts';

const OWN = { own: 'GGZ Noordrand' };
const CONTEXT = figureContext(META, 'nl');

describe('what titles claim', () => {
  it('places the own member only where the network lies outside its ellipse', () => {
    expect(outcomeDuration(BENCHMARK, CONTEXT, OWN).title).toBe(
      'GGZ Noordrand: meer verbetering dan het netwerk, kortere zorg',
    );
    expect(outcomeDuration(BENCHMARK, CONTEXT, { own: 'peer-02' }).title).toContain('niet te onderscheiden');
    expect(outcomeDuration(BENCHMARK, CONTEXT).title).toBe('Uitkomst tegen behandelduur');
  });

  it('orders members by value only from ten members on', () => {
    const order = (extra: number) => {
      const more = Array.from({ length: extra }, (_, index) => ({
        ...BENCHMARK.members[2]!,
        member: `z-${index}`,
      }));
      const members = [...BENCHMARK.members.slice(0, 7), ...more];
      return memberCaterpillar({ ...BENCHMARK, members }, 'outcome', CONTEXT).table.rows.map((row) => row[0]);
    };
    expect(order(2).slice(0, 2)).toEqual(['GGZ Noordrand', 'peer-01']);
    expect(order(3).slice(0, 2)).toEqual(['peer-05', 'GGZ Noordrand']);
  });

  it('counts a group as losing only when its whole interval does', () => {
    expect(moneyGroups(SIMULATION.by.site!, 'site', CONTEXT).title).toBe(
      'Per locatie: 1 van 4 zeker achteruit, 0 zeker vooruit',
    );
  });
});

describe('labels moved apart', () => {
  it('stay where they want to be when there is room, in order and inside when there is not', () => {
    const at = (...wanted: number[]) =>
      spreadLabels(
        wanted.map((each) => ({ at: each, size: 10 })),
        0,
        60,
      );
    expect(at(10, 40)).toEqual([10, 40]);
    expect(at(10, 12)).toEqual([6, 16]);
    expect(at(0, 1, 2)).toEqual([5, 15, 25]);
    expect(at(58, 59, 60)).toEqual([35, 45, 55]);
    // The third pushes the block of the first two on.
    expect(at(20, 20, 23)).toEqual([11, 21, 31]);
  });
});

describe('what the funnel and the course over time say', () => {
  it('names who lies outside the outer limits, with the side', () => {
    const figure = funnelPlot(FUNNEL, CONTEXT);
    const outside = FUNNEL.units.filter((unit) => unit.outlier?.level === 0.998);
    expect(outside).toHaveLength(1);
    expect(figure.title).toBe('1 van de 12 eenheden valt buiten de 99,8%-grenzen');
    expect(figure.svg).toContain(`${outside[0]!.unit}: erboven`);
    expect(funnelPlot(FUNNEL, CONTEXT, { own: 'unit 3' }).title).toBe('unit 3 ligt binnen de grenzen');
  });

  it('counts the points with a signal', () => {
    expect(xmrChart(OVER_TIME, CONTEXT).title).toBe(
      'Verbetering per maand: 1 van 8 punten buiten de gewone variatie',
    );
  });

  it('orders one’s own group under the whole', () => {
    const figure = classStack(OUTCOMES, CONTEXT, { by: 'member', own: 'GGZ Zuidrand' });
    if (!isComputed(figure)) throw new Error('not drawn');
    expect(figure.table.rows.map((row) => row[0])).toEqual(['alle', 'GGZ Zuidrand', 'GGZ Noordrand']);
  });
});
