import { describe, expect, it } from 'vitest';
import { terminalTable } from '../../src/write/terminal-table.ts';
import { ODD_TABLE, tableOf } from '../support/tables.ts';

const widest = (text: string) => Math.max(...text.split('\n').map((line) => [...line].length));

describe('terminalTable', () => {
  it('aligns numbers on the decimal sign and leaves words beside them', () => {
    expect(`\n${terminalTable(ODD_TABLE, 'nl')}\n`).toMatchInlineSnapshot(`
      "
      Omzet per team

      Team            Trajecten      Verschil (€)  Aandeel (%)  Tussen instellingen
      ──────────────  ─────────  ────────────────  ───────────  ───────────────────
      psychosomatiek     12.345        -1.234.568         12,3                 0,25
      =1+1                    3                66        100,0                10,00
      a;b,"c" d               0                 0          0,0
      te klein                9         te weinig                             -1,50
                                        patiënten
      "
    `);
  });

  it('puts decimal signs under each other where only some amounts have cents', () => {
    const text = terminalTable(
      tableOf([{ key: 'a', label: '€', kind: 'cents' }], [[1_234_500], [6550]]),
      'nl',
    );
    expect(text.split('\n').slice(4)).toEqual(['12.345', '    65,50']);
  });

  it('uses the signs of the language', () => {
    expect(terminalTable(ODD_TABLE, 'en')).toContain('-1,234,568');
  });

  it('wraps long names instead of cutting them', () => {
    const name = 'Stichting voor geestelijke gezondheidszorg en verslavingszorg in de regio Noordoost';
    const text = terminalTable(
      tableOf(
        [
          { key: 'name', label: 'Instelling', kind: 'text' },
          { key: 'n', label: 'Trajecten', kind: 'count' },
        ],
        [[name, 12]],
      ),
      'nl',
      { width: 40 },
    );
    expect(widest(text)).toBeLessThanOrEqual(40);
    expect(text.replace(/\s+/g, ' ')).toContain('Stichting voor geestelijke');
    expect(text).toContain('Noordoost');
  });

  it('cuts a wide table in blocks that repeat the first column', () => {
    const columns = Array.from({ length: 20 }, (_, i) => ({
      key: `k${i}`,
      label: i === 0 ? 'Cluster' : `Kolom ${i}`,
      kind: i === 0 ? ('text' as const) : ('count' as const),
    }));
    const text = terminalTable(tableOf(columns, [['ZT01', ...Array(19).fill(1_000_000)]]), 'nl');
    expect(widest(text)).toBeLessThanOrEqual(100);
    expect(text.match(/ZT01/g)!.length).toBeGreaterThan(1);
    expect(text.match(/1\.000\.000/g)).toHaveLength(19);
  });

  it('lets no name move the cursor', () => {
    const text = terminalTable(
      tableOf([{ key: 'a', label: 'A', kind: 'text' }], [['\u001b[2Jboe\nx\u202e']]),
      'nl',
    );
    expect(text).toContain(' [2Jboe x');
    expect(text).not.toContain('\u001b');
  });
});
