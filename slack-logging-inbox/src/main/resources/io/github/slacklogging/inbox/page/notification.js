/* What the lock screen of a phone would show. Drawn, with nothing to press. */
'use strict';

import { h, str } from './dom.js';
import { withEmoji } from './emoji.js';

/* No library for two lines: the time as a lock screen writes it, and the day below. */
function lockScreen(when, card) {
  const time = new Intl.DateTimeFormat(undefined, { hour: 'numeric', minute: '2-digit' }).format(when).replace(/\s?[AP]M$/i, '');
  const day = new Intl.DateTimeFormat(undefined, { weekday: 'long', month: 'long', day: 'numeric' }).format(when);
  return h('div', 'phone', h('div', 'screen', h('div', 'day-of', day), h('div', 'time-of', time), card, h('div', 'home')));
}

export function notificationView(details, item) {
  const { title, text } = details.notification || {};
  const icon = h('div', 'app', '#');
  icon.setAttribute('aria-hidden', 'true');
  const card = h('div', 'card', icon, h('div', 'words', h('div', 'first', h('b', '', str(title) || item.channel), h('span', '', 'now')), withEmoji(h('p'), str(text))));
  const length = [...str(text)].length;
  const hint = str(text)
    ? `${length.toLocaleString()} characters. A lock screen shows about the first 110; it is the top-level text, or what Slack takes from the blocks where there is none.`
    : 'This message gives a notification nothing to say. Set the top-level "text": it is what phones and screen readers use.';
  return [lockScreen(new Date(Number(item.ts) * 1000), card), h('p', 'hint', hint)];
}
