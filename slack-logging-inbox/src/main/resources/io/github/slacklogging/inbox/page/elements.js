/* Buttons, menus and pickers: drawn, but nothing happens when they are used. */
'use strict';

import { h, link, list, str } from './dom.js';
import { dateNode } from './dates.js';
import { drawing, withEmoji } from './emoji.js';
import { mrkdwn } from './mrkdwn.js';

const MAX_OPTIONS = 100;

export function textObject(text) {
  if (!text || typeof text !== 'object') return null;
  if (text.type === 'mrkdwn') return mrkdwn(str(text.text), text.verbatim === true);
  return plain(h('div', 'text'), text);
}

/** Text without markup; emoji are drawn unless it says otherwise. */
export function plain(parent, text) {
  if (text && text.emoji !== false) return withEmoji(parent, str(text.text));
  parent.append(str(text && text.text));
  return parent;
}

const FRAME = [['M4 4h16a2 2 0 0 1 2 2v12a2 2 0 0 1-2 2H4a2 2 0 0 1-2-2V6a2 2 0 0 1 2-2z', '#8d87a3'], ['M4 18l5-7 4 5 2.5-3L20 18z', '#fff'],
  ['M16.5 7a2 2 0 1 1 0 4 2 2 0 0 1 0-4z', '#fff']];

/** Never loaded: the inbox takes nothing from elsewhere. */
export function picture(image, size) {
  const stored = image.slack_file && typeof image.slack_file === 'object' ? image.slack_file : {};
  const address = str(image.image_url) || str(stored.url);
  const words = str(image.alt_text) || str(stored.id) || 'image';
  const node = h('span', 'picture ' + size, drawing('image', 'frame', FRAME), link(address, words));
  node.title = 'Slack shows an image here. The inbox loads nothing from elsewhere' + (address ? ': ' + address : '');
  return node;
}

const ELEMENTS = {
  mrkdwn: textObject,
  plain_text: textObject,
  image: (item) => picture(item, 'small'),
  button: pushButton,
  workflow_button: pushButton,
  icon_button: pushButton,
  feedback_buttons: (item) => h('span', 'buttons', ...['positive_button', 'negative_button'].map((key) => item[key] && pushButton(item[key]))),
  overflow: (item) => menu(item, h('span', '', '⋯'), 'More actions'),
  datepicker: (item) => picker(item, str(item.initial_date), 'Select a date'),
  timepicker: (item) => picker(item, str(item.initial_time), 'Select a time'),
  datetimepicker: (item) => picker(item, Number.isFinite(item.initial_date_time)
    ? dateNode(item.initial_date_time, '{date_short} {time}', '', '') : '', 'Select a date and a time'),
  checkboxes: (item) => choices(item, ['☐', '☑'], list(item.initial_options)),
  radio_buttons: (item) => choices(item, ['○', '◉'], [item.initial_option]),
  plain_text_input: input, email_text_input: input, url_text_input: input, number_input: input, rich_text_input: input, file_input: input
};

const SELECTS = /^(?:multi_)?(?:static|external|users|conversations|channels)_select$/;

export function element(item) {
  if (!item || typeof item !== 'object') return h('span', 'unknown', 'No element');
  if (Object.hasOwn(ELEMENTS, item.type)) return ELEMENTS[item.type](item);
  if (SELECTS.test(item.type)) return select(item);
  return h('span', 'unknown', `An element of type ${str(item.type) || '?'}, not drawn`);
}

function pushButton(item) {
  const style = ['primary', 'danger'].includes(item.style) ? ' ' + item.style : '';
  const label = plain(h('span', 'button' + style), item.text);
  if (!label.textContent && !label.firstElementChild) label.append(str(item.icon) || 'button');
  return inert(item.url ? link(str(item.url), label) : label, item);
}

/** Says what pressing it would tell the application. */
function inert(node, item) {
  const confirm = item.confirm && typeof item.confirm === 'object' && item.confirm.title;
  const told = ['action_id', 'value'].filter((key) => str(item[key])).map((key) => key + ' ' + item[key]);
  node.title = ['Does nothing in the inbox', ...told, confirm && 'asks first: ' + str(confirm.text)].filter(Boolean).join(' · ');
  return node;
}

function arrow(content) { return h('span', 'button select', content, h('span', 'arrow', '▾')); }

function placeholder(item, otherwise) { return plain(h('span', 'placeholder'), item.placeholder || { text: otherwise }); }

function picker(item, value, otherwise) { return inert(arrow(value || placeholder(item, otherwise)), item); }

function select(item) {
  const initial = [item.initial_option, ...list(item.initial_options)].filter((each) => each && each.text).map((each) => plain(h('span'), each.text));
  const ids = ['user', 'channel', 'conversation'].flatMap((kind) => [item['initial_' + kind], ...list(item['initial_' + kind + 's'])]).filter(str)
    .map((id) => h('span', 'mention', id));
  const chosen = [...initial, ...ids];
  return menu(item, chosen.length ? h('span', 'chosen', ...chosen) : placeholder(item, 'Select'), '');
}

/** A menu opens, so that its options can be read. */
function menu(item, label, name) {
  const options = optionsOf(item);
  const face = inert(arrow(label), item);
  if (!options.length) return face;
  const summary = h('summary', '', face);
  if (name) summary.setAttribute('aria-label', name);
  return h('details', 'menu', summary, h('ul', '', ...options));
}

function optionsOf(item) {
  const groups = list(item.option_groups).slice(0, MAX_OPTIONS).flatMap((group) =>
    group ? [h('li', 'group', plain(h('span'), group.label)), ...list(group.options).slice(0, MAX_OPTIONS).map(option)] : []);
  return [...list(item.options).slice(0, MAX_OPTIONS).map(option), ...groups];
}

function option(item) {
  const text = item && textObject(item.text);
  return h('li', '', text && item.url ? link(str(item.url), text) : text, item && item.description && h('div', 'hint', textObject(item.description)));
}

function choices(item, [off, on], initial) {
  const chosen = new Set(initial.filter((each) => each && typeof each === 'object').map((each) => each.value));
  return inert(h('ul', 'choices', ...list(item.options).slice(0, MAX_OPTIONS).map((each) => {
    const row = option(each);
    row.prepend(h('span', 'box', each && chosen.has(each.value) ? on : off));
    return row;
  })), item);
}

function input(item) {
  return inert(h('span', 'input', str(item.initial_value) || placeholder(item, str(item.type).replaceAll('_', ' '))), item);
}
