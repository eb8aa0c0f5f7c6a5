/** Reads the ```console blocks of a document: commands after `$ `, each with the lines it prints. */

export interface ConsoleStep {
  readonly command: string;
  readonly output: string;
  readonly line: number;
}

export function consoleSteps(document: string): ConsoleStep[] {
  const steps: ConsoleStep[] = [];
  let inside = false;
  let current: { command: string; lines: string[]; line: number } | undefined;
  const close = (): void => {
    if (current !== undefined) {
      steps.push({
        command: current.command,
        output: current.lines.join('\n').trimEnd(),
        line: current.line,
      });
    }
    current = undefined;
  };
  document.split('\n').forEach((line, index) => {
    if (line.startsWith('```')) {
      close();
      inside = line === '```console';
    } else if (inside && line.startsWith('$ ')) {
      close();
      current = { command: line.slice(2), lines: [], line: index + 1 };
    } else if (inside && current !== undefined) {
      current.lines.push(line);
    }
  });
  return steps;
}

/** Splits a command line into words; knows single and double quotes, nothing else of a shell. */
export function words(command: string): string[] {
  return [...command.matchAll(/"([^"]*)"|'([^']*)'|(\S+)/g)].map(
    (match) => match[1] ?? match[2] ?? match[3]!,
  );
}
