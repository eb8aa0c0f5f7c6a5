/** The report's style sheet: system fonts, one accent, light, dark and A4 print from the same properties. */

export const REPORT_STYLE = `
:root { color-scheme: light dark; --ink: #1a1d21; --soft: #5b6470; --line: #d5d9de; --paper: #ffffff;
  --panel: #f5f6f8; --accent: #0072b2; --chart-accent: #0072b2; --chart-second: #b35900; --chart-grey: #8a9099; --chart-paper: #ffffff; }
@media (prefers-color-scheme: dark) { :root { --ink: #e8eaed; --soft: #a7b0ba; --line: #3a4048;
  --paper: #16191d; --panel: #1f2429; --accent: #56b4e9; --chart-accent: #56b4e9; --chart-second: #e69f00; --chart-grey: #8a9099; --chart-paper: #16191d; } }
* { box-sizing: border-box; }
body { margin: 0; background: var(--paper); color: var(--ink);
  font: 16px/1.5 system-ui, -apple-system, "Segoe UI", Roboto, "Liberation Sans", sans-serif; }
main { max-width: 60rem; margin: 0 auto; padding: 2rem 1.25rem; }
h1 { font-size: 1.6rem; line-height: 1.25; margin: 0 0 .5rem; }
h2 { font-size: 1.15rem; margin: 0 0 .5rem; }
section { margin: 2rem 0; }
figure { margin: 0; }
figure svg { max-width: 100%; height: auto; }
li, p { max-width: 75ch; }
.stamps span { display: inline-block; border: 1px solid currentColor; border-radius: 3px; padding: 0 .5em;
  font-size: .8rem; letter-spacing: .06em; text-transform: uppercase; color: var(--soft); }
section { overflow-x: auto; }
table { border-collapse: collapse; width: 100%; margin-bottom: 1rem; font-size: .9rem; font-variant-numeric: tabular-nums; }
caption { text-align: left; font-weight: 600; font-size: 1.05rem; padding-bottom: .4rem; }
th, td { padding: .3rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line); }
thead th { color: var(--soft); font-weight: 600; vertical-align: bottom; }
tbody th { font-weight: 400; }
.number { text-align: right; }
td.number { white-space: nowrap; }
summary { cursor: pointer; color: var(--accent); margin: .5rem 0; }
.card { background: var(--panel); padding: 1rem 1.25rem; border-radius: 6px; font-size: .85rem; }
dl { display: grid; grid-template-columns: max-content 1fr; gap: .2rem 1rem; margin: 0; }
dt { color: var(--soft); }
dd { margin: 0; overflow-wrap: anywhere; }
@page { size: A4; margin: 18mm 16mm 20mm; @bottom-right { content: counter(page) " / " counter(pages); font-size: 9pt; } }
@media print {
  :root { color-scheme: light; --ink: #000; --soft: #444; --line: #bbb; --paper: #fff; --panel: #fff; --accent: #000;
    --chart-accent: #0072b2; --chart-second: #b35900; --chart-grey: #777; --chart-paper: #fff; }
  main { max-width: none; padding: 0; }
  body { font-size: 10.5pt; }
  table { font-size: 8.5pt; }
  th, td { padding: .2rem .35rem; }
  section, table { overflow: visible; }
  thead { display: table-header-group; }
  tr, figure, .card { break-inside: avoid; }
  details > summary { display: none; }
  details::details-content { content-visibility: visible; block-size: auto; }
  .card { border: 1px solid var(--line); }
}
`;
