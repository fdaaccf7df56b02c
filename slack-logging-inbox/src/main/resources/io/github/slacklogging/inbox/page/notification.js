/* How a message is announced on a phone and on a desktop. Drawn, with nothing to press; the words are the server's. */
'use strict';

import { formatted, h, str } from './dom.js';
import { withEmoji } from './emoji.js';

/* No library for two lines: the time as a lock screen writes it, and the day below. */
function phone(when, shown) {
  const time = formatted(when, { hour: 'numeric', minute: '2-digit' }).replace(/\s?[AP]M$/i, '');
  const day = formatted(when, { weekday: 'long', month: 'long', day: 'numeric' });
  return h('div', 'screen', h('div', 'day-of', day), h('div', 'time-of', time), shown);
}

/** One notification: emoji, and no other markup. */
function card(title, text) {
  const icon = h('div', 'app', '#');
  icon.setAttribute('aria-hidden', 'true');
  const words = text ? withEmoji(h('p'), text) : h('p', 'none', 'Nothing to show');
  return h('div', 'push', icon, h('div', 'words', h('div', 'first', h('b', '', title), h('span', '', 'now')), words));
}

function hint(text, desktop) {
  if (!text) return 'A phone shows only the top-level "text", and this message has none: whoever is called sees no word of it.';
  const cut = text.endsWith('…') ? ' Cut as phones do, at four lines or 178 characters.' : '';
  return (text === desktop ? 'Both say the same.' : 'A phone shows the top-level "text", a desktop the text of the blocks.') + cut;
}

export function notificationView(details, item) {
  const { notification = {} } = details;
  const title = str(notification.title) || item.channel;
  const text = str(notification.text);
  const desktop = str(notification.desktop);
  return [h('div', 'screens',
    h('section', 'phone', h('h3', '', 'Phone'), phone(new Date(Number(item.ts) * 1000), card(title, text))),
    h('section', 'desktop', h('h3', '', 'Desktop'), h('div', 'desk', card(title, desktop)))),
  h('p', 'hint', hint(text, desktop))];
}
