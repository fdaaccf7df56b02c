/* One message or refused request. Buttons say what they do; list.js and thread.js listen above them. */
'use strict';

import { renderBody } from './body.js';
import { clock, does, h, list, plural, str, swap } from './dom.js';
import { emoji } from './emoji.js';
import { mrkdwn } from './mrkdwn.js';
import { isAnswer, repliesTo, state } from './state.js';
import { refreshTab, showTab, tools } from './tabs.js';

const AVATARS = ['#5b5bd6', '#0b7577', '#2f6fd0', '#7b4fa3', '#46617e', '#327050', '#94507f', '#7c622f'];

function avatarColour(name) {
  let sum = 0;
  for (const c of name) sum = (sum * 31 + c.codePointAt(0)) % 9973;
  return AVATARS[sum % AVATARS.length];
}

function avatar(message) {
  const name = message.username || 'Application';
  const icon = /^:([a-z0-9_+-]+):$/.exec(str(message.iconEmoji));
  const node = h('div', 'avatar', (icon && emoji(icon[1])) || [...name][0].toUpperCase());
  node.style.setProperty('background-color', avatarColour(name));
  node.setAttribute('aria-hidden', 'true');
  return node;
}

export function sentAt(message) { return new Date(Number(message.ts) * 1000).toISOString(); }

/** A message in the channel, or in its thread, where it needs no way there. */
export function renderMessage(message, inThread) {
  const node = h('article', 'message', avatar(message), h('div', 'content', ...parts(message, inThread)));
  node.dataset.ts = message.ts;
  node.dataset.key = (inThread ? 't' : '') + message.ts; // its open view there is another one
  if (message.severity) node.dataset.severity = message.severity;
  return finish(node, message, `${message.username || 'Application'} in ${message.channel}`);
}

function parts(message, inThread) {
  return [inThread ? h('div', 'origin') : origin(message), who(message, inThread), tools(message), renderBody(message), reactions(message),
    inThread ? h('div', 'replies') : replyBar(message)];
}

function finish(node, item, name) {
  node.tabIndex = -1;
  node.setAttribute('aria-label', name);
  node.rev = item.rev;
  node.contents = contentsOf(item);
  const open = state.open.get(node.dataset.key);
  if (open) showTab(node, item, open);
  return node;
}

/** What the body depends on: a text that someone unfolded is not folded by a reaction. */
function contentsOf({ text, blocks, attachments, files, markdownText }) { return JSON.stringify([text, blocks, attachments, files, markdownText]); }

/** Brings what is shown in line with the message; what is the same stays, and with it the focus. */
export function updateMessage(node, message, inThread) {
  if (node.rev === message.rev) return node;
  node.rev = message.rev;
  swap(node.firstElementChild, avatar(message));
  const shown = node.querySelector(':scope > .content');
  parts(message, inThread).forEach((fresh) => {
    const old = shown.querySelector(`:scope > .${fresh.classList[0]}`);
    if (fresh.classList.contains('tools')) {
      if (old.dataset.tabs !== fresh.dataset.tabs) swap(old, fresh);
    }
    else if (!fresh.classList.contains('body') || node.contents !== contentsOf(message)) {
      fresh.hidden = old.hidden;
      swap(old, fresh);
    }
  });
  node.contents = contentsOf(message);
  refreshTab(node, message);
  node.classList.remove('fresh');
  node.classList.add('changed');
  return node;
}

function who(message, inThread) {
  const edited = message.edited ? does('tab:history', 'edited', '(edited)', 'Show what it looked like before') : null;
  const pin = message.pinned ? h('span', 'pin', emoji('pushpin') || '📌', ' pinned') : null;
  return h('div', 'who', h('b', '', message.username || 'Application'), h('span', 'badge', 'APP'), clock(sentAt(message)), edited, pin,
    inThread ? (message.broadcast ? h('span', 'in', 'also sent to the channel') : null) : h('span', 'in elsewhere', 'in ' + message.channel));
}

/** Says of an answer in the channel where it belongs. */
function origin(message) {
  if (!isAnswer(message)) return h('div', 'origin');
  const parent = state.messages.get(message.threadTs);
  if (!parent) return h('div', 'origin', 'replied to a thread whose first message is gone');
  const words = str(parent.text).replace(/\s+/g, ' ').slice(0, 80) || 'a message';
  const way = does('thread', '', '');
  way.append(...mrkdwn(words, true).childNodes);
  way.querySelectorAll('a').forEach((a) => a.replaceWith(...a.childNodes));
  return h('div', 'origin', 'replied to a thread: ', way);
}

function reactions(message) {
  return h('div', 'reactions', ...list(message.reactions).map((name) => {
    const chip = h('span', 'reaction', emoji(name) || ':' + name + ':', h('b', '', '1'));
    chip.title = 'The application reacted with :' + name + ':';
    return chip;
  }));
}

/** The way into the thread; empty while there is none. */
function replyBar(message) {
  const replies = repliesTo(message.ts);
  if (!replies.length || isAnswer(message)) return h('div', 'replies');
  const open = does('thread', '', '');
  open.append(h('b', '', replies.length === 1 ? '1 reply' : replies.length + ' replies'), h('span', '', 'last at ', clock(sentAt(replies.at(-1)))), h('i', '', 'View thread ›'));
  return h('div', 'replies', open);
}

/* ---------- refused ---------- */

export function renderRefusal(request) {
  const [, code, details] = /^(.*?)(?:: (.*))?$/s.exec(str(request.refusal));
  const reasons = list(request.violations).length
    ? request.violations.map((each) => h('li', '', h('code', '', str(each.pointer) || '/'), ' ', str(each.message)))
    : str(details).split('; ').filter(Boolean).map((detail) => h('li', '', detail));
  const what = str(request.path).startsWith('/api/') ? request.path.slice('/api/'.length) : 'incoming webhook';
  const mark = h('div', 'avatar stop', '!');
  mark.setAttribute('aria-hidden', 'true');
  const head = h('div', 'who', h('b', '', `Refused: ${request.status ? request.status + ' ' : ''}${code}`), clock(request.receivedAt),
    h('span', 'in', what), request.channel ? h('span', 'in elsewhere', 'for ' + request.channel) : null);
  const why = h('div', 'body', reasons.length ? h('ul', 'reasons', ...reasons) : h('p', '', 'Slack would not have taken this; nothing was posted.'));
  const node = h('article', 'message refused', mark, h('div', 'content', head, tools(request), why));
  node.dataset.key = 'r' + request.id;
  return finish(node, request, `Refused request, ${plural(reasons.length, 'reason')}`);
}
