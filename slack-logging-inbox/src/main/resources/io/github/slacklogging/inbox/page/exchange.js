/* Clearing with a way back, export, and import by button or by dropping a file. */
'use strict';

import { byId, plural, str } from './dom.js';
import { reload } from './follow.js';
import { state } from './state.js';
import { toast } from './toast.js';

async function post(path, body) {
  const answer = await fetch(path, { method: 'POST', body, headers: body ? { 'Content-Type': 'application/json' } : {} });
  const told = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Error(str(told.error) || 'The inbox answers ' + answer.status);
  return told;
}

/** Keeps in this page what is cleared, until the way back is gone. */
async function clear() {
  const count = state.messages.size + state.refused.size;
  try {
    const before = await (await fetch('/export')).text();
    await post('/clear');
    toast(`Cleared ${plural(count, 'message')}`, 'Undo', () => take(before, 'Brought back'));
  }
  catch (failure) {
    toast(failure.message);
  }
  byId('scroll').focus({ preventScroll: true });
}

async function take(text, word) {
  try {
    const { messages } = await post('/import', text);
    await reload();
    toast(`${word} ${plural(Number(messages), 'message')}`);
  }
  catch (failure) {
    toast(failure.message);
  }
}

async function takeFile(file) {
  if (file) await take(await file.text(), 'Imported');
}

function startDropping() {
  const over = (event) => [...event.dataTransfer.types].includes('Files');
  let depth = 0;
  const show = (shown) => { byId('drop').hidden = !shown; };
  document.addEventListener('dragenter', (event) => { if (over(event)) { depth++; show(true); } });
  document.addEventListener('dragleave', (event) => { if (over(event) && --depth <= 0) { depth = 0; show(false); } });
  document.addEventListener('dragover', (event) => { if (over(event)) event.preventDefault(); });
  document.addEventListener('drop', (event) => {
    depth = 0;
    show(false);
    if (!over(event)) return;
    event.preventDefault();
    takeFile(event.dataTransfer.files[0]);
  });
}

export function startExchange() {
  byId('clear').addEventListener('click', clear);
  byId('import').addEventListener('click', () => byId('import-file').click());
  byId('import-file').addEventListener('change', (event) => {
    takeFile(event.target.files[0]);
    event.target.value = '';
  });
  startDropping();
}
