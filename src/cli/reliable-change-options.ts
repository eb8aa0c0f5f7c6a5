/** How change is judged: reliability, populations and cut-off, for every command that makes classes. */

import { type Command, InvalidArgumentError } from 'commander';
import type { ScoreNorm } from '../index.ts';
import { finiteNumber, openShare } from './options.ts';

export function withReliableChange(command: Command): Command {
  return command
    .option('--reliability <r>', 'reliability of the instrument; without it no classes', openShare)
    .option('--reliability-post <r>', 'reliability of the second measurement (NK)', openShare)
    .option('--functional <mean,sd>', 'scores of a functional population', norm)
    .option('--clinical <mean,sd>', 'scores of a clinical population (default: from `pre`)', norm)
    .option('--cutoff <a|b|c|number>', 'cut-off (default: c with --functional, else a)', cutoffOption);
}

function norm(text: string): ScoreNorm {
  const [mean, sd, ...more] = text.split(',').map(finiteNumber);
  if (mean === undefined || sd === undefined || more.length > 0 || !(sd > 0)) {
    throw new InvalidArgumentError('Give a mean and a standard deviation above 0, for instance 60,7.5.');
  }
  return { mean, sd };
}

function cutoffOption(text: string): 'a' | 'b' | 'c' | number {
  return text === 'a' || text === 'b' || text === 'c' ? text : finiteNumber(text);
}
