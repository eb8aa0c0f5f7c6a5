/**
 * Tools on tables and figures; every page works without this file. Tables marked `data-sortable`: a
 * click on a header sorts up, down, and back to the order of the page; the table is copied as TSV.
 * Figures: a PNG beside the SVG, drawn from the very same file. Words come from the script's element.
 */

const words = document.currentScript instanceof HTMLScriptElement ? document.currentScript.dataset : {};
const lang = document.documentElement.lang;
const collator = new Intl.Collator(lang, { numeric: true });

/** What each table is sorted by; kept while parts of the page are swapped. @type {WeakMap<HTMLTableElement, { column: number, down: boolean }>} */
const orders = new WeakMap();
/** The order of the page. @type {WeakMap<HTMLTableElement, HTMLTableRowElement[]>} */
const originals = new WeakMap();
/** What a table said when it was last arranged. @type {WeakMap<HTMLTableElement, string>} */
const arranged = new WeakMap();

/** The first number of a cell as it is written in this language; absent for a text. @param {string} text */
function numberIn(text) {
  const plain = text
    .replace(/\u2212/g, '-')
    .replace(/[€+\s\u00a0]/g, '')
    .replaceAll(lang === 'nl' ? '.' : ',', '')
    .replace(',', '.');
  const found = /^-?\d+(?:\.\d+)?/.exec(plain);
  return found === null ? undefined : Number(found[0]);
}

/** @param {HTMLTableRowElement} row @param {number} column */
function textOf(row, column) {
  return plainOf(row.cells[column]);
}

/** A day is sorted and copied as a machine writes it. @param {HTMLTableCellElement | undefined} cell */
function plainOf(cell) {
  return cell?.querySelector('time')?.dateTime ?? cell?.textContent?.trim() ?? '';
}

/** Empty cells stay last either way; a row of totals keeps its place at the end. @param {HTMLTableElement} table */
function sort(table) {
  const body = table.tBodies[0];
  const rows = originals.get(table) ?? [];
  const order = orders.get(table);
  for (const [column, head] of [...(table.tHead?.rows[0]?.cells ?? [])].entries()) {
    if (order?.column === column) head.setAttribute('aria-sort', order.down ? 'descending' : 'ascending');
    else head.removeAttribute('aria-sort');
  }
  if (body === undefined) return;
  if (order === undefined) {
    body.append(...rows);
    return;
  }
  const numeric = table.tHead?.rows[0]?.cells[order.column]?.classList.contains('number') ?? false;
  const keyed = rows.map((row) => {
    const text = textOf(row, order.column);
    const value = numeric ? numberIn(text) : undefined;
    const rank = row.classList.contains('total') ? 2 : (numeric ? value === undefined : text === '') ? 1 : 0;
    return { row, text, value: value ?? 0, rank };
  });
  const sign = order.down ? -1 : 1;
  keyed.sort(
    (a, b) => a.rank - b.rank || sign * (numeric ? a.value - b.value : collator.compare(a.text, b.text)),
  );
  body.append(...keyed.map(({ row }) => row));
}

/**
 * A spreadsheet runs what is pasted like what is typed: a name that begins as a formula gets an apostrophe.
 *
 * @param {string} text
 */
function pasted(text) {
  return /^[=+\-@＝＋－＠]/.test(text) && !/^[+-][\d€\s.,]+%?$/.test(text) ? `'${text}` : text;
}

/** @param {HTMLTableElement} table */
function asTsv(table) {
  const cellOf = (/** @type {HTMLTableCellElement} */ cell) =>
    pasted(
      plainOf(cell)
        .replace(/\s+/g, ' ')
        .trim()
        .replace(/\u2212/g, '-'),
    );
  return [...table.rows].map((row) => [...row.cells].map(cellOf).join('\t')).join('\n');
}

/** @param {HTMLTableElement} table */
function equip(table) {
  const rows = [...(table.tBodies[0]?.rows ?? [])];
  if (rows.length < 2) return;
  // A swap elsewhere on the page leaves this table as it was arranged.
  if (arranged.get(table) !== table.tBodies[0]?.textContent) originals.set(table, rows);
  for (const head of table.tHead?.rows[0]?.cells ?? []) {
    if (head.querySelector('button') !== null || head.textContent?.trim() === '') continue;
    const button = document.createElement('button');
    button.type = 'button';
    button.className = 'sort';
    button.append(...head.childNodes);
    head.append(button);
  }
  const box = table.closest('.scroll') ?? table;
  if (!(box.nextElementSibling instanceof HTMLButtonElement && box.nextElementSibling.matches('.copy'))) {
    const copy = document.createElement('button');
    copy.type = 'button';
    copy.className = 'copy';
    copy.textContent = words.copy ?? '';
    copy.addEventListener('click', async () => {
      await navigator.clipboard.writeText(asTsv(table));
      copy.textContent = words.copied ?? '';
      setTimeout(() => {
        copy.textContent = words.copy ?? '';
      }, 2000);
    });
    box.after(copy);
  }
  arrange(table);
}

/** @param {HTMLTableElement} table */
function arrange(table) {
  sort(table);
  arranged.set(table, table.tBodies[0]?.textContent ?? '');
}

document.addEventListener('click', (event) => {
  const button = event.target instanceof Element ? event.target.closest('button.sort') : null;
  const head = button?.closest('th');
  const table = head?.closest('table');
  if (!head || !table) return;
  const before = orders.get(table);
  const same = before?.column === head.cellIndex;
  if (same && before.down) orders.delete(table);
  else orders.set(table, { column: head.cellIndex, down: same });
  arrange(table);
});

/** The SVG file as a PNG at twice its size, on paper's white. @param {HTMLAnchorElement} link */
async function savePng(link) {
  const svg = await (await fetch(link.href)).text();
  const image = new Image();
  image.src = `data:image/svg+xml;charset=utf-8,${encodeURIComponent(svg)}`;
  await image.decode();
  const canvas = document.createElement('canvas');
  canvas.width = image.naturalWidth * 2;
  canvas.height = image.naturalHeight * 2;
  const paper = canvas.getContext('2d');
  if (paper === null) return;
  paper.fillStyle = '#ffffff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  /** @type {Blob | null} */
  const blob = await new Promise((resolve) => {
    canvas.toBlob(resolve, 'image/png');
  });
  if (blob === null) return;
  const save = document.createElement('a');
  save.href = URL.createObjectURL(blob);
  save.download = (new URL(link.href).pathname.split('/').at(-1) ?? 'figure.svg').replace(/\.svg$/, '.png');
  save.click();
  setTimeout(() => URL.revokeObjectURL(save.href), 10_000);
}

/** @param {Element} links */
function addPng(links) {
  const svg = links.querySelector('a[href*=".svg"]');
  if (!(svg instanceof HTMLAnchorElement) || links.querySelector('button') !== null) return;
  const button = document.createElement('button');
  button.type = 'button';
  button.className = 'link';
  button.textContent = 'PNG';
  button.setAttribute('aria-label', (svg.getAttribute('aria-label') ?? 'PNG').replace('SVG', 'PNG'));
  button.addEventListener('click', () => savePng(svg));
  svg.after(button);
}

function equipAll() {
  for (const table of document.querySelectorAll('table[data-sortable]')) {
    if (table instanceof HTMLTableElement) equip(table);
  }
  for (const links of document.querySelectorAll('.downloads')) addPng(links);
}

/** What a value of a figure says, shown while it has the focus or the pointer. @param {Event} event */
function showValue(event) {
  const value = event.target instanceof Element ? event.target.closest('.drawing svg [tabindex]') : null;
  const drawing = value?.closest('.drawing');
  if (!value || !drawing) return;
  let said = drawing.querySelector('.figure-value');
  if (said === null) {
    said = document.createElement('p');
    said.className = 'figure-value';
    // The value itself is read out already.
    said.setAttribute('aria-hidden', 'true');
    drawing.append(said);
  }
  said.textContent = value.getAttribute('aria-label');
}

document.addEventListener('focusin', showValue);
document.addEventListener('pointerover', showValue);
document.addEventListener('htmx:after:swap', equipAll);
equipAll();

/**
 * A large file shows how far it has been sent, and can be stopped; the answer is the page that follows
 * the reading. Without this the browser sends the same form and shows its own progress.
 */
document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.dataset.sending === undefined || event.defaultPrevented)
    return;
  event.preventDefault();
  const words = form.dataset;
  const bar = document.createElement('progress');
  bar.max = 1;
  bar.value = 0;
  const line = document.createElement('p');
  line.setAttribute('role', 'status');
  const stop = document.createElement('button');
  stop.type = 'button';
  stop.className = 'quiet';
  stop.textContent = words.stop ?? '';
  const box = document.createElement('div');
  box.className = 'sending';
  box.append(line, bar, stop);
  const button = form.querySelector('button[type="submit"]');
  if (button instanceof HTMLButtonElement) button.disabled = true;
  form.append(box);
  const sent = new XMLHttpRequest();
  const shown = new Intl.NumberFormat(document.documentElement.lang, { style: 'percent' });
  const show = (/** @type {number} */ share) => {
    bar.setAttribute('aria-label', words.sending?.replace('{share}', '') ?? '');
    bar.value = share;
    line.textContent = words.sending?.replace('{share}', shown.format(share)) ?? '';
  };
  const again = () => {
    box.remove();
    if (button instanceof HTMLButtonElement) button.disabled = false;
  };
  stop.addEventListener('click', () => sent.abort());
  sent.upload.addEventListener('progress', ({ loaded, total }) => show(total > 0 ? loaded / total : 0));
  sent.addEventListener('abort', again);
  // Cut off on the way: the form is there to be sent again.
  sent.addEventListener('error', again);
  sent.addEventListener('load', () => {
    // What became of the file has an address of its own; what is wrong with the form has not.
    if (sent.responseURL !== '' && sent.responseURL !== form.action) location.assign(sent.responseURL);
    else {
      document.open();
      document.write(sent.responseText);
      document.close();
    }
  });
  show(0);
  sent.open('POST', form.action);
  sent.send(new FormData(form));
});
