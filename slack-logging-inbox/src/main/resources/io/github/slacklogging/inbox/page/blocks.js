/* Block Kit, attachments and files. */
'use strict';

import { h, link, list, plural, str } from './dom.js';
import { emoji } from './emoji.js';
import { dateNode, mrkdwn } from './mrkdwn.js';

function textObject(text) {
  if (!text) return null;
  if (text.type === 'mrkdwn') return mrkdwn(str(text.text), text.verbatim === true);
  return withEmoji(h('div', 'text'), str(text.text), text.emoji !== false);
}

function withEmoji(parent, text, wanted) {
  text.split(/(:[a-z0-9_+-]+:)/).forEach((part, index) => parent.append((index % 2 && wanted && emoji(part.slice(1, -1))) || part));
  return parent;
}

const BLOCKS = {
  section: (block) => h('div', 'section',
    h('div', 'main', textObject(block.text), block.fields && h('div', 'fields', ...list(block.fields).map(textObject))),
    block.accessory && element(block.accessory)),
  header: (block) => withEmoji(h('div', 'header'), str(block.text && block.text.text), true),
  context: (block) => h('div', 'context', ...list(block.elements).map(element)),
  divider: () => h('hr'),
  image: (block) => h('div', '', block.title && textObject(block.title), picture(block, '')),
  actions: (block) => h('div', 'actions', ...list(block.elements).map(element)),
  markdown: (block) => h('div', 'text', str(block.text)),
  rich_text: (block) => h('div', 'rich', ...list(block.elements).map(richContainer)),
  table: (block) => h('table', '', ...list(block.rows).map((row) => h('tr', '', ...list(row).map((cell) =>
    h('td', '', cell.type === 'rich_text' ? BLOCKS.rich_text(cell) : str(cell.text))))))
};

export function renderBlock(block) {
  if (block && Object.hasOwn(BLOCKS, block.type)) return BLOCKS[block.type](block);
  return h('div', 'unknown', 'A block of type ' + str(block && block.type));
}

function element(item) {
  if (item.type === 'mrkdwn' || item.type === 'plain_text') return textObject(item);
  if (item.type === 'image') return picture(item, ' small');
  const label = item.text ? str(item.text.text) : (item.placeholder ? str(item.placeholder.text) + ' ▾' : '⋯');
  const button = withEmoji(h('span', 'button ' + (['primary', 'danger'].includes(item.style) ? item.style : '')), label, true);
  return item.url ? link(str(item.url), button) : button;
}

/** Never loaded: the inbox takes nothing from elsewhere. */
function picture(image, size) {
  return h('span', 'picture' + size, '🖼', link(str(image.image_url), str(image.alt_text) || 'image'));
}

function richContainer(container) {
  const leaves = list(container.elements);
  switch (container.type) {
    case 'rich_text_preformatted': return h('pre', 'block', ...leaves.map(richLeaf));
    case 'rich_text_quote': return h('blockquote', 'text', ...leaves.map(richLeaf));
    case 'rich_text_list': return richList(container);
    default: return h('div', 'text', ...leaves.map(richLeaf));
  }
}

function richList(container) {
  const node = h(container.style === 'ordered' ? 'ol' : 'ul', 'indent-' + (Number(container.indent) || 0),
    ...list(container.elements).map((item) => h('li', '', ...list(item.elements).map(richLeaf))));
  if (container.style === 'ordered' && container.offset > 0) node.start = container.offset + 1;
  return node;
}

const LEAVES = {
  text: (leaf) => str(leaf.text),
  link: (leaf) => link(str(leaf.url), str(leaf.text) || str(leaf.url)),
  emoji: (leaf) => emoji(str(leaf.name)) || ':' + str(leaf.name) + ':',
  user: (leaf) => h('span', 'mention', '@' + str(leaf.user_id)),
  usergroup: (leaf) => h('span', 'mention', '@' + str(leaf.usergroup_id)),
  channel: (leaf) => h('span', 'mention', '#' + str(leaf.channel_id)),
  broadcast: (leaf) => h('span', 'mention', '@' + str(leaf.range)),
  date: (leaf) => dateNode(Number(leaf.timestamp), str(leaf.format), str(leaf.url), str(leaf.fallback)),
  team: (leaf) => h('span', 'mention', str(leaf.team_id)),
  color: (leaf) => str(leaf.value)
};

const STYLES = { bold: 'strong', italic: 'em', strike: 's', underline: 'u' };

function richLeaf(leaf) {
  const plain = Object.hasOwn(LEAVES, leaf.type) ? LEAVES[leaf.type](leaf) : '';
  const style = leaf.style || {};
  const coded = style.code ? h('code', 'inline', plain) : plain;
  return Object.keys(STYLES).filter((key) => style[key]).reduce((inner, key) => h(STYLES[key], '', inner), coded);
}

/* ---------- attachments and files ---------- */

const COLOURS = { good: '#2fa45a', warning: '#daa038', danger: '#d40e0d' };

export function attachment(item) {
  const node = h('div', 'attachment');
  const colour = COLOURS[item.color] || (/^#?([0-9a-f]{6})$/i.exec(str(item.color)) || [])[1];
  if (colour) node.style.setProperty('--bar', colour.startsWith('#') ? colour : '#' + colour);
  if (item.blocks) node.append(...list(item.blocks).map(renderBlock));
  else node.append(...legacy(item));
  return node;
}

function legacy(item) {
  const parts = [];
  if (item.pretext) parts.push(mrkdwn(str(item.pretext)));
  if (item.author_name) parts.push(h('div', 'foot', str(item.author_name)));
  if (item.title) parts.push(h('div', 'title', item.title_link ? link(str(item.title_link), str(item.title)) : str(item.title)));
  if (item.text) parts.push(mrkdwn(str(item.text)));
  if (item.fields) parts.push(h('div', 'fields', ...list(item.fields).map((field) =>
    h('div', '', h('div', 'title', str(field.title)), mrkdwn(str(field.value))))));
  if (item.image_url) parts.push(picture({ image_url: item.image_url, alt_text: 'image' }, ''));
  if (item.footer) parts.push(h('div', 'foot', str(item.footer)));
  if (!parts.length && item.fallback) parts.push(mrkdwn(str(item.fallback)));
  return parts;
}

export function file(item) {
  const title = str(item.title) || str(item.name);
  const details = [title === item.name ? '' : str(item.name), plural(Number(item.size), 'byte'), plural(str(item.text).replace(/\n$/, '').split('\n').length, 'line')];
  const content = h('pre', 'block', str(item.text));
  content.tabIndex = 0; // scrolls by keyboard too
  return h('details', 'file', h('summary', '', title + ' ', h('small', '', details.filter(Boolean).join(' · '))), content);
}
