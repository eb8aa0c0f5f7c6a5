/** The thread that scores parts of a file; `undefined` as an answer: this file must be read row after row. */

import { parentPort, workerData } from 'node:worker_threads';
import { datedRuleBook, fileSource, openCases, singleRuleBook } from '../doors/score.ts';
import type { CaseParts, RuleBook } from '../index.ts';
import { readOptions } from './cases.ts';
import type { PartAnswer } from './score-in-parts.ts';
import { ScoreRun } from './score-run.ts';
import type { PartAsk, ThreadStart } from './score-threads.ts';
import { wantedForScore } from './score-to-csv.ts';

const { path, sets, options } = workerData as ThreadStart;

async function ready(): Promise<(ask: PartAsk) => Promise<PartAnswer>> {
  const book = bookOf();
  const wanted = wantedForScore(book, options, true);
  const reader = await openCases(fileSource(path), readOptions(options, wanted));
  const parts: CaseParts = reader.inParts!;
  return async ({ bytes, rowsBefore, terms, room }) => {
    const range = { bytes, rowsBefore };
    return { ...(await new ScoreRun(reader, book, options).part(parts.read(range, terms), room)), bytes };
  };
}

function bookOf(): RuleBook {
  const book = sets.length === 1 ? singleRuleBook(sets[0]!) : datedRuleBook(sets);
  if (book === undefined) throw new Error('No rule set');
  return book;
}

let turn: Promise<(ask: PartAsk) => Promise<PartAnswer>> | undefined;
let last: Promise<unknown> = Promise.resolve();

parentPort!.on('message', (ask: PartAsk) => {
  turn ??= ready();
  last = last.then(async () => {
    try {
      const answer = await (await turn!)(ask);
      parentPort!.postMessage(answer, [answer.part.csv.buffer, answer.end.pairs.buffer, answer.bytes.buffer]);
    } catch {
      parentPort!.postMessage(undefined);
    }
  });
});
