/** ask: answers given at once, piped in and typed; what it says, and its exit statuses. */

import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { afterAll, describe, expect, it } from 'vitest';
import { typedAnswers } from '../../src/cli/typed-answers.ts';
import type { AskDocument, ExplainDocument } from '../../src/index.ts';
import { runHere } from '../support/run-here.ts';
import { typedLines } from '../support/typed-lines.ts';

const home = mkdtempSync(join(tmpdir(), 'zorgcluster-ask-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));

const piped = (...lines: string[]) => typedLines(lines, false);
const typed = (...lines: string[]) => typedLines(lines, true);

async function ask(args: readonly string[], answers = piped()) {
  const result = await runHere(home, ['ask', ...args, '--json'], answers);
  expect(result.stderr === '' || result.status === 0).toBe(true);
  return JSON.parse(result.stdout) as AskDocument;
}

describe('ask with answers piped in', () => {
  it('stops at the bound and gives the advice of the full route, whatever the other answers', async () => {
    const document = await ask(['--supercluster', 'X'], piped(...Array<string>(19).fill('0')));
    expect(document).toMatchObject({ stop: 'bound', advised: 'ZT01', sameAsFullRoute: true });
    expect(document.asked).toBeLessThan(19);
    expect(document.meta).toMatchObject({ command: 'ask', options: {}, stamps: ['illustrative'] });
    for (const rest of [0, 4]) {
      const answered = new Map(document.answers.map(({ item, answer }) => [item, answer]));
      const ratings = Array.from({ length: 19 }, (_, at) => {
        return answered.get(`HV${String(at + 1).padStart(2, '0')}`) ?? rest;
      });
      const full = await runHere(home, [
        ...['explain', '--supercluster', 'X', '--items', ratings.join(','), '--json'],
      ]);
      const [one] = (JSON.parse(full.stdout) as ExplainDocument).cases;
      expect(one!.advised).toBe('ZT01');
      expect(one!.probability).toBeGreaterThanOrEqual(document.bound.probabilityAtLeast as number);
    }
  });

  it('asks everything in the order of the form with --stop all, and then equals explain', async () => {
    const ratings = [0, 0, 1, 0, 0, 0, 3, 2, 2, 0, 0, 1, 0, 0, 1, 0, 0, 2, 1];
    const document = await ask(['--supercluster', 'X', '--stop', 'all'], piped(...ratings.map(String)));
    expect(document).toMatchObject({ stop: 'all', asked: 19, open: 0, status: 'advised' });
    expect(document.answers.map(({ answer }) => answer)).toEqual(ratings);
    const explain = await runHere(home, [
      ...['explain', '--supercluster', 'X', '--items', ratings.join(','), '--json'],
    ]);
    expect(document.full).toEqual((JSON.parse(explain.stdout) as ExplainDocument).cases[0]);
  });

  it('takes the supercluster from the first line, named answers, ? and a step back', async () => {
    const document = await ask([], piped('Y', 'hv06=4', '2', 'b', '?', 'Q=1,5=0'));
    expect(document.supercluster).toBe('Y');
    expect(document.answers[0]).toEqual({ item: 'HV06', answer: 4 });
    expect(document.answers.map(({ answer }) => answer)).toEqual([4, { undefined: 'not-known' }, 1, 0]);
    expect(document.unknown).toBe(1);
  });

  it('shows what is known so far when the lines end, and names the next question', async () => {
    const result = await runHere(home, ['ask', '--supercluster', 'X', '--lang', 'en'], piped('2'));
    expect(result.status).toBe(0);
    expect(result.stderr).toBe(
      'Not finished: 18 questions are open. Below is what is known so far; give the answers with --answers to go on.\n',
    );
    expect(result.stdout).toMatch(/Advice +none yet/);
    expect(result.stdout).toMatch(/Next question +HV\d\d /);
    expect(result.stdout).toMatch(/Same as the full questionnaire +not promised/);
    const document = await ask(['--supercluster', 'X'], piped('2'));
    expect(document).toMatchObject({ stop: { undefined: 'not-finished' }, open: 18 });
    expect((document.next as { item: { code: string } }).item.code).toMatch(/^HV/);
  });

  it('goes on from --answers, the same as if they had been piped', async () => {
    const given = await ask(['--supercluster', 'X', '--answers', 'hv12=3,hv07=2'], piped('1'));
    const lines = await ask(['--supercluster', 'X'], piped('hv12=3', 'hv07=2', '1'));
    expect({ ...given, meta: 0 }).toEqual({ ...lines, meta: 0 });
    expect(given.meta.options).toEqual({});
  });

  it('stops at a probability and promises nothing', async () => {
    const args = ['--supercluster', 'X', '--until', '0.6', '--answers', 'hv12=4,hv07=4'];
    const document = await ask(args);
    expect(document).toMatchObject({ stop: 'probability', sameAsFullRoute: false, advised: 'ZT04' });
    expect(document.clusters[0]!.probability).toBeGreaterThanOrEqual(0.6);
    const table = await runHere(home, ['ask', ...args, '--lang', 'en'], piped());
    expect(table.stdout).toContain('the probability asked for is reached;');
  });

  it('writes its tables', async () => {
    const path = join(home, 'clusters.csv');
    const result = await runHere(
      home,
      ['ask', '--supercluster', 'X', '--answers', 'hv12=4', '-o', path, '--quiet'],
      piped(),
    );
    expect(result).toMatchObject({ status: 0, stderr: '' });
    expect(readFileSync(path, 'utf8')).toMatch(/^cluster,name,probability,lead,leadAtLeast,possible\r?\n/);
    expect(readFileSync(path, 'utf8').trim().split('\n')).toHaveLength(9);
  });

  it.each([
    ['an answer outside the scale', ['--supercluster', 'X'], ['0', '7'], 1, 'Line 2 of the answers'],
    ['a first line that is no supercluster', [], ['Q'], 1, 'The first line names no supercluster'],
    ['no supercluster at all', [], [], 2, 'The supercluster is missing'],
    ['an unknown question', ['--supercluster', 'X', '--answers', 'hv99=1'], [], 2, '--answers wants'],
    ['an answer without a question', ['--supercluster', 'X', '--answers', '3'], [], 2, '--answers wants'],
    ['an unknown supercluster', ['--supercluster', 'Q'], [], 2, 'names no supercluster'],
    ['two ways to stop', ['--supercluster', 'X', '--stop', 'all', '--until', '0.9'], [], 2, '--until'],
    ['a probability of 1', ['--supercluster', 'X', '--until', '1'], [], 2, 'between 0 and 1'],
  ])('refuses %s', async (_, args, lines, status, words) => {
    const result = await runHere(home, ['ask', ...args, '--lang', 'en'], piped(...lines));
    expect(result).toMatchObject({ status, stdout: '' });
    expect(result.stderr).toContain(words);
    expect(result.stderr).not.toMatch(/\b7\b/);
  });

  it('says wrong use in Dutch', async () => {
    const args = ['ask', '--supercluster', 'X', '--stop', 'all', '--until', '0.9'];
    expect((await runHere(home, args)).stderr).toContain('gaan niet samen');
  });
});

describe('explain', () => {
  it('lists what each rating adds to each cluster, adding up to its score', async () => {
    const items = '0,0,1,0,0,0,3,2,2,0,0,1,0,0,1,0,0,2,1';
    const args = ['explain', '--supercluster', 'X', '--items', items];
    const { stdout } = await runHere(home, [...args, '--lang', 'en']);
    expect(stdout).toContain('What each rating adds to each cluster');
    const document = JSON.parse((await runHere(home, [...args, '--json'])).stdout) as ExplainDocument;
    const [one] = document.cases;
    expect(one!.clusters).toHaveLength(8);
    for (const cluster of one!.clusters) {
      const sum = cluster.contributions.reduce((all, each) => all + each.coefficient, cluster.constant);
      expect(cluster.sum).toBeCloseTo(sum, 10);
      for (const rule of cluster.redRules) expect(rule.source).toMatch(/^zvt-illustrative: /);
    }
    expect(one!.clusters.some(({ redRules }) => redRules.length > 0)).toBe(true);
  });
});

describe('ask on a terminal', () => {
  it('asks a bad answer again, keeps the questions on stderr and the document on stdout', async () => {
    const result = await runHere(home, ['ask', '--json', '--lang', 'en'], typed('?', 'X', 'seven', '2', 'q'));
    expect(result.status).toBe(0);
    expect(result.stderr).toContain('Choose one of: X, Y, Z.');
    expect(result.stderr).toContain('That answer cannot be read. Give 0 to 4, or ? where it is not known.');
    expect(result.stderr).toContain('Question 2 (18 still open)');
    expect((JSON.parse(result.stdout) as AskDocument).asked).toBe(1);
  });

  it('lets a finished form be changed before its outcome is shown', async () => {
    const zeros = Array<string>(8).fill('0');
    const result = await runHere(
      home,
      ['ask', '--supercluster', 'X', '--json', '--lang', 'en'],
      // A bare number after the last question changes nothing; a named one does, and asking goes on.
      typed(...zeros, '3', 'hv07=4', 'q'),
    );
    expect(result.stderr).toContain('Done: no open question can change the outcome any more.');
    expect(result.stderr).toContain('Advice: ZT01');
    expect(result.stderr).toContain('There is no question left to ask.');
    const document = JSON.parse(result.stdout) as AskDocument;
    expect(document.stop).toEqual({ undefined: 'not-finished' });
    expect(document.answers).toContainEqual({ item: 'HV07', answer: 4 });
  });

  it('says so when there is nothing to go back to', async () => {
    const result = await runHere(home, ['ask', '--supercluster', 'X', '--lang', 'en'], typed('b', 'q'));
    expect(result.stderr).toContain('Nothing is answered yet.');
  });
});

describe('lines from a stream', () => {
  it('come one by one, without prompts, and end', async () => {
    const output = new PassThrough();
    const input = new PassThrough();
    const answers = typedAnswers(input, output);
    input.end('3\r\n?\nlast');
    expect(answers.isTerminal).toBe(false);
    expect([await answers.next('> '), await answers.next('> '), await answers.next('> ')]).toEqual([
      '3',
      '?',
      'last',
    ]);
    expect(await answers.next('> ')).toBeUndefined();
    answers.close();
    expect(output.read()).toBeNull();
  });
});
