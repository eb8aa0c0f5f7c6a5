/**
 * One result as a self-contained HTML page: figures, tables, notes and the card that says how it was made.
 * No script, no outside file, no clock; prints on A4 with page numbers. Every text is escaped;
 * a figure's SVG is our own and goes in as it is.
 */

import type { Figure, ReportTable } from '../model/figure.ts';
import type { Meta } from '../model/meta.ts';
import type { Lang } from '../model/text.ts';
import { formatNumber } from '../text/format.ts';
import { methodOfFigure } from '../text/methods/index.ts';
import { readableTable, withMinus } from '../text/readable.ts';
import { say } from '../text/say.ts';
import { STAMP_WORDS } from '../text/stamps.ts';
import { REPORT_WORDS as W } from '../text/words/report.ts';
import { REPORT_STYLE } from './report-style.ts';

export interface Report {
  readonly title: string;
  readonly lang: Lang;
  readonly tables: readonly ReportTable[];
  readonly figures: readonly Figure[];
  readonly meta: Meta;
  /** Sentences a reader needs to read the numbers rightly. */
  readonly notes: readonly string[];
}

const MOST_COLUMNS = 9;

/** The page as text, ending in a newline. */
export function htmlReport(report: Report): string {
  const { lang, meta } = report;
  const body = [
    `<header><h1>${escapeHtml(report.title)}</h1>${stamps(meta, lang)}</header>`,
    ...report.figures.map((figure) => figureSection(figure, lang)),
    ...report.tables.map(
      (table) =>
        `<section>${narrowParts(table)
          .map((part) => tableHtml(part, lang))
          .join('\n')}</section>`,
    ),
    notesSection(report.notes, lang),
    methodsSection(report.figures, lang),
    methodCard(meta, lang),
  ];
  return `<!doctype html>
<html lang="${lang}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'; img-src data:">
<title>${escapeHtml(report.title)}</title>
<style>${REPORT_STYLE}</style>
</head>
<body>
<main>
${body.filter((part) => part !== '').join('\n')}
</main>
</body>
</html>
`;
}

/** What fits on a page of A4: a wider table goes on below itself, with its first column again. */
function narrowParts(table: ReportTable): ReportTable[] {
  if (table.columns.length <= MOST_COLUMNS) return [table];
  const parts: ReportTable[] = [];
  for (let from = 1; from < table.columns.length; from += MOST_COLUMNS - 1) {
    const pick = <T>(list: readonly T[]): T[] => [list[0]!, ...list.slice(from, from + MOST_COLUMNS - 1)];
    parts.push({ ...table, columns: pick(table.columns), rows: table.rows.map(pick) });
  }
  return parts;
}

/** A table as HTML with a caption, headers in scope, numbers in tabular figures. */
export function tableHtml(table: ReportTable, lang: Lang): string {
  const columns = readableTable(table, lang);
  const heads = table.columns.map(
    (column) => `<th scope="col"${numeric(column.kind !== 'text')}>${escapeHtml(column.label)}</th>`,
  );
  const rows = table.rows.map((_, at) => {
    const cells = table.columns.map((column, index) => {
      const text = escapeHtml(columns[index]![at]!.text);
      if (index === 0 && column.kind === 'text') return `<th scope="row">${text}</th>`;
      return `<td${numeric(column.kind !== 'text')}>${text}</td>`;
    });
    return `<tr>${cells.join('')}</tr>`;
  });
  const empty = `<tr><td colspan="${table.columns.length}">${say(W.empty, lang)}</td></tr>`;
  return `<table><caption>${escapeHtml(table.title)}</caption><thead><tr>${heads.join('')}</tr></thead>
<tbody>
${rows.length === 0 ? empty : rows.join('\n')}
</tbody></table>`;
}

/** Text made safe inside elements and quoted attributes. */
export function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}

function numeric(isNumber: boolean): string {
  return isNumber ? ' class="number"' : '';
}

function stamps(meta: Meta, lang: Lang): string {
  if (meta.stamps.length === 0) return '';
  const words = meta.stamps.map((stamp) => `<span>${escapeHtml(STAMP_WORDS[stamp][lang])}</span>`);
  return `<p class="stamps">${words.join(' ')}</p>`;
}

function figureSection(figure: Figure, lang: Lang): string {
  return `<section><figure>${figure.svg}</figure>
<details><summary>${say(W.data, lang)}</summary>${tableHtml(figure.table, lang)}</details></section>`;
}

function notesSection(notes: readonly string[], lang: Lang): string {
  if (notes.length === 0) return '';
  const items = notes.map((note) => `<li>${escapeHtml(withMinus(note))}</li>`);
  return `<section><h2>${say(W.notes, lang)}</h2><ul>${items.join('')}</ul></section>`;
}

/** How each figure was made, once per method. */
function methodsSection(figures: readonly Figure[], lang: Lang): string {
  const methods = new Map(
    figures.flatMap(({ id }) => {
      const method = methodOfFigure(id);
      return method === undefined ? [] : [[method.id, method] as const];
    }),
  );
  if (methods.size === 0) return '';
  const parts = [...methods.values()].map((method) => {
    const items = [
      [say(W.formula, lang), method.formulas.join('; ')],
      [say(W.source, lang), method.sources.map((each) => each[lang]).join('; ')],
      [say(W.agreement, lang), method.agreement[lang]],
      [say(W.notWhen, lang), method.notWhen.map((each) => each[lang]).join(' ')],
    ] as const;
    const list = items.map(([name, text]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(text)}</dd>`);
    return `<details id="method-${method.id}"><summary>${escapeHtml(method.title[lang])}</summary><p>${escapeHtml(method.definition[lang])}</p><dl>${list.join('')}</dl></details>`;
  });
  return `<section class="card"><h2>${say(W.methods, lang)}</h2>${parts.join('')}</section>`;
}

function methodCard(meta: Meta, lang: Lang): string {
  const options = Object.entries(meta.options);
  const entries: [string, string][] = [
    [say(W.tool, lang), `${meta.tool} ${meta.version}`],
    [say(W.command, lang), meta.command],
  ];
  if (meta.rules !== undefined) {
    const { id, status, sha256 } = meta.rules;
    const words = { id, status: STAMP_WORDS[status][lang], sha256 };
    entries.push([say(W.rules, lang), say(W.rulesValue, lang, words)]);
  }
  for (const { name, rows, sha256 } of meta.inputs) {
    entries.push([
      say(W.input, lang),
      say(W.inputValue, lang, { name, rows: formatNumber(rows, lang), sha256 }),
    ]);
  }
  if (meta.seed !== undefined) entries.push([say(W.seed, lang), String(meta.seed)]);
  const optionText = options.map(([key, value]) => `${key} = ${JSON.stringify(value)}`).join('; ');
  entries.push([say(W.options, lang), optionText || say(W.noOptions, lang)]);
  const list = entries.map(([name, value]) => `<dt>${escapeHtml(name)}</dt><dd>${escapeHtml(value)}</dd>`);
  return `<section class="card"><h2>${say(W.method, lang)}</h2><dl>${list.join('')}</dl><p>${say(W.repeat, lang)}</p></section>`;
}
