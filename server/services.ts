/** What routes may use: the store, the data sets in memory, jobs, clock and chance. Made once, in `open-services`. */

import type { Engine } from '../src/index.ts';
import type { DataSet } from '../views/model.ts';
import type { Access } from './access/access.ts';
import type { Assets } from './assets.ts';
import type { Comparer } from './benchmark/comparer.ts';
import type { HeldUploads } from './held-uploads.ts';
import type { Jobs } from './jobs.ts';
import type { KeptUploads } from './kept-uploads.ts';
import type { RequestRecord } from './request-log.ts';
import type { RuleShelf } from './rule-book.ts';
import type { Simulator } from './simulator.ts';
import type { Home } from './store/home.ts';
import type { Workspace } from './workspace.ts';

export interface Services {
  readonly home: Home;
  readonly engine: Engine;
  readonly workspace: Workspace;
  readonly rules: RuleShelf;
  readonly jobs: Jobs;
  readonly uploads: KeptUploads;
  readonly held: HeldUploads;
  readonly simulator: Simulator;
  readonly comparer: Comparer;
  readonly assets: Assets;
  /** Accounts, sessions, tokens; who sends a request. */
  readonly access: Access;
  readonly now: () => Date;
  /** A fresh id for a data set or a reference number; letters and digits. */
  readonly newId: () => string;
  /** Draws the labels of peers: fresh at every start, shown and kept nowhere. */
  readonly peerSeed: string;
  /** Writes one line of the server's log: never a patient's value. */
  readonly log: (line: string) => void;
  /** Told of every request; absent = nobody wants to know. */
  readonly requests?: (record: RequestRecord) => void;
  /** True from the signal to stop on: what runs is finished, nothing new is begun. */
  readonly stopping: () => boolean;
  /** True while the synthetic example network is being made. */
  readonly preparing: () => boolean;
  /** Data sets, newest first; read from the store once and after every change. */
  readonly dataSets: () => readonly DataSet[];
  readonly refreshDataSets: () => Promise<void>;
}
