import { describe, expect, it } from 'vitest';
import type { LintFinding } from '../../src/model/simulation.ts';
import { joinFindings } from '../../src/write/tables/lint.ts';

const both = (cluster: string, row: number): LintFinding => ({
  code: 'price-day-and-bed-day',
  severity: 'info',
  message: `Cluster ${cluster} has both.`,
  row,
  cluster,
});

describe('joinFindings', () => {
  it('says once what holds for several clusters', () => {
    expect(joinFindings([both('ZT01', 2), both('ZT02', 4)])).toEqual([
      {
        code: 'price-day-and-bed-day',
        severity: 'info',
        message: 'Cluster … has both.',
        rows: [2, 4],
        clusters: ['ZT01', 'ZT02'],
      },
    ]);
  });

  it('leaves alone what is said once, and what differs in more than the cluster', () => {
    const single = both('ZT01', 2);
    const dearer: LintFinding = { ...single, message: 'Cluster ZT01 is dearer than ZT02.' };
    const other: LintFinding = { ...single, cluster: 'ZT03', message: 'Cluster ZT03 is dearer than ZT04.' };
    expect(joinFindings([single, dearer, other]).map(({ message }) => message)).toEqual([
      single.message,
      dearer.message,
      other.message,
    ]);
  });
});
