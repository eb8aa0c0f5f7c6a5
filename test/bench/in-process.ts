/** What `score-file` measures, each in a process of its own: `NOTE command ARGS…` or `NOTE papaparse FILE`. */

import { createReadStream, writeFileSync } from 'node:fs';
import Papa from 'papaparse';
import { runCommandLine } from '../../src/cli/program.ts';

const [note, what, ...args] = process.argv.slice(2);
if (what === 'papaparse') {
  await new Promise<void>((resolve, reject) => {
    let rows = 0;
    Papa.parse(createReadStream(args[0]!, 'utf8'), {
      chunk: ({ data }) => {
        rows += data.length;
      },
      complete: () => (rows > 0 ? resolve() : reject(new Error('no rows'))),
      error: reject,
    });
  });
} else {
  process.exitCode = await runCommandLine(args, {
    stdout: () => true,
    stderr: (text) => process.stderr.write(text),
    isTerminal: false,
    env: process.env,
  });
}
writeFileSync(note!, String(process.resourceUsage().maxRSS / 1024));
