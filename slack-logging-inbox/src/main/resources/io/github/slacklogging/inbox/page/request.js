/* The request as it came, and what was answered. Secrets were masked before they got here. */
'use strict';

import { button, copyText, h, str } from './dom.js';
import { coloured, pretty } from './json.js';

function headers(title, values) {
  const names = Object.keys(values || {}).sort();
  if (!names.length) return [];
  const rows = names.map((name) => h('div', '', h('dt', '', name), h('dd', '', str(values[name]) || String(values[name]))));
  return [h('h3', '', title), h('dl', 'headers', ...rows)];
}

function fact(name, value) { return h('div', '', h('dt', '', name), h('dd', '', value)); }

function answer(request) {
  const text = typeof request.answer === 'string' ? request.answer : JSON.stringify(request.answer);
  if (!text) return [];
  let shown = text;
  try { shown = pretty(JSON.parse(text)); } catch { /* shown as it is: a webhook answers with one word */ }
  return [h('h3', '', 'Answer'), coloured(shown)];
}

export function requestView(details) {
  const request = details.request;
  if (!request) return [h('p', 'gone', 'The request of this one is no longer known.')];
  const copy = button('', 'Copy as curl', () => copyText(copy, str(request.curl)));
  const facts = h('dl', 'facts', fact('Answered', String(request.status)), request.tookMillis === undefined ? null : fact('Took', Number(request.tookMillis).toLocaleString() + ' ms'),
    fact('Size', Number(request.bytes).toLocaleString() + ' bytes'), fact('At', new Date(request.receivedAt).toLocaleTimeString(undefined, { hour: '2-digit', minute: '2-digit', second: '2-digit', fractionalSecondDigits: 3 })));
  return [h('header', '', h('code', '', `${request.method} ${request.path}`), h('span', 'space'), request.curl ? copy : null), facts,
    ...headers('Headers', request.headers), ...answer(request), ...headers('Headers of the answer', request.answerHeaders)];
}
