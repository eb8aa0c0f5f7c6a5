/** Every command in the documents' ```console blocks is run, and prints what the document says it prints. */

import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { commandRunner } from '../support/run-command.ts';
import { consoleSteps, words } from './console-blocks.ts';
import { ROOT } from './source-files.ts';

const PREFIX = 'npm run -s zorgcluster -- ';

describe.each(['README.md', 'CONTRIBUTING.md'])('%s', (name) => {
  const runner = commandRunner();
  afterAll(() => runner.dispose());
  const steps = consoleSteps(readFileSync(join(ROOT, name), 'utf8'));

  it('shows commands', () => {
    expect(steps.length).toBeGreaterThan(0);
  });

  // In order: a later command reads what an earlier one wrote.
  it.each(steps)('line $line: $command', ({ command, output }) => {
    expect(command.startsWith(PREFIX)).toBe(true);
    const result = runner.run(...words(command.slice(PREFIX.length)));
    const printed = result.stdout
      .split('\n')
      .map((line) => line.trimEnd())
      .join('\n')
      .trimEnd();
    // Notes may go to stderr; a refusal has a status.
    expect(result.status, result.stderr).toBe(0);
    // `…` on a line of its own stands for any lines left out.
    const parts = output.split(/^…$/m).map((part) => part.trim());
    let from = 0;
    for (const part of parts) {
      const at = printed.indexOf(part, from);
      expect(at >= 0 ? part : printed.slice(from)).toBe(part);
      from = at + part.length;
    }
    if (parts.length === 1) expect(printed.trim()).toBe(parts[0]);
  });
});
