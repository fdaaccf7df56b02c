/* The views of one message: as shown, JSON, validation, notification, request, history. Loaded when they are opened. */
'use strict';

import { does, h } from './dom.js';
import { historyView } from './history.js';
import { jsonView } from './json.js';
import { notificationView } from './notification.js';
import { requestView } from './request.js';
import { state } from './state.js';
import { validationView } from './validation.js';

const VIEWS = {
  json: ['JSON', jsonView],
  validation: ['Validation', validationView],
  notification: ['Notification', notificationView],
  request: ['Request', requestView],
  history: ['History', historyView]
};

/** The names of the tabs that an item has, in their order. */
export function tabsOf(item) {
  if (item.refusal !== undefined) return ['shown', 'json', 'validation', 'request'];
  return ['shown', 'json', 'validation', 'notification', 'request', ...(item.edits > 0 ? ['history'] : [])];
}

function label(name, item) {
  if (name === 'shown') return item.refusal !== undefined ? 'Why' : 'As shown';
  return VIEWS[name][0] + (name === 'history' ? ' ' + item.edits : '');
}

/** The tabs of an item and what else can be done with it. */
export function tools(item) {
  const tabs = h('div', 'tabs', ...tabsOf(item).map((name) => {
    const tab = does('tab:' + name, '', label(name, item));
    tab.dataset.tab = name;
    tab.setAttribute('role', 'tab');
    return tab;
  }));
  tabs.setAttribute('role', 'tablist');
  tabs.setAttribute('aria-label', 'Views');
  select(tabs, 'shown');
  const more = does('more', 'more', '⋯', 'Details');
  more.setAttribute('aria-label', 'Details');
  const copy = item.ts ? does('permalink', 'permalink', 'Copy link', 'Copy the link to this message (l)') : null;
  const node = h('div', 'tools', tabs, copy, more);
  node.dataset.tabs = tabsOf(item).map((name) => label(name, item)).join();
  return node;
}

function select(tabs, name) {
  [...tabs.children].forEach((tab) => {
    tab.setAttribute('aria-selected', String(tab.dataset.tab === name));
    tab.tabIndex = tab.dataset.tab === name ? 0 : -1;
    if (tab.dataset.tab === name && tabs.scrollWidth > tabs.clientWidth) tabs.scrollLeft = tab.offsetLeft - tabs.firstChild.offsetLeft;
  });
}

/** Shows one view of an item in the place of the message. */
export function showTab(node, item, name) {
  const wanted = tabsOf(item).includes(name) ? name : 'shown';
  const content = node.querySelector(':scope > .content');
  node.classList.toggle('open', wanted !== 'shown');
  select(content.querySelector('.tabs'), wanted);
  content.querySelector(':scope > .body').hidden = wanted !== 'shown';
  const old = content.querySelector(':scope > .panel');
  if (old) old.remove();
  if (wanted === 'shown') {
    state.open.delete(node.dataset.key);
    return;
  }
  state.open.set(node.dataset.key, wanted);
  const panel = h('div', 'panel ' + wanted);
  panel.setAttribute('role', 'tabpanel');
  panel.setAttribute('aria-label', label(wanted, item));
  panel.tabIndex = 0;
  content.querySelector(':scope > .body').after(panel);
  fill(panel, item, wanted);
}

/** Reads again what an open view shows, after the message changed. */
export function refreshTab(node, item) {
  const name = state.open.get(node.dataset.key);
  if (!name) return;
  const panel = node.querySelector(':scope > .content > .panel');
  select(node.querySelector('.tabs'), name);
  if (panel) fill(panel, item, name);
  else showTab(node, item, name);
}

async function fill(panel, item, name) {
  panel.setAttribute('aria-busy', 'true');
  const turn = panel.turn = (panel.turn || 0) + 1;
  let content;
  try {
    content = VIEWS[name][1](await details(item), item, panel);
  }
  catch (failure) {
    content = [h('p', 'gone', 'The inbox no longer knows the details of this one: ' + failure.message)];
  }
  if (panel.turn !== turn) return; // a later one is under way
  panel.replaceChildren(...content);
  panel.removeAttribute('aria-busy');
}

async function details(item) {
  const question = item.refusal !== undefined ? { request: item.id } : { channel: item.channel, ts: item.ts };
  const answer = await fetch('/details?' + new URLSearchParams(question));
  if (!answer.ok) throw new Error('it answers ' + answer.status);
  return answer.json();
}

/** Left, right, home and end among the tabs, as everywhere. */
export function moveAmongTabs(event) {
  const tab = event.target.closest('[role=tab]');
  const step = { ArrowLeft: -1, ArrowRight: 1, Home: -Infinity, End: Infinity }[event.key];
  if (!tab || step === undefined) return null;
  const tabs = [...tab.parentNode.children];
  const at = tabs.indexOf(tab) + step;
  event.preventDefault();
  return Number.isFinite(step) ? tabs[(at + tabs.length) % tabs.length] : tabs[step < 0 ? 0 : tabs.length - 1];
}
