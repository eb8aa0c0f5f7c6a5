/**
 * Price tables as a spreadsheet has them; every page works without this file. Enter goes down a column,
 * a copied range fills the cells, undo and redo go over fields and ranges. A cell is a box or a choice with
 * `data-column` in a row of `.price-list`. What a range cannot place goes to the box for pasted text, where
 * there is one.
 */

/** @typedef {HTMLInputElement | HTMLSelectElement} Cell */
/** @typedef {{ box: Cell, before: string, after: string }} Change */

/** @param {unknown} box @returns {box is Cell} */
function isCell(box) {
  return (
    (box instanceof HTMLInputElement || box instanceof HTMLSelectElement) && box.dataset.column !== undefined
  );
}

/** Cells of one column, in order. @param {Cell} box */
function columnOf(box) {
  return [...document.querySelectorAll(`[data-column="${CSS.escape(box.dataset.column ?? '')}"]`)];
}

document.addEventListener('keydown', (event) => {
  const box = event.target;
  if (event.key !== 'Enter' || !isCell(box)) return;
  // Without this Enter would send the form.
  event.preventDefault();
  const column = columnOf(box);
  const next = column[column.indexOf(box) + (event.shiftKey ? -1 : 1)];
  if (!isCell(next)) return;
  next.focus();
  if (next instanceof HTMLInputElement && next.type === 'text') next.select();
});

/** What undo goes back over, and redo forward. @type {Change[][]} */
const done = [];
/** @type {Change[][]} */
const undone = [];
/** What stood in the focused cell when it was entered; typing since then is the browser's own to undo. */
let entered = '';

/** @param {{ box: Cell, value: string }[]} changes */
function setCells(changes) {
  for (const { box, value } of changes) {
    box.value = value;
    if (box.dataset.listed !== undefined) box.classList.toggle('changed', value !== box.dataset.listed);
    box.removeAttribute('aria-invalid');
  }
  if (isCell(document.activeElement)) entered = document.activeElement.value;
  // One event tells whoever recalculates, whatever it listens to.
  changes[0]?.box.dispatchEvent(new Event('input', { bubbles: true }));
  changes[0]?.box.dispatchEvent(new CustomEvent('sheet:set', { bubbles: true }));
}

const AMOUNT = /^[€\s\u00a0]*\d[\d.,'\s\u00a0]*$/;

/** A cluster as people write it: `ZT05`, `zt5`, `05` and `5` are one. @param {string} text */
function clusterKey(text) {
  return text
    .trim()
    .toUpperCase()
    .replace(/^ZT/, '')
    .replace(/^0+(?=\d)/, '');
}

/** @param {Element} row */
function clusterOf(row) {
  const box = row.querySelector('[data-column="0"]');
  const head = row.querySelector('th');
  return clusterKey(head?.textContent ?? (isCell(box) ? box.value : ''));
}

/** Rows under the name of their cluster; where a name has several only the first. @param {Element[]} rows */
function rowsByCluster(rows) {
  const named = new Map();
  for (const row of rows) if (!named.has(clusterOf(row))) named.set(clusterOf(row), row);
  return named;
}

/**
 * Where each line of a pasted range goes: by its cluster where the first column names clusters, else
 * from the focused cell downwards. @param {string[][]} lines @param {Cell} box
 */
function placed(lines, box) {
  const rows = [...document.querySelectorAll('.price-list tbody tr:not(.said-row)')];
  const named = rowsByCluster(rows);
  const keys = lines.map(([first]) => clusterKey(first ?? ''));
  const known = keys.filter((key) => named.has(key));
  const amounts = box instanceof HTMLInputElement && box.classList.contains('price');
  const byCluster =
    amounts &&
    lines.every((cells) => cells.length > 1) &&
    known.length > 0 &&
    known.length >= lines.length - 1 &&
    new Set(keys).size === keys.length;
  const from = rows.findIndex((row) => row.contains(box));
  return lines.map((cells, at) => ({
    row: byCluster ? named.get(keys[at] ?? '') : rows[from + at],
    // Names beside the amounts are no amounts.
    cells: byCluster
      ? cells.slice(1)
      : amounts
        ? cells.slice(
            Math.max(
              0,
              cells.findIndex((cell) => AMOUNT.test(cell)),
            ),
          )
        : cells,
  }));
}

/** The value a cell takes for a pasted text; absent where it has no such choice. @param {Cell} box @param {string} text */
function valueFor(box, text) {
  if (box instanceof HTMLInputElement) return box.type === 'date' ? isoDay(text) : text;
  const wanted = text.toLowerCase();
  return [...box.options].find(
    (option) => option.value.toLowerCase() === wanted || option.text.toLowerCase() === wanted,
  )?.value;
}

/** `31-12-2026`, `31/12/2026` or ISO as a date box wants it. @param {string} text */
function isoDay(text) {
  const match = /^(\d{1,2})[-/](\d{1,2})[-/](\d{4})$/.exec(text);
  if (match === null) return /^\d{4}-\d{2}-\d{2}$/.test(text) ? text : undefined;
  return `${match[3]}-${(match[2] ?? '').padStart(2, '0')}-${(match[1] ?? '').padStart(2, '0')}`;
}

/** A list with a header, or more rows than there are: the form's own box takes it. @param {string} text @param {string[][]} lines @param {Cell} box */
function handedOver(text, lines, box) {
  const whole = document.querySelector('#paste-text');
  const button = document.querySelector('button[name="do"][value="paste"]');
  if (!(whole instanceof HTMLTextAreaElement) || !(button instanceof HTMLButtonElement)) return false;
  const head = (lines[0] ?? []).map((cell) => cell.trim().toLowerCase());
  if (!(head.includes('cluster') && head.includes('amount')) && box.dataset.column !== '0') return false;
  const rows = [...document.querySelectorAll('.price-list tbody tr:not(.said-row)')];
  const list = head.includes('cluster') && head.includes('amount');
  const clusters = lines.length > 1 && lines.every((cells) => cells.length === 2);
  if (!list && !(clusters && rows.length > 0)) return false;
  whole.value = text;
  button.form?.requestSubmit(button);
  return true;
}

document.addEventListener('paste', (event) => {
  const box = event.target;
  if (!isCell(box)) return;
  const text = (event.clipboardData?.getData('text/plain') ?? '').replace(/[\r\n]+$/, '');
  if (!/[\t\n]/.test(text)) return;
  event.preventDefault();
  const lines = text.split(/\r?\n/).map((line) => line.split('\t'));
  if (handedOver(text, lines, box)) return;
  /** @type {{ box: Cell, value: string }[]} */
  const changes = [];
  let left = 0;
  for (const { row, cells } of placed(lines, box)) {
    const targets = cells.flatMap((cell, at) => {
      const target = row?.querySelector(`[data-column="${Number(box.dataset.column) + at}"]`);
      const typed = cell.trim();
      if (!isCell(target ?? null) || typed === '') return [];
      const value = valueFor(target, typed);
      return value === undefined ? [] : [{ box: target, value }];
    });
    if (targets.length === 0) left += 1;
    changes.push(...targets);
  }
  const note = document.querySelector('#pasted');
  if (note instanceof HTMLElement) {
    note.textContent = left === 0 ? '' : (note.dataset.left ?? '').replace('{n}', String(left));
  }
  remember(changes.map((each) => ({ box: each.box, before: each.box.value, after: each.value })));
  setCells(changes);
});

/** @param {Change[]} step */
function remember(step) {
  done.push(step);
  undone.length = 0;
}

document.addEventListener('focusin', (event) => {
  if (isCell(event.target)) entered = event.target.value;
});

// A cell left with something else is one step to go back over.
document.addEventListener('change', (event) => {
  const box = event.target;
  if (!isCell(box) || box.value === entered) return;
  remember([{ box, before: entered, after: box.value }]);
  entered = box.value;
});

document.addEventListener('keydown', (event) => {
  const box = event.target;
  if (!(event.ctrlKey || event.metaKey) || !isCell(box) || box.value !== entered) return;
  const key = event.key.toLowerCase();
  const back = key === 'z' && !event.shiftKey;
  if (!back && !(key === 'y' || (key === 'z' && event.shiftKey))) return;
  const step = (back ? done : undone).pop();
  if (step === undefined) return;
  event.preventDefault();
  (back ? undone : done).push(step);
  step[0]?.box.focus();
  setCells(step.map((each) => ({ box: each.box, value: back ? each.before : each.after })));
});

// A price that differs from the list shows it at once, before the answer is there.
document.addEventListener('input', (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.dataset.listed === undefined) return;
  box.classList.toggle('changed', box.value.trim() !== box.dataset.listed);
  box.removeAttribute('aria-invalid');
});

// The answer names the fields it could not read and those with a finding; each of them says so itself.
document.addEventListener('htmx:after:swap', () => {
  const note = document.querySelector('#unread');
  const unread = note instanceof HTMLElement ? (note.dataset.fields ?? '').split(' ') : [];
  for (const box of document.querySelectorAll('input.price')) {
    if (!(box instanceof HTMLInputElement)) continue;
    const bad = unread.includes(box.name);
    if (bad) box.setAttribute('aria-invalid', 'true');
    else box.removeAttribute('aria-invalid');
    const found = [...document.querySelectorAll(`#lint [data-price="${CSS.escape(box.name)}"]`)];
    const described = [...(bad ? ['unread'] : []), ...found.map(({ id }) => id)];
    if (described.length > 0) box.setAttribute('aria-describedby', described.join(' '));
    else box.removeAttribute('aria-describedby');
    box.closest('td')?.classList.toggle('noted', found.length > 0);
  }
});

// The findings of a list in the making: each row says its own, beside its cells.
document.addEventListener('htmx:after:swap', () => {
  const findings = document.querySelector('#list-findings');
  if (findings === null) return;
  /** @type {Map<string, string[]>} */
  const said = new Map();
  const faulty = new Set();
  for (const item of findings.querySelectorAll('li[data-row]')) {
    if (!(item instanceof HTMLElement)) continue;
    const row = item.dataset.row ?? '';
    said.set(row, [...(said.get(row) ?? []), item.querySelector('.text')?.textContent ?? '']);
    if (item.dataset.severity === 'error') faulty.add(item.dataset.cell);
  }
  for (const [at, row] of [
    ...document.querySelectorAll('.price-list.sheet tbody tr:not(.said-row)'),
  ].entries()) {
    const sentences = said.get(String(at)) ?? [];
    row.classList.toggle('noted', sentences.length > 0);
    const place = document.querySelector(`#said-${at}`);
    if (place !== null) place.textContent = sentences.join(' ');
    for (const box of row.querySelectorAll('[data-column]')) {
      if (!isCell(box)) continue;
      const bad = faulty.has(box.name);
      if (bad) box.setAttribute('aria-invalid', 'true');
      else box.removeAttribute('aria-invalid');
      if (bad && place !== null) box.setAttribute('aria-describedby', place.id);
      else box.removeAttribute('aria-describedby');
    }
  }
});
