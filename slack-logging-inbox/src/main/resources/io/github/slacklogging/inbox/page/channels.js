/* Channels at the left, and what the frame says of the view. */
'use strict';

import { align, byId, h, list, plural, swap } from './dom.js';
import { ALL, highest, isInChannel, REFUSED, SEVERITIES, state } from './state.js';

function channels() {
  const counts = new Map(Object.keys((state.workspace && state.workspace.webhooks) || {}).map((name) => [name, 0]));
  state.messages.forEach((message) => counts.set(message.channel, (counts.get(message.channel) || 0) + (isInChannel(message) ? 1 : 0)));
  state.refused.forEach((request) => request.channel && counts.set(request.channel, counts.get(request.channel) || 0));
  if (!counts.size) counts.set('#inbox', 0);
  return [...counts].sort(([a], [b]) => a.localeCompare(b));
}

export function renderChannels() {
  const known = channels();
  const entries = [{ view: ALL, name: 'All messages', total: known.reduce((sum, [, total]) => sum + total, 0) },
    ...known.map(([name, total]) => ({ view: name, name, total })),
    ...(state.refused.size ? [{ view: REFUSED, name: 'Refused requests', total: state.refused.size }] : [])];
  align(byId('channels'), entries.map((entry) => ({ ...entry, key: entry.view })), { make: row, update: (node, entry) => {
    const fresh = row(entry);
    fresh.dataset.key = entry.key;
    swap(node, fresh);
    return fresh.isConnected ? fresh : node;
  } });
}

function row({ view, name, total }) {
  const { count = 0, severity } = state.unread.get(view) || {};
  const sign = h('i', 'sign ' + (view === REFUSED ? 'REFUSED' : severity || ''));
  const label = h('span', 'name', name);
  const node = h('button', '', sign, label, note(view), count ? h('span', 'unread', String(count)) : h('span', 'total', total ? total.toLocaleString() : ''));
  if (count) node.lastChild.append(h('span', 'aside', ' unread' + (severity ? ', up to ' + severity : '')));
  node.type = 'button';
  node.dataset.view = view;
  if (state.view === view) node.setAttribute('aria-current', 'true');
  return h('li', '', node);
}

/** What is special about a channel. */
function note(channel) {
  const workspace = state.workspace || {};
  if (list(workspace.archived).includes(channel)) return h('span', 'special', 'archived');
  return list(workspace.withoutBot).includes(channel) ? h('span', 'special', 'no bot') : null;
}

/** Counts a message that is in another view. */
export function countUnread(item) {
  const channel = item.channel;
  if (!channel || state.view === ALL || state.view === channel || item.refusal !== undefined) return;
  const old = state.unread.get(channel) || { count: 0 };
  state.unread.set(channel, { count: old.count + 1, severity: highest([old, item]) });
}

const TITLES = { [ALL]: 'All messages', [REFUSED]: 'Refused requests' };

export function renderFrame(shown) {
  const messages = shown.filter((item) => item.message).length;
  const refused = shown.length - messages;
  const filtered = state.query !== null || state.severity !== '';
  const any = state.messages.size + state.refused.size > 0;
  byId('title').textContent = TITLES[state.view] ?? state.view;
  byId('count').textContent = [messages || !refused ? plural(messages, 'message') : '', refused ? `${refused} refused` : ''].filter(Boolean).join(' · ') + (filtered ? ' found' : '');
  byId('empty').hidden = shown.length > 0 || filtered || (any && state.view === ALL);
  byId('nothing').hidden = shown.length > 0 || !filtered;
  byId('clear').disabled = !any;
  const channel = state.view.startsWith('#') ? state.view : '#inbox';
  byId('hook-channel').textContent = channel;
  byId('hook-url').textContent = hookOf(channel);
  byId('hook').hidden = shown.length === 0 || state.view === REFUSED;
  document.title = (state.away ? `(${state.away}) ` : '') + 'Slack Inbox';
  document.body.dataset.view = state.view === ALL ? 'all' : state.view === REFUSED ? 'refused' : 'channel';
  renderKept();
}

export function hookOf(channel) {
  const hooks = (state.workspace && state.workspace.webhooks) || {};
  return hooks[channel] || `${location.origin}/services/T000INBOX/B000INBOX/${channel.slice(1)}`;
}

/** What the inbox keeps, and what it has forgotten. */
function renderKept() {
  const kept = state.kept || { maxMessages: 1000, maxBytes: 67108864, forgotten: 0 };
  const megabytes = Math.round(kept.maxBytes / 1048576).toLocaleString();
  const forgotten = kept.forgotten ? ` ${plural(kept.forgotten, 'older one')} forgotten.` : '';
  byId('kept').textContent = `Keeps the newest ${kept.maxMessages.toLocaleString()} messages or ${megabytes} MB.${forgotten}`;
  const exposed = Boolean(state.workspace && state.workspace.exposed);
  byId('exposed').hidden = !exposed;
  byId('local').hidden = exposed; // whoever reads it may be elsewhere
}

/** The severities one can ask for. */
export function severityOptions() {
  return SEVERITIES.slice(1).reverse().map((name) => {
    const option = h('option', '', name === 'CRITICAL' ? 'CRITICAL only' : name + ' and above');
    option.value = name;
    return option;
  });
}
