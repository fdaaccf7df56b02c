/* The keyboard. Whoever types into a field types into the field. */
'use strict';

import { act, itemOf } from './actions.js';
import { byId } from './dom.js';
import { oldest, toEnd } from './list.js';
import { closePanel } from './panel.js';
import { clearSearch } from './view.js';
import { moveAmongTabs, tabsOf } from './tabs.js';

function articles() {
  const thread = byId('thread');
  const place = !thread.hidden && thread.contains(document.activeElement) ? thread : byId('messages');
  return [...place.querySelectorAll('article')];
}

function current() { return document.activeElement.closest('article'); }

function goTo(node) {
  if (!node) return;
  node.focus({ preventScroll: true });
  node.scrollIntoView({ block: 'nearest' });
}

function move(by) {
  const all = articles();
  const at = all.indexOf(current());
  goTo(at < 0 ? all.at(-1) : all[Math.min(all.length - 1, Math.max(0, at + by))]);
}

function onCurrent(action) {
  const node = current();
  if (node) act(action, node);
}

function tabNumber(n) {
  const node = current();
  const name = node && tabsOf(itemOf(node))[n - 1];
  if (name) act('tab:' + name, node, true);
}

const KEYS = {
  j: () => move(1),
  k: () => move(-1),
  g: () => goTo(oldest()),
  G: () => { toEnd(); goTo([...byId('messages').querySelectorAll('article')].at(-1)); },
  t: () => onCurrent('thread'),
  o: () => onCurrent('tab:json'),
  l: () => onCurrent('permalink'),
  '/': () => { byId('search').focus(); byId('search').select(); },
  '?': () => byId('keys').showModal(),
  m: () => byId('misbehave').click(),
  ...Object.fromEntries([1, 2, 3, 4, 5, 6].map((n) => [String(n), () => tabNumber(n)]))
};

function escape() {
  const node = current();
  if (document.body.classList.contains('drawer')) byId('menu').click();
  else if (node && node.classList.contains('open')) { act('tab:shown', node); node.focus(); }
  else closePanel();
}

function inSearch(event) {
  if (event.key === 'Escape') {
    clearSearch();
    (articles().at(-1) || byId('scroll')).focus({ preventScroll: true });
  }
  if (event.key === 'Enter' || event.key === 'ArrowDown') {
    event.preventDefault();
    goTo(articles().at(-1));
  }
}

function onKey(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || document.querySelector('dialog[open]')) return;
  if (event.target.id === 'search') return inSearch(event);
  if (event.key === 'Escape') return escape();
  if (event.target.closest('input, select, textarea')) return;
  const tab = moveAmongTabs(event);
  if (tab) {
    act(tab.dataset.does, tab.closest('article'), true);
    tab.focus();
  }
  else if (event.key === 'Enter' && event.target.matches('article')) onCurrent('thread');
  else if (Object.hasOwn(KEYS, event.key)) {
    event.preventDefault();
    KEYS[event.key]();
  }
}

export function startKeys() {
  document.addEventListener('keydown', onKey);
  byId('help').addEventListener('click', () => byId('keys').showModal());
}
