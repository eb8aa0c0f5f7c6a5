/** The server: from start to its first answer, and its heaviest page against a route that does nothing. */

import { type ChildProcess, spawn } from 'node:child_process';
import { join } from 'node:path';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { PACKAGE_ROOT } from '../../src/index.ts';
import { type BenchFigure, inTurns, median, REPETITIONS, seconds } from './figure.ts';

const PAGES = ['', '/clusters', '/simulation', '/benchmark'];

export async function bench(folder: string): Promise<readonly BenchFigure[]> {
  const starts: number[] = [];
  for (let turn = 0; turn < REPETITIONS; turn++) {
    let server: Running | undefined;
    starts.push(
      await seconds(async () => {
        server = await start(join(folder, `home-${turn}`));
        await text(server.address);
      }),
    );
    await stop(server!);
  }
  const server = await start(join(folder, 'home-0'));
  const empty = new Hono().get('/', (c) => c.text('ok'));
  const bare = createAdaptorServer({ fetch: empty.fetch });
  await new Promise<void>((resolve) => bare.listen(0, '127.0.0.1', resolve));
  const port = (bare.address() as { port: number }).port;
  try {
    const set = await exampleSet(server.address);
    const pages = PAGES.map((path) => `${server.address}data/${set}${path}`);
    // The first view of a page may have to compute; what is measured is the page as it is looked at again.
    const times = await Promise.all(pages.map(async (page) => ({ page, time: await secondView(page) })));
    const heaviest = times.reduce((worst, each) => (each.time > worst.time ? each : worst)).page;
    const both = await inTurns(
      () => text(heaviest),
      () => text(`http://127.0.0.1:${port}/`),
      21,
      false,
    );
    return [
      {
        text: 'server, start on an empty folder to first answer',
        figure: median(starts),
        unit: 's',
        repetitions: starts.length,
      },
      {
        text: `heaviest page (${heaviest.slice(heaviest.lastIndexOf('/') + 1)}), seen again`,
        figure: 1000 * both.ours,
        unit: 'ms',
        repetitions: 21,
        peer: { text: 'empty Hono route', figure: 1000 * both.theirs, ratio: both.ours / both.theirs },
      },
    ];
  } finally {
    bare.close();
    await stop(server);
  }
}

interface Running {
  readonly process: ChildProcess;
  readonly address: string;
}

function start(home: string): Promise<Running> {
  const child = spawn(process.execPath, [join(PACKAGE_ROOT, 'dist', 'server', 'main.js')], {
    env: { ...process.env, ZORGCLUSTER_HOME: home, PORT: '0' },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  return new Promise((resolve, reject) => {
    child.once('exit', () => reject(new Error('The server did not start')));
    child.stdout!.on('data', (data) => {
      const found = /http:\/\/\S+/.exec(String(data));
      if (found !== null) resolve({ process: child, address: `${found[0].replace(/\/?$/, '/')}` });
    });
  });
}

async function stop({ process: child }: Running): Promise<void> {
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

async function text(address: string): Promise<string> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Error(`${answer.status} for a page`);
  return answer.text();
}

/** The first start makes the example network while it answers already. */
async function exampleSet(address: string): Promise<string> {
  for (let turn = 0; turn < 120; turn++) {
    const set = /\/data\/([a-z0-9]+)\/clusters/.exec(await text(address))?.[1];
    if (set !== undefined) return set;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error('The example network is not there');
}

async function secondView(page: string): Promise<number> {
  await text(page);
  return seconds(() => text(page));
}
