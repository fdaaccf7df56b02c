/* Rich text: containers and their leaves. Nothing in a leaf is markup. */
'use strict';

import { h, link, list, str } from './dom.js';
import { dateNode } from './dates.js';
import { emoji, emojiOfCodePoints } from './emoji.js';

const MAX_INDENT = 8;

export function richText(block) { return h('div', 'rich', ...list(block.elements).map(container)); }

const CONTAINERS = {
  rich_text_section: (item) => h('div', 'text', ...leaves(item)),
  rich_text_quote: (item) => h('blockquote', 'text' + bordered(item), ...leaves(item)),
  rich_text_preformatted: preformatted,
  rich_text_list: richList
};

function container(item) {
  if (item && Object.hasOwn(CONTAINERS, item.type)) return CONTAINERS[item.type](item);
  return h('div', 'unknown', `Rich text of type ${str(item && item.type) || '?'}, not drawn`);
}

function leaves(item) { return list(item.elements).map(leaf); }

function bordered(item) { return item.border > 0 ? ' bordered' : ''; }

function preformatted(item) {
  const node = h('pre', 'block' + bordered(item), ...leaves(item));
  if (str(item.language)) node.dataset.language = item.language;
  return node;
}

/** Slack writes a list inside a list as another list behind it, with a deeper indent. */
function richList(item) {
  const ordered = item.style === 'ordered';
  const indent = Math.min(MAX_INDENT, Math.max(0, Math.trunc(Number(item.indent)) || 0));
  const node = h(ordered ? 'ol' : 'ul', `indent-${indent} marker-${indent % 3}${bordered(item)}`, ...list(item.elements).map((each) =>
    h('li', '', ...(each && each.type === 'rich_text_section' ? leaves(each) : [container(each)]))));
  if (ordered && Number.isInteger(item.offset) && item.offset > 0) node.start = item.offset + 1;
  return node;
}

function mention(mark, id) { return h('span', 'mention', mark + str(id)); }

const LEAVES = {
  text: (item) => str(item.text),
  link: (item) => link(str(item.url), str(item.text) || str(item.url)),
  emoji: (item) => emojiOfCodePoints(str(item.unicode), str(item.name)) || emoji(...toned(item)) || ':' + str(item.name) + ':',
  user: (item) => mention('@', item.user_id),
  usergroup: (item) => mention('@', item.usergroup_id),
  channel: (item) => mention('#', item.channel_id),
  broadcast: (item) => mention('@', item.range),
  team: (item) => mention('', item.team_id),
  date: (item) => dateNode(item.timestamp === null ? NaN : Number(item.timestamp), str(item.format), str(item.url), str(item.fallback)),
  color: (item) => h('span', 'colour', swatch(str(item.value)), str(item.value))
};

/** The name without the skin tone that may stand behind it, and the tone. */
function toned(item) {
  const [, name, tone] = /^(.*?)(?:::skin-tone-([2-6]))?$/s.exec(str(item.name));
  return [name, Number.isInteger(item.skin_tone) ? item.skin_tone : tone];
}

function swatch(value) {
  if (!/^#(?:[0-9a-f]{3}|[0-9a-f]{6})$/i.test(value)) return null;
  const node = h('i', 'swatch');
  node.style.setProperty('--swatch', value);
  return node;
}

const STYLES = { bold: 'strong', italic: 'em', strike: 's', underline: 'u', highlight: 'mark', client_highlight: 'mark' };

function leaf(item) {
  if (!item || !Object.hasOwn(LEAVES, item.type)) return h('span', 'unknown', `${str(item && item.type) || '?'}, not drawn`);
  const style = item.style && typeof item.style === 'object' ? item.style : {};
  const plain = LEAVES[item.type](item);
  const coded = style.code === true ? h('code', 'inline', plain) : plain;
  return Object.keys(STYLES).filter((key) => style[key] === true).reduce((inner, key) => h(STYLES[key], '', inner), coded);
}
