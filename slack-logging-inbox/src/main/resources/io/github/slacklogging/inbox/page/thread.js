/* The thread beside the messages. */
'use strict';

import { align, byId, h } from './dom.js';
import { nodeOf } from './list.js';
import { renderMessage, updateMessage } from './message.js';
import { closePanel, openPanel } from './panel.js';
import { repliesTo, state } from './state.js';

export function openThread(ts) {
  showThread(ts);
  byId('thread-close').focus();
}

/** Without taking the focus, for a page that was just opened. */
export function showThread(ts) {
  state.thread = ts;
  openPanel('thread', () => {
    state.thread = '';
    const node = nodeOf(ts);
    return node && (node.querySelector('.replies button') || node);
  });
  renderThread();
  byId('thread-scroll').scrollTop = byId('thread-scroll').scrollHeight;
}

export function renderThread() {
  if (!state.thread) return;
  const parent = state.messages.get(state.thread);
  const replies = repliesTo(state.thread);
  if (!parent && !replies.length) {
    closePanel();
    return;
  }
  const scroll = byId('thread-scroll');
  const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
  const entries = (messages) => messages.map((message) => ({ key: 't' + message.ts, message }));
  const ways = { make: (entry) => entry.message ? renderMessage(entry.message, true) : gone(), update: (node, entry) => entry.message ? updateMessage(node, entry.message, true) : node };
  byId('thread-in').textContent = (parent || replies[0]).channel;
  align(byId('thread-parent'), parent ? entries([parent]) : [{ key: 'gone' }], ways);
  align(byId('thread-replies'), entries(replies), ways);
  byId('thread-count').textContent = replies.length === 1 ? '1 reply' : replies.length + ' replies';
  if (atEnd) scroll.scrollTop = scroll.scrollHeight;
}

function gone() { return h('p', 'gone', 'This message was deleted, or is older than the inbox remembers.'); }
