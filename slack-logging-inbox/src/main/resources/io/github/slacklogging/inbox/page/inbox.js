/* The page: channels, messages, and what comes while it is open. */
'use strict';

import { button, byId, copyText, h, plural } from './dom.js';
import { keepingFocus, renderMessage, renderRefusal, replaceMessage, replyBar } from './message.js';
import { dayName } from './mrkdwn.js';
import { isAnswer, isInChannel, isReply, state, take, visible } from './state.js';
import { arriveInThread, renderThread, showThread, startThread } from './thread.js';

const MAX_ITEMS = 1000;
const HOOK = location.origin + '/services/T000INBOX/B000INBOX/';

/* ---------- the list ---------- */

function items() {
  const messages = [...state.messages.values()].filter(isInChannel).map((message) => ({ at: Number(message.ts), message }));
  const refused = state.refused.map((request) => ({ at: Date.parse(request.receivedAt) / 1000, request }));
  return [...messages, ...refused].filter((item) => visible(item.message || item.request)).sort((a, b) => a.at - b.at);
}

function renderItem(item) { return item.request ? renderRefusal(item.request) : renderMessage(item.message); }

function day(at) {
  const when = new Date(at * 1000);
  const name = dayName(when) || new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' }).format(when);
  const node = h('div', 'day', h('span', '', name));
  node.dataset.day = when.toDateString();
  return node;
}

function renderAll() {
  keepingFocus(() => {
    byId('messages').replaceChildren();
    items().forEach(append);
  });
  renderFrame();
  renderThread();
}

function toEnd() { byId('scroll').scrollTop = byId('scroll').scrollHeight; }

function append(item) {
  const log = byId('messages');
  const last = [...log.children].reverse().find((node) => node.dataset.day);
  if (!last || last.dataset.day !== new Date(item.at * 1000).toDateString()) log.append(day(item.at));
  const node = renderItem(item);
  log.append(node);
  return node;
}

function nodeOf(ts) { return byId('messages').querySelector(`:scope > [data-ts="${CSS.escape(ts)}"]`); }

/* ---------- around the list ---------- */

function renderFrame() {
  const all = [...state.messages.values()];
  const counts = new Map();
  [...all, ...state.refused].forEach((item) => item.channel && counts.set(item.channel, (counts.get(item.channel) || 0)));
  all.forEach((message) => counts.set(message.channel, counts.get(message.channel) + 1));
  if (!counts.size) counts.set('#inbox', 0);
  byId('channels').replaceChildren(channelButton('', 'All messages', all.length), ...[...counts.keys()].sort().map((name) =>
    channelButton(name, name, counts.get(name))));
  const shown = all.filter(visible).length;
  const refused = state.refused.filter(visible).length;
  byId('title').textContent = state.channel || 'All messages';
  byId('count').textContent = plural(shown, 'message') + (refused ? ` · ${refused} refused` : '');
  byId('empty').hidden = shown + refused > 0;
  const hook = state.channel || '#inbox';
  byId('hook-channel').textContent = hook;
  byId('hook-url').textContent = HOOK + hook.slice(1);
  byId('hook').hidden = shown + refused === 0;
  document.title = (state.away ? `(${state.away}) ` : '') + 'Slack Inbox';
}

function channelButton(channel, name, total) {
  const unread = state.unread.get(channel) || 0;
  const node = button('', h('span', 'name', name), () => {
    state.channel = channel;
    state.unread.delete(channel);
    renderAll();
    toEnd();
  });
  node.append(unread ? h('span', 'unread', String(unread)) : h('span', 'total', total ? String(total) : ''));
  node.setAttribute('aria-current', String(state.channel === channel));
  return h('li', '', node);
}

/* ---------- what comes ---------- */

/** Adds what just came; a reader who scrolled up is not moved. */
function arrive(item) {
  state.arrivals++;
  const scroll = byId('scroll');
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  if (visible(item.message || item.request)) show(item);
  else {
    const channel = (item.message || item.request).channel;
    state.unread.set(channel, (state.unread.get(channel) || 0) + 1);
  }
  if (item.message) arriveInThread(item.message);
  if (document.hidden) state.away++;
  renderFrame();
  if (atEnd) toEnd();
}

function show(item) {
  if (item.message && isReply(item.message)) updateReplies(item.message.threadTs);
  if (item.message && !isInChannel(item.message)) return;
  const known = item.message && nodeOf(item.message.ts);
  const node = known ? replaceMessage(known, renderItem(item)) : append(item);
  node.classList.add('fresh');
}

function updateReplies(ts) {
  const node = nodeOf(ts);
  if (node) keepingFocus(() => node.querySelector('.replies').replaceWith(replyBar(state.messages.get(ts))));
}

function forget(ts) {
  state.arrivals++;
  state.messages.delete(ts);
  state.loaded = '';
  renderAll();
}

function prune() {
  while (state.messages.size > MAX_ITEMS) {
    const oldest = state.messages.keys().next().value;
    state.messages.delete(oldest);
    const node = nodeOf(oldest);
    if (node) node.remove();
  }
  state.refused.splice(0, Math.max(0, state.refused.length - MAX_ITEMS));
}

async function reload() {
  const arrivals = state.arrivals;
  const answer = await (await fetch('/messages')).text();
  if (arrivals !== state.arrivals) return reload(); // what came meanwhile need not be in the answer
  if (answer === state.loaded) return;
  state.loaded = answer;
  const everything = JSON.parse(answer);
  state.messages = new Map(everything.messages.map((message) => [message.ts, message]));
  state.refused = everything.refused;
  renderAll();
  toEnd();
}

function follow() {
  const events = new EventSource('/events');
  const status = byId('status');
  events.addEventListener('open', () => {
    status.className = 'status live';
    status.lastChild.textContent = 'live';
    reload(); // what came while nobody followed
  });
  events.addEventListener('error', () => {
    status.className = 'status';
    status.lastChild.textContent = 'waiting for the inbox …';
  });
  events.addEventListener('message', (event) => {
    const message = JSON.parse(event.data);
    take(message);
    arrive({ at: Number(message.ts), message });
    prune();
  });
  events.addEventListener('refused', (event) => {
    const request = JSON.parse(event.data);
    state.refused.push(request);
    state.loaded = '';
    arrive({ at: Date.parse(request.receivedAt) / 1000, request });
    prune();
  });
  events.addEventListener('deleted', (event) => forget(JSON.parse(event.data).ts));
  events.addEventListener('cleared', reload);
  events.addEventListener('reload', reload);
}

/* ---------- start ---------- */

/** Goes where a permalink points, /archives/<channel>/p<ts>; into its thread if it has one. */
function followPermalink() {
  const digits = (/^\/archives\/[^/]+\/p(\d+)$/.exec(location.pathname) || [])[1];
  const message = digits && [...state.messages.values()].find((each) => each.ts.replace('.', '') === digits);
  if (!message) return;
  if (isAnswer(message) || new URLSearchParams(location.search).has('thread_ts')) showThread(isAnswer(message) ? message.threadTs : message.ts);
  const places = isInChannel(message) ? byId('messages') : byId('thread-replies');
  const node = places.querySelector(`[data-ts="${CSS.escape(message.ts)}"]`);
  if (!node) return;
  node.classList.add('target');
  node.scrollIntoView({ block: 'center' });
}

function start() {
  byId('property').textContent = 'slack.logging.webhook-url=' + HOOK + 'inbox';
  byId('curl').textContent = `curl -H 'Content-Type: application/json' -d '{"text":":bell: It *works*."}' ${HOOK}inbox`;
  document.querySelectorAll('[data-copy]').forEach((node) =>
    node.addEventListener('click', () => copyText(node, byId(node.dataset.copy).textContent)));
  byId('clear').addEventListener('click', () => fetch('/clear', { method: 'POST' }));
  document.addEventListener('visibilitychange', () => {
    state.away = 0;
    renderFrame();
  });
  startThread();
  const still = new URLSearchParams(location.search).has('still'); // for pictures: a page that waits for nothing
  byId('status').hidden = still;
  reload().then(followPermalink).finally(() => still || follow());
}

start();
