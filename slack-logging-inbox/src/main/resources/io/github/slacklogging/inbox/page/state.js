/* What the page knows: the messages by ts, the refused requests by id, and what is looked at. No DOM here. */
'use strict';

export const ALL = '';
export const REFUSED = ':refused'; // no channel has a colon in its name
export const SEVERITIES = ['DEBUG', 'INFO', 'WARN', 'ERROR', 'CRITICAL'];

export const state = {
  messages: new Map(), refused: new Map(), threads: new Map(), kept: null, workspace: null, faults: [],
  view: ALL, thread: '', query: null, severity: '', unread: new Map(), away: 0, open: new Map(), arrivals: 0
};

let revision = 0;

/** Marks an item as changed, so that what shows it is rendered anew. */
export function touch(item) { if (item) item.rev = ++revision; }

/** Whether a message answers another one, here or gone. */
export function isAnswer(message) { return Boolean(message.threadTs) && message.threadTs !== message.ts; }

/** A reply without its parent stands in the channel, as nothing else would show it. */
export function isReply(message) { return isAnswer(message) && state.messages.has(message.threadTs); }

export function isInChannel(message) { return message.broadcast || !isReply(message); }

/** In the order they were sent. */
export function repliesTo(ts) {
  const replies = state.threads.get(ts);
  return replies ? [...replies.values()].sort((a, b) => Number(a.ts) - Number(b.ts)) : [];
}

/** Takes what just came or changed. */
export function take(message) {
  state.messages.set(message.ts, message);
  touch(message);
  if (!isAnswer(message)) return;
  if (!state.threads.has(message.threadTs)) state.threads.set(message.threadTs, new Map());
  state.threads.get(message.threadTs).set(message.ts, message);
  touch(state.messages.get(message.threadTs));
}

export function takeRefused(request) {
  state.refused.set(String(request.id), request);
  touch(request);
}

export function forget(ts) {
  const message = state.messages.get(ts);
  if (!message) return;
  state.messages.delete(ts);
  state.open.delete(ts);
  state.open.delete('t' + ts);
  (state.threads.get(ts) || new Map()).forEach(touch); // these now stand alone
  const siblings = isAnswer(message) && state.threads.get(message.threadTs);
  if (siblings) {
    siblings.delete(ts);
    touch(state.messages.get(message.threadTs));
  }
}

/** Takes everything the inbox keeps; what is the same as before is not touched. */
export function takeAll({ messages, refused }) {
  const here = new Set(messages.map((message) => message.ts));
  [...state.messages.keys()].filter((ts) => !here.has(ts)).forEach(forget);
  messages.filter((message) => !same(state.messages.get(message.ts), message)).forEach(take);
  const ids = new Set(refused.map((request) => String(request.id)));
  [...state.refused.keys()].filter((id) => !ids.has(id)).forEach((id) => state.refused.delete(id));
  refused.filter((request) => !state.refused.has(String(request.id))).forEach(takeRefused);
}

function same(old, message) {
  return old !== undefined && JSON.stringify({ ...old, rev: undefined, hay: undefined }) === JSON.stringify(message);
}

/** Forgets the oldest, as the inbox does. */
export function prune() {
  const max = (state.kept && state.kept.maxMessages) || 1000;
  const oldest = (items) => [...items.keys()].slice(0, Math.max(0, items.size - max));
  oldest(state.messages).forEach(forget);
  oldest(state.refused).forEach((id) => state.refused.delete(id));
}

/** The highest severity of some messages, or nothing. */
export function highest(messages) {
  return SEVERITIES[Math.max(-1, ...messages.map((message) => SEVERITIES.indexOf(message.severity)))];
}

/* ---------- what is looked at ---------- */

/** Messages and refused requests of the view, oldest first, each with its key. */
export function items() {
  const searching = state.query !== null;
  const messages = state.view === REFUSED ? [] : [...state.messages.values()]
    .filter((message) => (searching || isInChannel(message)) && inView(message) && wanted(message))
    .map((message) => ({ key: message.ts, at: Number(message.ts), message }));
  const refused = [...state.refused.values()]
    .filter((request) => (state.view === REFUSED || inView(request)) && wanted(request))
    .map((request) => ({ key: 'r' + request.id, at: Date.parse(request.receivedAt) / 1000, request }));
  return [...messages, ...refused].sort((a, b) => a.at - b.at);
}

export function inView(item) { return state.view === ALL || state.view === item.channel; }

function wanted(item) {
  const severe = !state.severity || SEVERITIES.indexOf(item.severity) >= SEVERITIES.indexOf(state.severity);
  return severe && (state.query === null || state.query.matches(item));
}
