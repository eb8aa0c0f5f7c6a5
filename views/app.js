/**
 * Comforts of the browser; every page works without this file. No framework, no state of its own.
 * Drop a file on the upload box; choose a filter and the form is sent; a form is sent once. The price
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
  // An answer that is a file leaves the page as it is: its buttons must stay alive.
  if (event.submitter instanceof HTMLElement && event.submitter.dataset.download !== undefined) return;
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
