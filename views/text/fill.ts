/** Fills `{name}` in a page's text; a missing value is a fault of the program. */

export function fill(text: string, params: Readonly<Record<string, string | number>>): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => {
    const value = params[name];
    if (value === undefined) throw new Error(`"${text}" wants {${name}}`);
    return String(value);
  });
}
