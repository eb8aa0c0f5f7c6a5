/**
 * Comforts of the browser; every page works without this file. No framework, no state of its own.
 * Drop a file on the upload box; choose a filter and the form is sent; Enter goes down a price column;
 * a range copied from a spreadsheet fills it.
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
  if (event.key !== 'Enter' || !(box instanceof HTMLInputElement) || box.dataset.column === undefined) return;
  const column = columnOf(box);
  const next = column[column.indexOf(box) + (event.shiftKey ? -1 : 1)];
  if (next instanceof HTMLInputElement) {
    event.preventDefault();
    next.focus();
    next.select();
  }
});

document.addEventListener('paste', (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.dataset.column === undefined) return;
  const text = event.clipboardData?.getData('text/plain') ?? '';
  const lines = text.replace(/[\r\n]+$/, '').split(/\r?\n/);
  if (lines.length < 2) return;
  event.preventDefault();
  const column = columnOf(box);
  const start = column.indexOf(box);
  lines.forEach((line, at) => {
    const target = column[start + at];
    const amount = line.split('\t').at(-1) ?? '';
    if (!(target instanceof HTMLInputElement)) return;
    target.value = amount.trim();
    target.classList.toggle('changed', target.value !== target.dataset.listed);
  });
  box.dispatchEvent(new Event('input', { bubbles: true }));
});

// A price that differs from the list shows it at once, before the answer is there.
document.addEventListener('input', (event) => {
  const box = event.target;
  if (!(box instanceof HTMLInputElement) || box.dataset.listed === undefined) return;
  box.classList.toggle('changed', box.value.trim() !== box.dataset.listed);
  box.removeAttribute('aria-invalid');
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
