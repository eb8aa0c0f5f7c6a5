/** What commander says of a wrong command line, in the user's language. */

import type { CommanderError } from 'commander';
import type { Lang } from '../index.ts';

/** Commander's sentences; `$1` … are the parts it fills in. An added hint is a sentence of its own. */
const SENTENCES: readonly (readonly [pattern: RegExp, nl: string])[] = [
  [/^unknown option '(.+?)'/, "Onbekende optie '$1'."],
  [/^unknown command '(.+?)'/, "Onbekend commando '$1'."],
  [/^missing required argument '(.+?)'/, "Het argument '$1' ontbreekt."],
  [/^required option '(.+?)' not specified/, "De optie '$1' is verplicht."],
  [/^option '(.+?)' argument missing/, "De optie '$1' wil een waarde."],
  [
    /^too many arguments(?: for '(?:.+?)')?\. Expected (\d+) arguments? but got (\d+)/,
    'Te veel argumenten: $1 verwacht, $2 gekregen.',
  ],
  [/^option '(.+?)' cannot be used with option '(.+?)'/, "De opties '$1' en '$2' gaan niet samen."],
  [/^option '(.+?)' argument '(.*?)' is invalid/, "De waarde '$2' past niet bij de optie '$1'."],
  [
    /^command-argument value '(.*?)' is invalid for argument '(.+?)'/,
    "De waarde '$1' past niet bij het argument '$2'.",
  ],
];

/** Hints: commander's own, and those of this project's options. */
const HINTS: readonly (readonly [pattern: RegExp, nl: string])[] = [
  [/\(Did you mean one of (.+?)\?\)/, 'Bedoelt u een van $1?'],
  [/\(Did you mean (.+?)\?\)/, 'Bedoelt u $1?'],
  [/Allowed choices are (.+?)\.$/, 'Kies uit $1.'],
  [/Give a date as yyyy-mm-dd\./, 'Geef een datum als jjjj-mm-dd.'],
  [
    /Give a mean and a standard deviation above 0, for instance (.+)\.$/,
    'Geef een gemiddelde en een standaarddeviatie boven 0, bijvoorbeeld $1.',
  ],
  [/Give a number between 0 and 0\.5\./, 'Geef een getal tussen 0 en 0.5.'],
  [/Give a number between 0 and 1\./, 'Geef een getal tussen 0 en 1.'],
  [/Give a number from 0 to under 0\.5\./, 'Geef een getal van 0 tot onder 0.5.'],
  [/Give a number with a decimal point\./, 'Geef een getal met een decimale punt.'],
  [/Give a whole number of (\d) or more\./, 'Geef een geheel getal van $1 of meer.'],
  [/Give a whole number from (\d+) to (\d+)\./, 'Geef een geheel getal van $1 tot en met $2.'],
  [
    /Give two factors with a decimal point, for instance (.+)\.$/,
    'Geef twee factoren met een decimale punt, bijvoorbeeld $1.',
  ],
  [/Choose from (.+?)\.?$/, 'Kies uit $1.'],
  [/Give rising numbers, such as (.+)\.$/, 'Geef oplopende getallen, zoals $1.'],
  [/Give whole cents, or current\./, 'Geef hele centen, of current.'],
  [/Write canonical=header, for instance (.+)\.$/, 'Schrijf kolomnaam=kop, bijvoorbeeld $1.'],
  [
    /Write columns with commas between, for instance (.+)\.$/,
    'Schrijf kolommen met komma’s ertussen, bijvoorbeeld $1.',
  ],
  [/Write column=value, for instance (.+)\.$/, 'Schrijf kolom=waarde, bijvoorbeeld $1.'],
  [
    /Write whole days, the first and the last, for instance (.+)\.$/,
    'Schrijf hele dagen, de eerste en de laatste, bijvoorbeeld $1.',
  ],
  [/Write (outcome=.+), with commas between\.$/, 'Schrijf $1, met komma’s ertussen.'],
];

/** One or two sentences; in English commander's own words, in Dutch the sentence and its hint. */
export function usageDetail(error: CommanderError, lang: Lang): string {
  const text = error.message
    .replace(/^error: /, '')
    .replace(/\n/g, ' ')
    .trim();
  if (lang === 'en') return sentenceCase(text);
  const told = translated(text, SENTENCES);
  if (told === undefined) return sentenceCase(text);
  const hint = translated(text, HINTS);
  return hint === undefined ? told : `${told} ${hint}`;
}

function translated(text: string, table: readonly (readonly [RegExp, string])[]): string | undefined {
  for (const [pattern, nl] of table) {
    const match = pattern.exec(text);
    if (match !== null) return nl.replace(/\$(\d)/g, (_, group: string) => match[Number(group)] ?? '');
  }
  return undefined;
}

function sentenceCase(text: string): string {
  const whole = /[.?!)]$/.test(text) ? text : `${text}.`;
  return whole.charAt(0).toUpperCase() + whole.slice(1);
}
