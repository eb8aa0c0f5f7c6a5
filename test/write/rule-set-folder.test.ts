/** Rule sets on disk: written whole, read back the same, never overwritten by accident; broken folders say why. */

import { mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import {
  listRuleSets,
  loadRuleSet,
  type RuleSet,
  ruleSetFiles,
  saveRuleSet,
  sentence,
} from '../../src/index.ts';
import { smallRuleSet } from '../support/small-rule-set.ts';

let home: string;
beforeAll(async () => {
  home = await mkdtemp(join(tmpdir(), 'zorgcluster-rules-'));
});
afterAll(() => rm(home, { recursive: true, force: true }));

const set: RuleSet = smallRuleSet({
  id: 'mine',
  coefficient: (item, severity, k) => item / 3 - severity * 0.1 + k * 1e-7,
  redRules: [
    { item: 0, severity: 4, cluster: 2 },
    { item: 1, severity: 0, item2: 2, severity2: 3, cluster: 0 },
  ],
});

describe('saveRuleSet', () => {
  it('gives back exactly what was stored, and a folder for the owner alone', async () => {
    expect(await saveRuleSet(home, set)).toBe(true);
    const { value, issues } = await loadRuleSet(join(home, 'rules', 'mine'));
    expect(issues).toEqual([]);
    expect(value).toEqual(set);
    expect((await stat(join(home, 'rules', 'mine'))).mode & 0o777).toBe(0o700);
    expect(await readdir(join(home, 'rules'))).toEqual(['mine']);
  });

  it('does nothing for the same set, refuses another under its id, replaces when told to', async () => {
    expect(await saveRuleSet(home, set)).toBe(false);
    const other = { ...set, source: 'elsewhere' };
    await expect(saveRuleSet(home, other)).rejects.toMatchObject({ issues: [{ code: 'rules-id-taken' }] });
    expect((await loadRuleSet(join(home, 'rules', 'mine'))).value!.source).toBe('made for a test');
    expect(await saveRuleSet(home, other, { replace: true })).toBe(true);
    expect((await loadRuleSet(join(home, 'rules', 'mine'))).value!.source).toBe('elsewhere');
    expect(await readdir(join(home, 'rules'))).toEqual(['mine']);
  });

  it('takes a name as people write it', async () => {
    expect(await saveRuleSet(home, { ...set, id: 'NZa_2024-07' })).toBe(true);
    const folder = join(home, 'rules', 'NZa_2024-07');
    expect((await loadRuleSet(folder)).value!.id).toBe('NZa_2024-07');
    await rm(folder, { recursive: true });
  });

  it('refuses an id that could be a path', async () => {
    for (const id of ['../x', 'a/b', '', 'a.b', '-a', 'é']) {
      await expect(saveRuleSet(home, { ...set, id })).rejects.toMatchObject({
        issues: [{ code: 'rules-id' }],
      });
    }
  });

  it('does not overwrite a folder that is broken either', async () => {
    await saveRuleSet(home, { ...set, id: 'broken' });
    await writeFile(join(home, 'rules', 'broken', 'constants.csv'), 'cluster,constant\nZT01,x\n');
    await expect(saveRuleSet(home, { ...set, id: 'broken' })).rejects.toMatchObject({
      issues: [{ code: 'rules-id-taken' }],
    });
  });
});

describe('loadRuleSet', () => {
  it('names the faults of all files at once', async () => {
    const { value, issues } = await loadRuleSet(join(home, 'rules', 'broken'));
    expect(value).toBeUndefined();
    expect(issues.map((issue) => issue.code)).toEqual(['rules-number', 'rules-constant-missing']);
    expect(issues[0]).toMatchObject({ row: 1, column: 'constant' });
  });

  it.each([
    ['rule-set.json', '{', ['rules-head-json']],
    ['rule-set.json', '{"id": "x", "odd": 1}', undefined],
    ['items.csv', '', ['rules-table-empty']],
    ['clusters.csv', 'code,number\nZT01,1\n', undefined],
    ['coefficients.csv', 'item,severity,cluster,coefficient\nHV01,0,ZT01,0\n', ['rules-coefficient-missing']],
    ['red-rules.csv', 'item,severity,item2,severity2,cluster\nHV09,0,,,ZT01\n', ['rules-code-unknown']],
  ])('%s: %s', async (name, text, codes) => {
    await saveRuleSet(home, { ...set, id: 'trial' }, { replace: true });
    await writeFile(join(home, 'rules', 'trial', name), text);
    const { value, issues } = await loadRuleSet(join(home, 'rules', 'trial'));
    expect(value).toBeUndefined();
    if (codes !== undefined) expect(issues.map((issue) => issue.code)).toEqual(codes);
    expect(issues.length).toBeGreaterThan(0);
    for (const issue of issues) for (const lang of ['nl', 'en'] as const) sentence(issue, lang);
  });

  it('does without a red list: no cluster is impossible', async () => {
    await saveRuleSet(home, { ...set, id: 'trial' }, { replace: true });
    await rm(join(home, 'rules', 'trial', 'red-rules.csv'));
    expect((await loadRuleSet(join(home, 'rules', 'trial'))).value!.redRules).toEqual([]);
  });

  it('has no opinion of a folder that is none', async () => {
    const { issues } = await loadRuleSet(join(home, 'nowhere'));
    expect(issues.map((issue) => issue.code)).toEqual(['rules-folder']);
  });
});

describe('listRuleSets', () => {
  it('sorts by id, the first place wins, and a place that is not there is empty', async () => {
    const listed = await listRuleSets([join(home, 'rules'), join(home, 'nowhere'), join(home, 'rules')]);
    expect(listed.map(({ id }) => id)).toEqual(['broken', 'mine', 'trial']);
    expect(listed[0]!.checked.value).toBeUndefined();
  });
});

describe('ruleSetFiles', () => {
  it('are plain text that ends in a newline', async () => {
    for (const [name, text] of Object.entries(ruleSetFiles(set)))
      expect([name, text.at(-1)]).toEqual([name, '\n']);
    expect(await readFile(join(home, 'rules', 'mine', 'red-rules.csv'), 'utf8')).toBe(
      'item,severity,item2,severity2,cluster\nHV01,4,,,ZT03\nHV02,0,HV03,3,ZT01\n',
    );
  });
});
