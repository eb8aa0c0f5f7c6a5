/** The part of the public face (`src/index.ts`) that every start of the command line needs, and nothing more. */

export { refusalOfMachine } from '../engine/machine-fault.ts';
export { Refusal, refuse } from '../issue/refusal.ts';
export { sentence } from '../issue/sentence.ts';
export { VERSION } from '../package.ts';
export { removeFilesOf, removeUnfinishedFiles } from '../write/file.ts';
