/* The list in the middle: a window on the newest messages of the view, wider when someone looks for older ones. */
'use strict';

import { align, byId, formatted, h, plural } from './dom.js';
import { renderMessage, renderRefusal, updateMessage } from './message.js';
import { dayName } from './mrkdwn.js';
import { mark } from './search.js';
import { items, state } from './state.js';

const WINDOW = 100;

let atEnd = true; // the reader follows what comes
let first = ''; // key of the oldest shown, which stays while someone reads older messages
let unseen = 0; // came below while someone reads above
const arrived = new Set();

/** Says that an item is new, not only new to the eye. */
export function announceArrival(key) { arrived.add(key); }

/** Brings the list in line with what is known; only what changed is touched. */
export function renderList() {
  const all = items();
  const newest = Math.max(0, all.length - WINDOW);
  const held = atEnd ? -1 : all.findIndex((item) => item.key === first);
  const from = held < 0 ? newest : Math.min(newest, held);
  const shown = all.slice(from);
  first = shown.length ? shown[0].key : '';
  const scroll = byId('scroll');
  align(byId('messages'), withDays(shown), { make, update: (node, item) => item.message ? updateMessage(node, item.message) : node });
  unseen = atEnd ? 0 : unseen + shown.filter((item) => arrived.has(item.key)).length;
  arrived.clear();
  byId('earlier').hidden = from === 0;
  byId('earlier').textContent = `Show earlier messages (${from.toLocaleString()})`;
  byId('below').hidden = unseen === 0;
  byId('below').textContent = `${plural(unseen, 'new message')} ↓`;
  mark(byId('messages'), state.query ? state.query.words : []);
  if (atEnd) scroll.scrollTop = scroll.scrollHeight;
  return all;
}

function make(item) {
  if (item.day) return dayLine(item);
  const node = item.request ? renderRefusal(item.request) : renderMessage(item.message);
  if (arrived.has(item.key)) node.classList.add('fresh');
  return node;
}

function withDays(shown) {
  let last = '';
  return shown.flatMap((item) => {
    const day = new Date(item.at * 1000).toDateString();
    if (day === last) return [item];
    last = day;
    return [{ key: 'day ' + day, day, at: item.at }, item];
  });
}

function dayLine({ at }) {
  const when = new Date(at * 1000);
  const name = dayName(when) || formatted(when, { weekday: 'long', month: 'long', day: 'numeric' });
  return h('div', 'day', h('span', '', name));
}

export function toEnd() {
  atEnd = true;
  unseen = 0;
  first = '';
  renderList();
}

function showEarlier() {
  const all = items();
  const at = all.findIndex((item) => item.key === first);
  const anchor = nodeOf(first);
  const offset = anchor ? anchor.getBoundingClientRect().top : 0;
  atEnd = false;
  first = all[Math.max(0, at - WINDOW)].key;
  renderList();
  if (anchor) byId('scroll').scrollTop += anchor.getBoundingClientRect().top - offset;
}

export function nodeOf(key) { return byId('messages').querySelector(`:scope > [data-key="${CSS.escape(key)}"]`); }

/** Makes an item be in the window, and gives its node; none when it is not in this view. */
export function reveal(key) {
  if (!nodeOf(key) && items().some((item) => item.key === key)) {
    atEnd = false;
    first = key;
    renderList();
  }
  return nodeOf(key);
}

export function oldest() { return items().length ? reveal(items()[0].key) : null; }

export function startList() {
  const scroll = byId('scroll');
  scroll.addEventListener('scroll', () => {
    atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 60;
    if (!atEnd || !unseen) return;
    unseen = 0;
    byId('below').hidden = true;
  }, { passive: true });
  // what is loaded or opened later does not push the newest one out of sight
  new ResizeObserver(() => { if (atEnd) scroll.scrollTop = scroll.scrollHeight; }).observe(byId('messages'));
  byId('earlier').addEventListener('click', showEarlier);
  new IntersectionObserver((seen) => { if (seen[0].isIntersecting && scroll.scrollTop < 40 && !atEnd) showEarlier(); }, { root: scroll }).observe(byId('earlier'));
  byId('below').addEventListener('click', toEnd);
}
