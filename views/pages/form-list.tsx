/** All questions of a form on one page, for who prefers that. */

import { SEVERITY_WORDS } from '../../src/index.ts';
import { Layout } from '../layout.tsx';
import { ChangedElsewhere } from '../parts/changed-elsewhere.tsx';
import { EraseForm, type FormPartProps } from '../parts/form-aside.tsx';
import { StampNotes } from '../parts/stamps.tsx';

export function FormList({ view, form, changed }: FormPartProps & { changed: readonly string[] }) {
  const words = view.t.form;
  const { lang } = view;
  const { set, answers } = form;
  const choices = [
    { value: 'open', label: words.listOpen, answer: -2 },
    ...Array.from({ length: set.severities }, (_, severity) => ({
      value: String(severity),
      label: String(severity),
      answer: severity,
    })),
    { value: 'unknown', label: words.unknown, answer: -1 },
  ];
  return (
    <Layout view={view} title={words.listTitle} section="form">
      <header class="page-head">
        <h1>{words.listTitle}</h1>
        <p class="lead">{words.listLead}</p>
        <p class="hint">
          {SEVERITY_WORDS.slice(0, set.severities)
            .map((each, severity) => `${severity} = ${each[lang]}`)
            .join('; ')}
          . {words.scaleNote}
        </p>
      </header>
      <ChangedElsewhere view={view} labels={changed} />
      <form method="post" action={`/form/${form.id}/list`} class="card">
        <input type="hidden" name="seen" value={Array.from(answers).join(',')} />
        {set.items.map((item, at) => (
          <fieldset class="list-item">
            <legend>
              <span class="item-label">{item.label}</span> {item.name[lang]}
            </legend>
            {choices.map(({ value, label, answer }) => (
              <label class="list-choice">
                <input type="radio" name={item.code} value={value} checked={answers[at] === answer} /> {label}
              </label>
            ))}
          </fieldset>
        ))}
        <p class="actions">
          <button type="submit">{words.listSave}</button>
        </p>
      </form>
      <div class="form-end">
        <a href={`/form/${form.id}`}>{words.toQuestion}</a>
        <EraseForm view={view} form={form} />
      </div>
      <StampNotes view={view} stamps={set.status === 'illustrative' ? ['illustrative'] : []} />
    </Layout>
  );
}
