/** Who a synthetic patient is: member, site, team, payer, age, sex and diagnosis. */

import { PSYCHOSOMATIC } from './assumptions.ts';
import { PAYERS, type SyntheticMember } from './network.ts';
import type { Random } from './random.ts';

export interface SyntheticPatient {
  readonly id: string;
  readonly member: SyntheticMember;
  readonly site: string;
  readonly team: string;
  readonly payer: string;
  readonly age: number;
  readonly sex: 'v' | 'm';
  readonly diagnosis: string;
}

type Weighted = Readonly<Record<string, number>>;

/** Teams and diagnoses by cluster number: ours, after the clusters' names. */
const COMMON: Weighted = { depressie: 0.4, angst: 0.35, trauma: 0.15, overig: 0.1 };
const LASTING: Weighted = { depressie: 0.35, angst: 0.25, trauma: 0.2, autisme: 0.2 };
const CHAOTIC: Weighted = { persoonlijkheid: 0.75, trauma: 0.25 };
const PSYCHOSIS: Weighted = { psychose: 0.75, bipolair: 0.25 };

export function syntheticPatient(
  number: number,
  clusterNumber: number,
  member: SyntheticMember,
  random: Random,
): SyntheticPatient {
  const kind = clusterNumber < 10 ? 'common' : clusterNumber < 18 ? 'psychosis' : 'organic';
  const psychosomatic = kind === 'common' && random.chance(PSYCHOSOMATIC.share);
  const [meanAge, sdAge, women] =
    kind === 'common' ? [40, 14, 0.6] : kind === 'psychosis' ? [44, 13, 0.42] : [77, 8, 0.56];
  return {
    id: `P${String(number).padStart(7, '0')}`,
    member,
    site: member.sites[random.between(0, member.sites.length - 1)]!,
    team: psychosomatic ? PSYCHOSOMATIC.team : choose(teamsOf(clusterNumber), random),
    payer: PAYERS[random.pick(member.payerWeights)]!,
    age: Math.min(98, Math.max(18, Math.round(meanAge + sdAge * random.normal()))),
    sex: random.chance(women) ? 'v' : 'm',
    diagnosis:
      psychosomatic && random.chance(0.8)
        ? 'somatisch-symptoomstoornis'
        : choose(diagnosesOf(clusterNumber), random),
  };
}

function teamsOf(cluster: number): Weighted {
  if (cluster <= 3) return { 'kortdurende zorg': 0.7, 'angst en stemming': 0.3 };
  if (cluster <= 5) return { 'angst en stemming': 0.85, 'acute zorg': 0.15 };
  if (cluster <= 9) return { 'persoonlijkheid en trauma': 0.7, 'angst en stemming': 0.3 };
  if (cluster === 14 || cluster === 15) return { 'acute zorg': 0.8, 'FACT en psychose': 0.2 };
  if (cluster === 16) return { 'dubbele diagnose': 0.6, 'FACT en psychose': 0.4 };
  return cluster < 18 ? { 'FACT en psychose': 1 } : { 'ouderen en geheugen': 1 };
}

function diagnosesOf(cluster: number): Weighted {
  if (cluster <= 5) return COMMON;
  if (cluster === 6) return { dwang: 0.6, eetstoornis: 0.4 };
  if (cluster === 7) return LASTING;
  if (cluster <= 9) return CHAOTIC;
  if (cluster === 15) return { depressie: 0.8, bipolair: 0.2 };
  if (cluster === 16) return { psychose: 0.6, verslaving: 0.4 };
  return cluster < 18 ? PSYCHOSIS : { neurocognitief: 1 };
}

function choose(options: Weighted, random: Random): string {
  const names = Object.keys(options);
  return names[random.pick(Object.values(options))]!;
}
