/* What the page knows: the messages by ts, the refused requests, and what is looked at. */
'use strict';

const MAX_EARLIER = 50;

export const state = { messages: new Map(), refused: [], channel: '', unread: new Map(), away: 0, loaded: '', arrivals: 0, thread: '' };

export function visible(item) { return state.channel === '' || item.channel === state.channel; }

/** Whether a message answers another one, here or gone. */
export function isAnswer(message) { return Boolean(message.threadTs) && message.threadTs !== message.ts; }

/** A reply without its parent stands in the channel, as nothing else would show it. */
export function isReply(message) { return isAnswer(message) && state.messages.has(message.threadTs); }

export function isInChannel(message) { return message.broadcast || !isReply(message); }

export function repliesTo(ts) {
  return [...state.messages.values()].filter((message) => isAnswer(message) && message.threadTs === ts);
}

/** Takes what just came; what a message was before, only this page knows until it is loaded anew. */
export function take(message) {
  const old = state.messages.get(message.ts);
  const earlier = old ? old.earlier : [];
  message.earlier = old && message.edits > old.edits ? [...earlier, old].slice(-MAX_EARLIER) : earlier;
  if (old) old.earlier = []; // kept once
  state.messages.set(message.ts, message);
  state.loaded = '';
}
