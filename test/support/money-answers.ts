/** Made-up answers about money: sensitivity, years, winners, a contract's curve. For writers and charts. */

import type { PaymentCurve } from '../../src/model/payment-curve.ts';
import type {
  SimulationBeside,
  SimulationResult,
  SimulationYear,
  Winners,
} from '../../src/model/simulation.ts';
import { SIMULATION } from './results.ts';

export const TORNADO: NonNullable<SimulationResult['tornado']> = {
  share: 0.1,
  bars: [
    { kind: 'price', name: 'ZT03', lowCents: -320_000_000, highCents: -154_000_000 },
    { kind: 'volume', name: 'VZ2', lowCents: -300_000_000, highCents: -237_041_357 },
    { kind: 'index', name: '1', lowCents: -221_000_000, highCents: -253_000_000 },
  ],
};

export const OTHER: SimulationBeside = {
  scenario: { id: 'other', title: 'Prijs per traject' },
  baseline: { id: 'current', title: 'Huidige omzet' },
  episodes: 19990,
  total: {
    ...SIMULATION.total,
    scenarioCents: 8_900_000_000,
    differenceCents: 87_654_322,
    differencePct: 0.99,
    interval: { undefined: 'te weinig patiënten' },
  },
  byCluster: [],
};

const year = (at: number, differenceCents: number): SimulationYear => ({
  ...SIMULATION.total,
  year: at,
  calendarYear: 2025 + at,
  scenarioCents: SIMULATION.total.baselineCents + differenceCents,
  differenceCents,
  differencePct: (100 * differenceCents) / SIMULATION.total.baselineCents,
  interval: {
    target: 'population',
    level: 0.95,
    lowCents: differenceCents - 140_000_000,
    highCents: differenceCents + 139_000_000,
  },
  contracts: [],
});

export const YEARS: readonly SimulationYear[] = [
  year(0, -237_041_357),
  year(1, -61_000_000),
  year(2, 118_000_000),
];

export const WINNERS: Winners = {
  unit: 'site',
  bins: [
    { to: -0.05, units: 3, share: 0.3 },
    { from: -0.05, to: -0.001, units: 2, share: 0.2 },
    { from: -0.001, to: 0.001, units: 1, share: 0.1 },
    { from: 0.001, to: 0.05, units: 4, share: 0.4 },
    { from: 0.05, units: 0, share: 0 },
  ],
};

export const CURVE: PaymentCurve = {
  payer: 'VZ1',
  form: 'revenue-cap',
  measures: 'held',
  points: [
    { productionCents: 0, payCents: 0 },
    { productionCents: 100_000_000, payCents: 100_000_000 },
    { productionCents: 120_000_000, payCents: 110_000_000 },
    { productionCents: 150_000_000, payCents: 110_000_000 },
    { productionCents: 150_000_000, payCents: 95_000_000 },
    { productionCents: 180_000_000, payCents: 95_000_000 },
  ],
  kinks: [
    {
      productionCents: 100_000_000,
      payCents: 100_000_000,
      slopeBefore: 1,
      slopeAfter: 0.5,
      jumpCents: 0,
    },
    { productionCents: 120_000_000, payCents: 110_000_000, slopeBefore: 0.5, slopeAfter: 0, jumpCents: 0 },
    {
      productionCents: 150_000_000,
      payCents: 95_000_000,
      slopeBefore: 0,
      slopeAfter: 0,
      jumpCents: -15_000_000,
    },
  ],
  here: { productionCents: 110_000_000, payCents: 105_000_000 },
  slopeHere: 0.5,
};
