/** Fields and notes that the pages about accounts share. */

import type { View } from '../view.ts';

interface FieldProps {
  readonly id: string;
  readonly label: string;
  readonly type?: 'text' | 'password';
  readonly value?: string;
  readonly autocomplete: string;
  readonly hint?: string;
  readonly required?: boolean;
  readonly minlength?: number;
}

export function Field({ id, label, type = 'text', value, hint, required = true, ...rest }: FieldProps) {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      <input
        id={id}
        name={id}
        type={type}
        required={required}
        maxlength={200}
        {...(value === undefined ? {} : { value })}
        {...(hint === undefined ? {} : { 'aria-describedby': `${id}-hint` })}
        {...rest}
      />
      {hint === undefined ? null : (
        <p class="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
    </div>
  );
}

/** A new password, twice. */
export function NewPassword({ view }: { view: View }) {
  const words = view.t.access;
  return (
    <>
      <Field
        id="password"
        type="password"
        label={words.newPassword}
        hint={words.newPasswordHint}
        autocomplete="new-password"
        minlength={12}
      />
      <Field id="again" type="password" label={words.again} autocomplete="new-password" minlength={12} />
    </>
  );
}

/** Why it was turned down; read out at once. */
export function Refusals({ sentences }: { sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <div class="notes" role="alert">
      {sentences.map((sentence) => (
        <p>{sentence}</p>
      ))}
    </div>
  );
}

/** Something to copy that is shown this once. */
export function Secret({ label, lead, value }: { label: string; lead: string; value: string }) {
  return (
    <div class="secret" role="status">
      <p id="secret-lead">{lead}</p>
      <label for="secret">{label}</label>
      <input
        id="secret"
        type="text"
        readonly
        value={value}
        aria-describedby="secret-lead"
        autocomplete="off"
      />
    </div>
  );
}

interface InstitutionLinkProps {
  readonly view: View;
  readonly label: string;
  readonly query: string;
  /** In a tab of its own: what stands on this page is still needed. */
  readonly apart?: boolean;
}

export function InstitutionLink({ view, label, query, apart = false }: InstitutionLinkProps) {
  const words = view.t.access;
  return (
    <p>
      <a
        class="button quiet"
        href={`/sign-in/institution?${query}`}
        {...(apart ? { target: '_blank', rel: 'noopener' } : {})}
      >
        {words.institution.replace('{name}', label || words.institutionGeneral)}
      </a>
    </p>
  );
}
