/* Tables. */
'use strict';

import { h, list, str } from './dom.js';
import { richText } from './richtext.js';

const MAX_ROWS = 100;
const MAX_COLUMNS = 20;
const ALIGNMENTS = ['left', 'center', 'right'];

/** The first row is the heading, as Slack draws it. */
export function table(block) {
  const settings = list(block.column_settings);
  const rows = list(block.rows).slice(0, MAX_ROWS).map((row, at) => h('tr', '', ...list(row).slice(0, MAX_COLUMNS).map((each, column) =>
    cell(each, at === 0, settings[column] || {}))));
  return sheet(h('table', '', block.type === 'data_table' && h('caption', '', str(block.caption)), h('thead', '', rows[0]), h('tbody', '', ...rows.slice(1))),
    str(block.caption) || 'Table');
}

/** Scrolls by itself where it is wider than the message, by keyboard too. */
export function sheet(node, name) {
  const place = h('div', 'sheet', node);
  place.tabIndex = 0;
  place.setAttribute('role', 'region');
  place.setAttribute('aria-label', name);
  return place;
}

function cell(item, heading, setting) {
  const align = ALIGNMENTS.includes(setting.align) ? 'align-' + setting.align : '';
  const node = h(heading ? 'th' : 'td', [align, setting.is_wrapped === true && 'wrapped'].filter(Boolean).join(' '), content(item));
  if (heading) node.scope = 'col';
  return node;
}

function content(item) {
  if (!item || typeof item !== 'object') return '';
  if (item.type === 'rich_text') return richText(item);
  if (item.type === 'raw_number') return str(item.text) || (Number.isFinite(item.value) ? item.value.toLocaleString() : '');
  return str(item.text);
}
