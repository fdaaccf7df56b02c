/* What the lock screen of a phone would show. Drawn, with nothing to press. */
'use strict';

import { formatted, h, list, str } from './dom.js';
import { mrkdwn } from './mrkdwn.js';
import { textsOf } from './search.js';

/* No library for two lines: the time as a lock screen writes it, and the day below. */
function lockScreen(when, card) {
  const time = formatted(when, { hour: 'numeric', minute: '2-digit' }).replace(/\s?[AP]M$/i, '');
  const day = formatted(when, { weekday: 'long', month: 'long', day: 'numeric' });
  return h('div', 'phone', h('div', 'screen', h('div', 'day-of', day), h('div', 'time-of', time), card, h('div', 'home')));
}

/** Slack takes the top-level text; where there is none, what the blocks say. */
function words(details, item) {
  if (details.notification && details.notification.text) return str(details.notification.text);
  const fallback = list(item.attachments).map((each) => str(each && each.fallback)).find(Boolean);
  return str(item.text) || fallback || textsOf(item.blocks || []).join(' ');
}

/** Phones show emoji, and no other markup. */
function plain(text) {
  const shown = h('p', '', ...mrkdwn(text, true).childNodes);
  shown.querySelectorAll('a').forEach((a) => a.replaceWith(...a.childNodes));
  return shown;
}

export function notificationView(details, item) {
  const title = str(details.notification && details.notification.title) || `${item.username || 'Application'} in ${item.channel}`;
  const text = words(details, item);
  const icon = h('div', 'app', '#');
  icon.setAttribute('aria-hidden', 'true');
  const card = h('div', 'push', icon, h('div', 'words', h('div', 'first', h('b', '', title), h('span', '', 'now')), plain(text)));
  const length = [...text].length;
  const hint = str(item.text)
    ? `${length.toLocaleString()} characters. A lock screen shows about the first 110 of the top-level text.`
    : 'This message has no top-level "text", which is what phones and screen readers use: Slack makes up a line from the rest.';
  return [lockScreen(new Date(Number(item.ts) * 1000), card), h('p', 'hint', hint)];
}
