/** The form for official tables: the workbook first, separate tables for who has those. */

import type { View } from '../view.ts';

interface BoxProps {
  readonly name: string;
  readonly label: string;
  readonly accept: string;
  readonly hint?: string;
}

function FileBox({ name, label, accept, hint }: BoxProps) {
  return (
    <div class="field">
      <label for={`file-${name}`}>{label}</label>
      <input
        id={`file-${name}`}
        type="file"
        name={name}
        accept={accept}
        {...(hint === undefined ? {} : { 'aria-describedby': `hint-${name}` })}
      />
      {hint === undefined ? null : (
        <p class="hint" id={`hint-${name}`}>
          {hint}
        </p>
      )}
    </div>
  );
}

const EITHER = '.csv,.txt,.xlsx';

/** What the form does, on the command line. */
const IMPORT_COMMAND =
  'zorgcluster rules import --workbook codelijsten.xlsx --red-rules rode-regels.csv --id zvt-2026 --status official --valid-from 2026-01-01';

export function RuleForm({ view }: { view: View }) {
  const words = view.t.rules;
  return (
    <section class="card" id="tables" aria-labelledby="tables-title">
      <h2 id="tables-title">{words.formTitle}</h2>
      <p>{words.formLead}</p>
      <form method="post" action="/method/rules" enctype="multipart/form-data">
        <FileBox name="workbook" label={words.workbook} accept=".xlsx" hint={words.workbookHint} />
        <FileBox name="redRules" label={words.redRules} accept={EITHER} hint={words.redRulesHint} />
        <details class="field">
          <summary>{words.separate}</summary>
          <FileBox name="coefficients" label={words.coefficients} accept={EITHER} />
          <FileBox name="constants" label={words.constants} accept={EITHER} />
          <FileBox
            name="superclusters"
            label={words.superclusters}
            accept={EITHER}
            hint={words.superclustersHint}
          />
        </details>
        <button type="submit">{words.check}</button>
      </form>
      <p class="hint spaced">{words.commandLead}</p>
      <p>
        <code>{IMPORT_COMMAND}</code>
      </p>
    </section>
  );
}
