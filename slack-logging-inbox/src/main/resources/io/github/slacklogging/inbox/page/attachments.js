/* Attachments: a colour bar with blocks behind it, or the fields from before there were blocks. */
'use strict';

import { blockNodes } from './blocks.js';
import { dateNode } from './dates.js';
import { h, link, list, str } from './dom.js';
import { element, picture } from './elements.js';
import { fold, lineBreaks } from './fold.js';
import { mrkdwn } from './mrkdwn.js';

const COLOURS = { good: '#2fa45a', warning: '#daa038', danger: '#d40e0d' };

/* Where Slack folds the text of an attachment. */
const MAX_OPEN_CHARACTERS = 700;
const MAX_OPEN_LINE_BREAKS = 5;

export function attachment(item) {
  if (!item || typeof item !== 'object') return h('div', 'unknown', 'An attachment that is no object');
  const bar = h('div', 'attachment', ...(item.blocks ? blockNodes(item.blocks) : legacy(item)));
  const colour = colourOf(item.color);
  if (colour) bar.style.setProperty('--bar', colour);
  return item.pretext && !item.blocks ? h('div', 'with-pretext', marked(item, 'pretext', str(item.pretext)), bar) : bar;
}

function colourOf(colour) {
  if (typeof colour !== 'string') return '';
  if (Object.hasOwn(COLOURS, colour)) return COLOURS[colour];
  const [, digits] = /^#?([0-9a-f]{6})$/i.exec(colour) || [];
  return digits ? '#' + digits : '';
}

function legacy(item) {
  const parts = [author(item), title(item), text(item), fields(item), item.image_url && picture({ image_url: item.image_url, alt_text: 'image' }, ''),
    item.actions && h('div', 'actions', ...list(item.actions).map(action)), footer(item)];
  const main = h('div', 'main', ...parts);
  if (!main.hasChildNodes() && !item.pretext && item.fallback) main.append(mrkdwn(str(item.fallback)));
  return [item.thumb_url ? h('div', 'section', main, picture({ image_url: item.thumb_url, alt_text: 'thumbnail' }, 'thumb')) : main];
}

/** Markup, unless mrkdwn_in names others only. */
function marked(item, key, words) {
  return Array.isArray(item.mrkdwn_in) && !item.mrkdwn_in.includes(key) ? h('div', 'text', words) : mrkdwn(words);
}

function author(item) {
  const name = str(item.author_name);
  return name && h('div', 'author', h('b', '', item.author_link ? link(str(item.author_link), name) : name), str(item.author_subname) && ' ' + item.author_subname);
}

function title(item) {
  const words = str(item.title);
  return words && h('div', 'title', item.title_link ? link(str(item.title_link), words) : words);
}

function text(item) {
  const words = str(item.text);
  if (!words) return '';
  const node = marked(item, 'text', words);
  if (words.length <= MAX_OPEN_CHARACTERS && lineBreaks(words) <= MAX_OPEN_LINE_BREAKS) return node;
  return fold(node, `Slack folds the text of an attachment above ${MAX_OPEN_CHARACTERS} characters or ${MAX_OPEN_LINE_BREAKS} line breaks`);
}

/** Short fields stand side by side. */
function fields(item) {
  return list(item.fields).length > 0 && h('div', 'fields', ...list(item.fields).map((field) => field && typeof field === 'object'
    && h('div', field.short === true ? 'field' : 'field long', h('div', 'title', str(field.title)), marked(item, 'fields', str(field.value)))));
}

function action(item) {
  return item && typeof item === 'object' ? element({ ...item, type: 'button', text: { text: str(item.text) } }) : element(item);
}

function footer(item) {
  const words = str(item.footer);
  const seconds = Number(item.ts);
  if (!words) return ''; // without it Slack shows no time either
  return h('div', 'foot', words, item.ts && Number.isFinite(seconds) ? ' · ' : '', item.ts && Number.isFinite(seconds) && dateNode(seconds, '{date_short_pretty} {time}', '', ''));
}
