/* The thread beside the messages. */
'use strict';

import { byId, h } from './dom.js';
import { renderMessage, replaceMessage } from './message.js';
import { isAnswer, repliesTo, state } from './state.js';

let opener = null;

export function openThread(ts, from) {
  showThread(ts);
  opener = from || null;
  byId('thread-close').focus();
}

/** Without taking the focus, for a page that was just opened. */
export function showThread(ts) {
  state.thread = ts;
  opener = null;
  byId('thread').hidden = false;
  document.body.classList.add('with-thread');
  renderThread();
  byId('thread-scroll').scrollTop = byId('thread-scroll').scrollHeight;
}

export function closeThread() {
  if (!state.thread) return;
  const ts = state.thread;
  state.thread = '';
  byId('thread').hidden = true;
  document.body.classList.remove('with-thread');
  const back = (opener && opener.isConnected && opener) || byId('messages').querySelector(`[data-ts="${CSS.escape(ts)}"] .replies button`);
  if (back) back.focus();
}

export function renderThread() {
  if (!state.thread) return;
  const parent = state.messages.get(state.thread);
  const replies = repliesTo(state.thread);
  if (!parent && !replies.length) {
    closeThread();
    return;
  }
  byId('thread-in').textContent = (parent || replies[0]).channel;
  byId('thread-parent').replaceChildren(parent ? renderMessage(parent, true) : gone());
  byId('thread-replies').replaceChildren(...replies.map((reply) => renderMessage(reply, true)));
  renderCount(replies.length);
}

/** Shows a message that just came or changed, if it is of the open thread. */
export function arriveInThread(message) {
  if (!state.thread) return;
  if (message.ts === state.thread) place(byId('thread-parent'), message);
  if (isAnswer(message) && message.threadTs === state.thread) {
    const scroll = byId('thread-scroll');
    const atEnd = scroll.scrollHeight - scroll.scrollTop - scroll.clientHeight < 80;
    place(byId('thread-replies'), message);
    renderCount(repliesTo(state.thread).length);
    if (atEnd) scroll.scrollTop = scroll.scrollHeight;
  }
}

function place(parent, message) {
  const old = parent.querySelector(`:scope > [data-ts="${CSS.escape(message.ts)}"]`);
  const node = renderMessage(message, true);
  if (old) replaceMessage(old, node);
  else parent.append(node);
  node.classList.add('fresh');
}

function renderCount(replies) {
  byId('thread-count').textContent = replies === 1 ? '1 reply' : replies + ' replies';
}

function gone() {
  return h('p', 'gone', 'This message was deleted, or is older than the inbox remembers.');
}

export function startThread() {
  byId('thread-close').addEventListener('click', closeThread);
  document.addEventListener('keydown', (event) => {
    if (event.key === 'Escape') closeThread();
  });
}
