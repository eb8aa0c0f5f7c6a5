/** What a page shows is what the command line computes from the same file, to the cent and the last digit. */

import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type BenchmarkDocument,
  type ScoreSummaryResult,
  type SimulationOutcome,
  shownDifferenceCents,
} from '../../src/index.ts';
import { exampleFile } from '../browser/example-file.ts';
import { type CommandsHere, commandsHere, runHere } from '../support/run-here.ts';
import { openApp, type TestApp, wordsOf } from './open-app.ts';
import { expectSameButForPeers } from './same-models.ts';

let app: TestApp;
let commands: CommandsHere;
let address: string;

beforeAll(async () => {
  app = await openApp();
  commands = commandsHere();
  const content = await exampleFile({ members: 3, episodes: 1200 });
  await writeFile(join(commands.folder, 'export.csv'), content);
  address = (await app.upload(content)).headers.get('location')!;
});
afterAll(async () => {
  await app.close();
  commands.dispose();
});

/** Rows of a figure's download, by header. */
async function figure(path: string): Promise<Record<string, string>[]> {
  const [header, ...lines] = (await app.text(`${address}/${path}`)).trim().split('\n');
  const names = header!.split(',');
  return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [names[at], cell])));
}

test.each(['expected', 'advised', 'chosen'])('revenue, typing %s', async (typing) => {
  const cli = await commands.json<SimulationOutcome>(
    ...['simulate', 'export.csv', '--scenario', 'demo-day-prices', '--typing', typing],
  );
  const query = `typing=${typing}`;
  const steps = await figure(`simulation/waterfall.csv?${query}`);
  expect(steps.map(({ cents }) => Number(cents))).toEqual([
    ...cli.waterfall.map(({ cents }) => cents),
    cli.total.differenceCents,
  ]);
  const clusters = await figure(`simulation/payment.csv?${query}`);
  expect(clusters.map((row) => [row.cluster, Number(row.baselineCents), Number(row.scenarioCents)])).toEqual(
    cli.byCluster.map((row) => [row.cluster, row.baselineCents, row.scenarioCents]),
  );
  const groups = await figure(`simulation/groups-member.csv?${query}`);
  const low = Object.fromEntries(groups.map((row) => [row.value, [row.differenceCents, row.lowCents]]));
  for (const { value, differenceCents, interval } of cli.by.member!) {
    const limit = 'lowCents' in interval ? String(interval.lowCents) : '';
    expect(low[value], value).toEqual([String(differenceCents), limit]);
  }
  const whole = Math.abs(Math.round(shownDifferenceCents(cli.total) / 100)).toLocaleString('nl-NL');
  expect(wordsOf(await app.text(`${address}/simulation?${query}`))).toContain(`€ ${whole}`);
});

test('clusters and certainty', async () => {
  const cli = await commands.json<ScoreSummaryResult>('score', 'export.csv');
  const clusters = await figure('clusters/clusters.csv');
  expect(clusters.map((row) => [row.cluster, Number(row.advised), Number(row.share)])).toEqual(
    cli.clusters.map((row) => [row.cluster, row.advised, row.share]),
  );
  const [certainty] = await figure('clusters/certainty.csv');
  expect(cli.certainty).toMatchObject(
    Object.fromEntries(Object.entries(certainty!).map(([name, value]) => [name, Number(value)])),
  );
});

test('members: the comparison as taken out is that of the command', async () => {
  // Without categories: the page merges values of fewer than ten, the command takes one's own file as it is.
  const web = await app.text(`${address}/benchmark/benchmark.json?adjust=&adjust=age&adjust=pre`);
  const cli = await commands.json<BenchmarkDocument>('benchmark', 'run', 'export.csv', '--adjust', 'age,pre');
  const { models, members } = JSON.parse(web) as BenchmarkDocument;
  expectSameButForPeers(models, cli.models);
  expect(members).toHaveLength(cli.members.length);
});

test.each(['demo-day-prices', 'example-dynamic-cap', 'example-shared-savings'])(
  'a simulation as taken out is the document of the command: %s',
  async (scenario) => {
    const [file, report] = [join(commands.folder, 'export.csv'), join(commands.folder, 'report.html')];
    const args = ['simulate', file, '--scenario', scenario, '--json', '-o', report];
    const cli = await runHere(app.folder, args);
    const path = `${address}/simulation/simulation`;
    const web = await app.text(`${path}.json?scenario=${scenario}`);
    expect(JSON.parse(web)).toEqual(JSON.parse(cli.stdout));
    expect(web).toBe(cli.stdout);
    expect(await app.text(`${path}.html?scenario=${scenario}`)).toBe(await readFile(report, 'utf8'));
    const groups = await app.text(`${path}.csv?scenario=${scenario}`);
    expect(groups.split('\n')[0]).toContain('differenceCents');
    const workbook = await app.get(`${path}.xlsx?scenario=${scenario}`);
    expect(
      Buffer.from(await workbook.arrayBuffer())
        .subarray(0, 2)
        .toString(),
    ).toBe('PK');
  },
);

test('changed prices are said in what is taken out, and stamped', async () => {
  const web = JSON.parse(
    await app.text(`${address}/simulation/simulation.json?scenario=demo-day-prices&c0=700&baseline=list`),
  ) as { meta: { options: object; stamps: string[] }; baseline: { title: string } };
  expect(web.meta.options).toMatchObject({ amountsCents: { 1: 700 }, baseline: 'list' });
  expect(web.meta.stamps).toContain('hypothetical');
});
