/* One message or refused request, with its tools: history and JSON. */
'use strict';

import { renderBody } from './body.js';
import { button, copyText, h, list, plural, str } from './dom.js';
import { emoji } from './emoji.js';
import { mrkdwn } from './mrkdwn.js';
import { isAnswer, repliesTo, state } from './state.js';
import { openThread } from './thread.js';

const AVATARS = ['#5b5bd6', '#0f8b8d', '#2f6fd0', '#7b4fa3', '#46617e', '#3d7f5f', '#a0588a', '#8a6d3b'];

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

function clock(iso, precise) {
  const when = new Date(iso);
  const second = precise ? { second: '2-digit' } : {};
  const node = h('time', '', new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit', ...second }).format(when));
  node.dateTime = iso;
  node.title = when.toString();
  return node;
}

function sentAt(message) { return new Date(Number(message.ts) * 1000).toISOString(); }

/** A message in the channel; in its thread it needs no way there. */
export function renderMessage(message, inThread) {
  const who = h('div', 'who', h('b', '', message.username || 'Application'), h('span', 'badge', 'APP'), clock(sentAt(message)),
    message.edited ? h('span', 'edited', '(edited)') : null,
    state.channel === '' && !inThread ? h('span', 'in', 'in ' + message.channel) : null,
    inThread && message.broadcast ? h('span', 'in', 'also sent to the channel') : null);
  const content = h('div', 'content', inThread ? null : origin(message), who, renderBody(message), reactions(message));
  const node = h('article', 'message', avatar(message), content);
  if (!inThread) content.append(replyBar(message));
  node.dataset.ts = message.ts;
  node.append(tools(content, message));
  return node;
}

/** Says of an answer in the channel where it belongs. */
function origin(message) {
  if (!isAnswer(message)) return null;
  const parent = state.messages.get(message.threadTs);
  if (!parent) return h('div', 'origin', 'replied to a thread whose first message is gone');
  const words = str(parent.text).replace(/\s+/g, ' ').slice(0, 80) || 'a message';
  const way = button('', '', () => openThread(message.threadTs));
  way.append(...mrkdwn(words, true).childNodes);
  way.querySelectorAll('a').forEach((a) => a.replaceWith(...a.childNodes));
  return h('div', 'origin', 'replied to a thread: ', way);
}

function reactions(message) {
  if (!list(message.reactions).length) return null;
  return h('div', 'reactions', ...message.reactions.map((name) => {
    const chip = h('span', 'reaction', emoji(name) || ':' + name + ':', h('b', '', '1'));
    chip.title = 'The application reacted with :' + name + ':';
    return chip;
  }));
}

/** The way into the thread; empty while there is none. */
export function replyBar(message) {
  const replies = repliesTo(message.ts);
  const bar = h('div', 'replies');
  if (!replies.length) return bar;
  const last = replies[replies.length - 1];
  const open = button('', '', () => openThread(message.ts, open));
  open.append(h('b', '', replies.length === 1 ? '1 reply' : replies.length + ' replies'), h('span', '', 'last at ', clock(sentAt(last))), h('i', '', 'View thread ›'));
  open.setAttribute('aria-controls', 'thread');
  bar.append(open);
  return bar;
}

/* ---------- tools ---------- */

function tools(content, message) {
  const title = (message.source === 'WEBHOOK' ? 'webhook' : 'Web API') + ' · ts ' + message.ts;
  const history = list(message.earlier).length > 0 && tool(content, 'history', plural(message.edits, 'edit'), 'Show what it looked like before', () => historyPanel(message.earlier));
  return h('div', 'tools', history, tool(content, 'json', 'JSON', 'Show what was sent', () => jsonPanel(message.payload, title)));
}

/** A button that opens a panel under the message, and closes it. */
function tool(content, name, label, title, make) {
  let panel = null;
  const node = button('', label, () => {
    if (panel) { panel.remove(); panel = null; }
    else content.append(panel = make());
    node.setAttribute('aria-expanded', String(panel !== null));
  });
  node.title = title;
  node.dataset.tool = name;
  node.setAttribute('aria-expanded', 'false');
  return node;
}

/** Steps through the earlier forms, the newest first. */
function historyPanel(earlier) {
  let at = earlier.length - 1;
  const label = h('span', 'when');
  label.setAttribute('role', 'status');
  const place = h('div', 'past');
  const step = (by) => { at += by; show(); };
  const older = button('', '‹ Older', () => step(-1));
  const newer = button('', 'Newer ›', () => step(1));
  function show() {
    label.replaceChildren(`Earlier form ${at + 1} of ${earlier.length} · since `, clock(earlier[at].receivedAt, true));
    place.replaceChildren(renderBody(earlier[at]));
    older.disabled = at === 0;
    newer.disabled = at === earlier.length - 1;
  }
  show();
  return h('div', 'history', h('header', '', older, newer, label), place);
}

function jsonPanel(payload, title) {
  const text = typeof payload === 'string' ? payload : JSON.stringify(payload, null, 2);
  const copy = button('', 'Copy', () => copyText(copy, text));
  const pre = h('pre');
  text.split(/("(?:[^"\\]|\\.)*"(?:\s*:)?|-?\b\d[\d.eE+-]*\b)/).forEach((part, index) => {
    if (index % 2 === 0) pre.append(part);
    else pre.append(h('span', part.endsWith(':') ? 'k' : (part[0] === '"' ? 's' : 'n'), part));
  });
  return h('div', 'json', h('header', '', title, copy), pre);
}

/** Puts the new form of a message in the place of the old one; opened tools stay open, the focus stays. */
export function replaceMessage(old, node) {
  const open = [...old.querySelectorAll('.tools [aria-expanded=true]')].map((each) => each.dataset.tool);
  const focused = old.contains(document.activeElement) ? document.activeElement.dataset.tool : undefined;
  old.replaceWith(node);
  const find = (name) => node.querySelector(`.tools [data-tool="${name}"]`);
  open.map(find).forEach((each) => each && each.click());
  if (focused && find(focused)) find(focused).focus();
  return node;
}

/** Renders anew; a button of a message that had the focus has it afterwards too. */
export function keepingFocus(render) {
  const focused = document.activeElement;
  const message = focused && focused.closest('#messages > [data-ts]');
  const button = message && (focused.dataset.tool ? `.tools [data-tool="${focused.dataset.tool}"]`
    : focused.closest('.replies') && '.replies button');
  render();
  if (!button || focused.isConnected) return;
  const again = document.querySelector(`#messages > [data-ts="${CSS.escape(message.dataset.ts)}"] ${button}`);
  if (again) again.focus();
}

/* ---------- refused ---------- */

export function renderRefusal(request) {
  const [, code, details] = /^(.*?)(?:: (.*))?$/s.exec(request.refusal);
  const node = h('article', 'refused', h('b', '', 'Refused: ' + (request.status ? request.status + ' ' : '') + code), ' ',
    refusedWhere(request), clock(request.receivedAt));
  if (details) node.append(h('ul', '', ...details.split('; ').map((detail) => h('li', '', h('code', '', detail)))));
  let payload = request.body;
  try { payload = JSON.parse(request.body); } catch (ignored) { /* shown as it came */ }
  node.append(h('div', 'tools', tool(node, 'json', 'JSON', 'Show what was sent', () => jsonPanel(payload, request.method + ' ' + request.path))));
  return node;
}

function refusedWhere(request) {
  const method = request.path.startsWith('/api/') ? request.path.slice('/api/'.length) + ' ' : '';
  return method + (request.channel && state.channel === '' ? 'for ' + request.channel + ' ' : '');
}
