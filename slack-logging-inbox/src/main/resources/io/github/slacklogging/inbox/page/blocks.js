/* Block Kit: each block as Slack draws it. What is not drawn says so. */
'use strict';

import { h, link, list, str } from './dom.js';
import { element, picture, plain, textObject } from './elements.js';
import { fold, lineBreaks } from './fold.js';
import { markdown } from './markdown.js';
import { richText } from './richtext.js';
import { table } from './table.js';

const MAX_DEPTH = 4;

/* Slack folds long sections and does not say from where; a stack trace of a screen is long. */
const MAX_OPEN_CHARACTERS = 1500;
const MAX_OPEN_LINE_BREAKS = 24;

const BLOCKS = {
  section,
  header: (block) => heading(block.text),
  context: (block) => h('div', 'context', ...list(block.elements).map(element)),
  context_actions: actions,
  divider: () => h('hr'),
  image: (block) => h('div', 'image', block.title && textObject(block.title), picture(block, '')),
  actions,
  markdown: (block) => markdown(str(block.text)),
  rich_text: richText,
  table,
  data_table: table,
  video,
  file: (block) => h('div', 'file', h('div', 'name', 'A remote file ', h('small', '', str(block.external_id)))),
  input: (block) => h('div', 'field-input', block.label && h('b', '', textObject(block.label)), block.element && element(block.element),
    block.hint && h('div', 'hint', textObject(block.hint))),
  alert: (block) => h('div', 'alert ' + (LEVELS.includes(block.level) ? block.level : ''), textObject(block.text)),
  card,
  carousel: (block, depth) => h('div', 'carousel', ...list(block.elements).map((each) => renderBlock(each, depth + 1))),
  container,
  task_card: (block) => h('div', 'card', h('b', '', str(block.title)), ' ', h('span', 'hint', str(block.status).replaceAll('_', ' ')),
    ...['details', 'output'].map((key) => block[key] && richText(block[key]))),
  plan: (block, depth) => h('div', 'card', h('b', '', str(block.title)), ...list(block.tasks).map((each) => renderBlock(each, depth + 1)))
};

const LEVELS = ['info', 'warning', 'error', 'success'];

/** One bad block is shown as such; the others go on. */
function renderBlock(block, depth) {
  try {
    return drawn(block, depth);
  }
  catch (error) {
    return h('div', 'unknown', 'A block that could not be drawn: ' + error.message);
  }
}

function drawn(block, depth) {
  if (!block || typeof block !== 'object' || Array.isArray(block)) return h('div', 'unknown', 'A block that is no object');
  const type = str(block.type) || '?';
  if (depth > MAX_DEPTH || !Object.hasOwn(BLOCKS, type)) return h('div', 'unknown', `A block of type ${type}, not drawn`);
  return BLOCKS[type](block, depth);
}

/** All blocks of a message or an attachment. */
export function blockNodes(blocks) {
  if (Array.isArray(blocks)) return blocks.map((block) => renderBlock(block, 0));
  return [h('div', 'unknown', 'Blocks that are no list')];
}

function section(block) {
  return h('div', 'section', h('div', 'main', sectionText(block), block.fields && h('div', 'fields', ...list(block.fields).map(textObject))),
    block.accessory && element(block.accessory));
}

function sectionText(block) {
  const node = textObject(block.text);
  const words = node ? node.textContent : ''; // as it is read: the addresses of links fold nothing
  if (block.expand === true || (words.length <= MAX_OPEN_CHARACTERS && lineBreaks(words) <= MAX_OPEN_LINE_BREAKS)) return node;
  return fold(node, 'Slack folds long sections unless "expand" is true. It does not say from which length; '
    + `here from ${MAX_OPEN_CHARACTERS} characters or ${MAX_OPEN_LINE_BREAKS} line breaks`);
}

function heading(text) {
  const node = plain(h('div', 'header'), text);
  node.setAttribute('role', 'heading');
  node.setAttribute('aria-level', '3');
  return node;
}

function actions(block) { return h('div', 'actions', ...list(block.elements).map(element)); }

function video(block) {
  const from = [str(block.author_name), str(block.provider_name)].filter(Boolean).join(' · ');
  const title = plain(h('span'), block.title);
  return h('div', 'card', h('b', '', '▶ ', block.title_url ? link(str(block.title_url), title) : title), from && h('div', 'hint', from),
    block.description && textObject(block.description), picture({ image_url: block.thumbnail_url, alt_text: block.alt_text }, ''),
    h('div', 'hint', link(str(block.video_url))));
}

function card(block) {
  return h('div', 'card', block.hero_image && picture(block.hero_image, ''),
    h('div', 'section', h('div', 'main', block.title && h('b', '', textObject(block.title)), block.subtitle && h('div', 'hint', textObject(block.subtitle)),
      textObject(block.body)), block.icon && picture(block.icon, 'small')),
    list(block.actions).length > 0 && h('div', 'actions', ...list(block.actions).map(element)));
}

function container(block, depth) {
  const title = block.rich_text_title ? richText(block.rich_text_title) : plain(h('span'), block.title);
  const head = [h('b', '', title), block.subtitle && h('div', 'hint', textObject(block.subtitle))];
  const children = list(block.child_blocks).map((each) => renderBlock(each, depth + 1));
  if (block.is_collapsible !== true) return h('div', 'card', ...head, ...children);
  const node = h('details', 'card', h('summary', '', ...head), ...children);
  node.open = block.default_collapsed !== true;
  return node;
}
