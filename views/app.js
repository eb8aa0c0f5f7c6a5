/**
 * Comforts of the browser; every page works without this file. No framework, no state of its own.
 * Drop a file on the upload box; choose a filter and the form is sent; Enter goes down a price column;
 * a range copied from a spreadsheet fills the price table; undo goes back over fields and pastes.
 */

/** @param {Element | null} box */
function liftDropBox(box) {
  if (box === null) return;
  const input = box.querySelector('input[type="file"]');
  if (!(input instanceof HTMLInputElement)) return;
  for (const kind of ['dragenter', 'dragover']) {
    box.addEventListener(kind, (event) => {
      event.preventDefault();
      box.classList.add('over');
    });
  }
  for (const kind of ['dragleave', 'drop']) {
    box.addEventListener(kind, () => box.classList.remove('over'));
  }
  box.addEventListener('drop', (event) => {
    if (!(event instanceof DragEvent) || event.dataTransfer === null) return;
    event.preventDefault();
    if (event.dataTransfer.files.length > 0) input.files = event.dataTransfer.files;
  });
}

/** Boxes of one price column, in order. @param {HTMLInputElement} box */
function columnOf(box) {
  return [...document.querySelectorAll(`input[data-column="${CSS.escape(box.dataset.column ?? '')}"]`)];
}

document.addEventListener('keydown', (event) => {
  const box = event.target;
  if (event.key !== 'Enter' || !isPrice(box)) return;
  const column = columnOf(box);
  const next = column[column.indexOf(box) + (event.shiftKey ? -1 : 1)];
  if (next instanceof HTMLInputElement) {
    event.preventDefault();
    next.focus();
    next.select();
  }
});

/** What undo goes back over: boxes with what stood in them before. @type {{ box: HTMLInputElement, before: string }[][]} */
const done = [];
/** What stood in the focused price box when it was entered; typing since then is the browser's own to undo. */
let entered = '';

/** @param {EventTarget | null} box @returns {box is HTMLInputElement} */
function isPrice(box) {
  return box instanceof HTMLInputElement && box.dataset.column !== undefined;
}

/** @param {{ box: HTMLInputElement, value: string }[]} changes */
function setPrices(changes) {
  for (const { box, value } of changes) {
    box.value = value;
    box.classList.toggle('changed', value !== box.dataset.listed);
    box.removeAttribute('aria-invalid');
  }
  if (isPrice(document.activeElement)) entered = document.activeElement.value;
  changes[0]?.box.dispatchEvent(new Event('input', { bubbles: true }));
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

/**
 * Where each line of a pasted range goes: by its cluster where the first column names clusters, else
 * from the focused box downwards. @param {string[][]} lines @param {HTMLInputElement} box
 */
function placed(lines, box) {
  const rows = [...document.querySelectorAll('.price-list tbody tr')];
  const named = new Map(rows.map((row) => [clusterKey(row.querySelector('th')?.textContent ?? ''), row]));
  const keys = lines.map(([first]) => clusterKey(first ?? ''));
  const known = keys.filter((key) => named.has(key));
  const byCluster =
    lines.every((cells) => cells.length > 1) &&
    known.length > 0 &&
    known.length >= lines.length - 1 &&
    new Set(keys).size === keys.length;
  const from = rows.findIndex((row) => row.contains(box));
  return lines.map((cells, at) => ({
    row: byCluster ? named.get(keys[at] ?? '') : rows[from + at],
    // Names beside the amounts are no amounts.
    amounts: byCluster
      ? cells.slice(1)
      : cells.slice(
          Math.max(
            0,
            cells.findIndex((cell) => AMOUNT.test(cell)),
          ),
        ),
  }));
}

document.addEventListener('paste', (event) => {
  const box = event.target;
  if (!isPrice(box)) return;
  const text = (event.clipboardData?.getData('text/plain') ?? '').replace(/[\r\n]+$/, '');
  if (!/[\t\n]/.test(text)) return;
  event.preventDefault();
  const lines = text.split(/\r?\n/).map((line) => line.split('\t'));
  /** @type {{ box: HTMLInputElement, value: string }[]} */
  const changes = [];
  let left = 0;
  for (const { row, amounts } of placed(lines, box)) {
    const targets = amounts.flatMap((amount, at) => {
      const target = row?.querySelector(`input[data-column="${Number(box.dataset.column) + at}"]`);
      const value = amount.trim();
      return isPrice(target ?? null) && value !== '' ? [{ box: target, value }] : [];
    });
    if (targets.length === 0) left += 1;
    changes.push(...targets);
  }
  const note = document.querySelector('#pasted');
  if (note instanceof HTMLElement) {
    note.textContent = left === 0 ? '' : (note.dataset.left ?? '').replace('{n}', String(left));
  }
  done.push(changes.map((change) => ({ box: change.box, before: change.box.value })));
  setPrices(changes);
});

document.addEventListener('focusin', (event) => {
  if (isPrice(event.target)) entered = event.target.value;
});

// A field left with another price is one step to go back over.
document.addEventListener('change', (event) => {
  const box = event.target;
  if (!isPrice(box) || box.value === entered) return;
  done.push([{ box, before: entered }]);
  entered = box.value;
});

document.addEventListener('keydown', (event) => {
  const box = event.target;
  const undo = (event.ctrlKey || event.metaKey) && !event.shiftKey && event.key.toLowerCase() === 'z';
  if (!undo || !isPrice(box) || box.value !== entered) return;
  const step = done.pop();
  if (step === undefined) return;
  event.preventDefault();
  step[0]?.box.focus();
  setPrices(step.map(({ box: each, before }) => ({ box: each, value: before })));
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

// A choice in a filter is the wish to see it; without script its button does the same.
document.addEventListener('change', (event) => {
  const field = event.target;
  const tick = field instanceof HTMLInputElement && field.type === 'checkbox';
  if (!(field instanceof HTMLSelectElement || tick)) return;
  const form = field.closest('form[data-send-on-change]');
  if (form instanceof HTMLFormElement) form.requestSubmit();
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  // After the form's values are taken: a second click must not send them again.
  setTimeout(() => {
    for (const button of form.querySelectorAll('button')) button.disabled = true;
  });
});

// Coming back to a page from the browser's memory must not find its buttons dead.
window.addEventListener('pageshow', () => {
  for (const button of document.querySelectorAll('form[method="post"] button')) {
    if (button instanceof HTMLButtonElement) button.disabled = false;
  }
});

liftDropBox(document.querySelector('.drop'));
