/** One thing to switch on in a form, with what it does. */

interface SwitchProps {
  readonly name: string;
  readonly label: string;
  readonly hint: string;
  readonly on?: boolean;
}

export function Switch({ name, label, hint, on }: SwitchProps) {
  return (
    <div class="field">
      <label class="pick">
        <input
          type="checkbox"
          name={name}
          value="1"
          checked={on === true}
          aria-describedby={`hint-${name}`}
        />
        {label}
      </label>
      <p class="hint" id={`hint-${name}`}>
        {hint}
      </p>
    </div>
  );
}
