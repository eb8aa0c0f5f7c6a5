/**
 * Comforts of the browser; every page works without this file. No framework, no state of its own.
 * Drop a file on the upload box; 0 to 4 answer a question; choose a filter and the form is sent; a form is sent once. The price
 * tables have a file of their own (sheet.js).
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

// One question a screen: its keys are its answers, wherever the focus is, save in a field that takes text.
document.addEventListener('keydown', (event) => {
  if (event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
  const form = document.querySelector('form[data-answer-keys]');
  const typing = event.target instanceof Element && event.target.closest('input, select, textarea') !== null;
  // Two keys in a hurry must not both answer the question on the screen.
  if (!(form instanceof HTMLFormElement) || typing || form.dataset.answered !== undefined) return;
  const button = form.querySelector(`button[data-key="${CSS.escape(event.key)}"]`);
  if (button instanceof HTMLButtonElement) {
    event.preventDefault();
    form.dataset.answered = '';
    button.click();
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

// An answer that names faults by field: each field says its own.
document.addEventListener('htmx:after:swap', () => {
  const fields = document.querySelectorAll('.field-fault');
  if (fields.length === 0) return;
  for (const place of fields) place.textContent = '';
  for (const box of document.querySelectorAll('form [name^="k."][aria-invalid]')) {
    box.removeAttribute('aria-invalid');
  }
  for (const item of document.querySelectorAll('[data-faults] [data-field]')) {
    const name = item instanceof HTMLElement ? (item.dataset.field ?? '') : '';
    const place = document.getElementById(`fault-${name.replace(/^k\./, '').replaceAll('.', '-')}`);
    if (place !== null) place.textContent = item.textContent;
    document.querySelector(`form [name="${CSS.escape(name)}"]`)?.setAttribute('aria-invalid', 'true');
  }
});

// What follows while one types is drawn for this screen alone; a whole page is drawn for any.
// As in narrow.css.
const narrow = matchMedia('(max-width: 40rem)');
document.addEventListener('htmx:config:request', (event) => {
  const { request } = /** @type {CustomEvent} */ (event).detail.ctx;
  request.headers['X-Layout'] = narrow.matches ? 'narrow' : 'wide';
});

// Turned to another width, what was drawn for the old one alone is drawn again.
narrow.addEventListener('change', () => {
  const form = document.querySelector('form[hx-target="#result"]');
  if (document.querySelector('#result .drawing > .alone') !== null) form?.dispatchEvent(new Event('change'));
});

document.addEventListener('submit', (event) => {
  const form = event.target;
  if (!(form instanceof HTMLFormElement) || form.method !== 'post') return;
  // An answer that is a file leaves the page as it is: its buttons must stay alive.
  if (event.submitter instanceof HTMLElement && event.submitter.dataset.download !== undefined) return;
  // After the form's values are taken: a second click must not send them again.
  setTimeout(() => {
    for (const button of form.querySelectorAll('button')) button.disabled = true;
  });
});

// Coming back to a page from the browser's memory must not find its buttons dead.
window.addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-answered]')) form.removeAttribute('data-answered');
  for (const button of document.querySelectorAll('form[method="post"] button')) {
    if (button instanceof HTMLButtonElement) button.disabled = false;
  }
});

liftDropBox(document.querySelector('.drop'));
