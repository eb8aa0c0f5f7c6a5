/** How to save: over a scenario of one's own, or as a new one with a title; the same on every page that saves. */

import { fill } from '../text/fill.ts';
import type { View } from '../view.ts';

export interface SaveFieldsProps {
  readonly view: View;
  /** The scenario at hand. */
  readonly scenario: { readonly title: string; readonly own: boolean };
  /** Fingerprint of its files as this page saw them. */
  readonly seen: string;
  readonly title: string;
  readonly over: boolean;
}

export function SaveFields({ view, scenario, seen, title, over }: SaveFieldsProps) {
  const words = view.t.scenarios;
  return (
    <fieldset class="plain save-fields">
      <legend class="label">{words.saveHow}</legend>
      <input type="hidden" name="seen" value={seen} />
      {scenario.own ? (
        <label class="pick">
          <input type="radio" name="how" value="over" checked={over} />
          {fill(words.saveOver, { title: scenario.title })}
        </label>
      ) : null}
      <label class="pick">
        <input type="radio" name="how" value="new" checked={!scenario.own || !over} />
        {words.saveNew}
      </label>
      <div class="field">
        <label for="save-title">{words.titleField}</label>
        <input id="save-title" type="text" name="title" value={title} maxlength={200} autocomplete="off" />
        <p class="hint">{words.titleHint}</p>
      </div>
    </fieldset>
  );
}
