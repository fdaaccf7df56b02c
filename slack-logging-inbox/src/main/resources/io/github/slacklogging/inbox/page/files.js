/* Shared files. */
'use strict';

import { h, link, plural, str } from './dom.js';

const IMAGES = ['image/png', 'image/jpeg', 'image/gif', 'image/webp'];
const MAX_PREVIEW_LINES = 5;

export function file(item) {
  if (!item || typeof item !== 'object') return h('div', 'unknown', 'A file that is no object');
  const text = str(item.text).replace(/\n$/, '');
  const title = str(item.title) || str(item.name) || 'file';
  const details = [title === item.name ? '' : str(item.name), text ? '' : str(item.mimetype), size(Number(item.size)), text && plural(text.split('\n').length, 'line')];
  const head = [title + ' ', h('small', '', details.filter(Boolean).join(' · '))];
  if (text) return textFile(head, text);
  return h('div', 'file', h('div', 'name', ...head), image(item, title));
}

function size(bytes) { return Number.isFinite(bytes) && bytes >= 0 ? plural(bytes, 'byte') : ''; }

/** The first lines are seen at once, the others on demand. */
function textFile(head, text) {
  const whole = h('pre', 'block', text);
  whole.tabIndex = 0; // scrolls by keyboard too
  const lines = text.split('\n');
  const preview = h('pre', 'block preview', lines.slice(0, MAX_PREVIEW_LINES).join('\n'));
  if (lines.length > MAX_PREVIEW_LINES) preview.classList.add('cut');
  preview.setAttribute('aria-hidden', 'true'); // who hears it has the whole text behind the summary
  return h('div', 'file', h('details', '', h('summary', '', ...head), whole), preview);
}

/** An image that was uploaded here is shown; it comes from the inbox itself. */
function image(item, title) {
  if (!IMAGES.includes(item.mimetype) || !/^[A-Za-z0-9]{1,32}$/.test(str(item.id))) return '';
  const node = h('img');
  node.src = '/files/' + item.id;
  node.alt = str(item.alt_txt) || title;
  node.loading = 'lazy';
  return link(location.origin + '/files/' + item.id, node);
}
