/* Which view is looked at: channel, search, severity. */
'use strict';

import { severityOptions } from './channels.js';
import { byId } from './dom.js';
import { render } from './follow.js';
import { toEnd } from './list.js';
import { parse } from './search.js';
import { ALL, state } from './state.js';

const TYPING_MS = 80;

export function showView(view) {
  state.view = view;
  state.unread.delete(view);
  if (view === ALL) state.unread.clear();
  toEnd();
  render();
}

function search() {
  byId('severity').classList.toggle('chosen', state.severity !== '');
  state.query = parse(byId('search').value);
  toEnd();
  render();
}

export function clearSearch() {
  byId('search').value = '';
  byId('severity').value = state.severity = '';
  search();
}

export function startView() {
  let typing = 0;
  byId('severity').append(...severityOptions());
  byId('severity').addEventListener('change', () => {
    state.severity = byId('severity').value;
    search();
  });
  byId('search').addEventListener('input', () => {
    clearTimeout(typing);
    typing = setTimeout(search, TYPING_MS);
  });
  byId('nothing-clear').addEventListener('click', () => { clearSearch(); byId('search').focus(); });
  byId('channels').addEventListener('click', (event) => {
    const row = event.target.closest('[data-view]');
    if (row) showView(row.dataset.view);
  });
}
