/** The form for a file: one box and one button; the rest only where recognition needs help. */

import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';
import { RetentionFields } from './retention.tsx';
import { Switch } from './switch.tsx';

interface UploadFormProps {
  readonly view: View;
  readonly limitMb: number;
  /** ISO day. */
  readonly today: string;
}

export function UploadForm({ view, limitMb, today }: UploadFormProps) {
  const words = view.t.data;
  return (
    <div class="grid" id="upload">
      <section class="card" aria-labelledby="upload-title">
        <h2 id="upload-title">{words.uploadTitle}</h2>
        <p>{words.uploadLead}</p>
        <form
          method="post"
          action="/data"
          enctype="multipart/form-data"
          data-sending={words.sending}
          data-stop={words.sendingStop}
        >
          <div class="field drop">
            <label for="file">{words.choose}</label>
            <input
              id="file"
              type="file"
              name="file"
              accept=".csv,.txt,.xlsx,.parquet,.json,.gz"
              required
              aria-describedby="file-hint"
            />
            <p class="hint" id="file-hint">
              {fill(words.chooseHint, { limit: limitMb })}
            </p>
          </div>
          <div class="field">
            <label for="name">{words.label}</label>
            <input id="name" type="text" name="name" maxlength={120} aria-describedby="name-hint" />
            <p class="hint" id="name-hint">
              {words.labelHint}
            </p>
          </div>
          <Switch name="assessments" label={words.assessments} hint={words.assessmentsHint} />
          <Switch name="pseudonymise" label={words.pseudonymise} hint={words.pseudonymiseHint} />
          <fieldset class="field">
            <legend>{words.retentionTitle}</legend>
            <RetentionFields view={view} today={today} />
          </fieldset>
          <details class="field">
            <summary>{words.options}</summary>
            <div class="choices">
              <div class="field">
                <label for="decimal">{words.decimal}</label>
                <select id="decimal" name="decimal">
                  <option value="">{words.decimalAuto}</option>
                  <option value=",">{words.decimalComma}</option>
                  <option value=".">{words.decimalPoint}</option>
                </select>
              </div>
              <div class="field">
                <label for="dates">{words.dates}</label>
                <select id="dates" name="dates">
                  <option value="">{words.datesAuto}</option>
                  <option value="dmy">{words.datesDmy}</option>
                  <option value="mdy">{words.datesMdy}</option>
                </select>
              </div>
            </div>
            <div class="field">
              <label for="sheet">{words.sheet}</label>
              <input id="sheet" type="text" name="sheet" maxlength={80} aria-describedby="sheet-hint" />
              <p class="hint" id="sheet-hint">
                {words.sheetHint}
              </p>
            </div>
            <div class="field">
              <label for="institution">{view.t.columns.institution}</label>
              <input
                id="institution"
                type="text"
                name="institution"
                maxlength={80}
                aria-describedby="institution-hint"
              />
              <p class="hint" id="institution-hint">
                {view.t.columns.institutionHint}
              </p>
            </div>
            <div class="field">
              <label for="map">{words.map}</label>
              <textarea id="map" name="map" aria-describedby="map-hint" />
              <p class="hint" id="map-hint">
                {words.mapHint}
              </p>
            </div>
          </details>
          <button type="submit">{words.submit}</button>
        </form>
      </section>
      <section class="card" aria-labelledby="columns-title">
        <h2 id="columns-title">{words.columnsTitle}</h2>
        <p>{words.columnsLead}</p>
        <ul>
          <li>{words.columnsRatings}</li>
          <li>{words.columnsGroups}</li>
          <li>{words.columnsTime}</li>
          <li>{words.columnsMoney}</li>
          <li>{words.columnsRom}</li>
        </ul>
      </section>
    </div>
  );
}
