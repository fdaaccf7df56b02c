/* What a message holds, from its text down to its files. */
'use strict';

import { attachment } from './attachments.js';
import { blockNodes } from './blocks.js';
import { h, list, str } from './dom.js';
import { file } from './files.js';
import { fold } from './fold.js';
import { markdown } from './markdown.js';
import { mrkdwn } from './mrkdwn.js';

/* Slack splits longer text into several messages. */
const MAX_WHOLE_CHARACTERS = 4000;

/** Whatever the message is, a node; what cannot be drawn says so. */
export function renderBody(message) {
  const markup = str(message.markdownText) || str(message.payload && message.payload.markdown_text);
  const parts = message.blocks ? blockNodes(message.blocks) : (message.text ? [guarded(text, message.text)] : markup ? [guarded(markdown, markup)] : []);
  return h('div', 'body', ...parts, ...several(message.attachments, attachment, 'Attachments'), ...list(message.files).map((each) => guarded(file, each)));
}

function text(words) {
  const node = mrkdwn(str(words));
  if (str(words).length <= MAX_WHOLE_CHARACTERS) return node;
  return fold(node, `Slack splits text above ${MAX_WHOLE_CHARACTERS.toLocaleString()} characters into several messages; the inbox keeps it in one`);
}

function several(items, draw, name) {
  if (Array.isArray(items)) return items.map((each) => guarded(draw, each));
  return items ? [h('div', 'unknown', name + ' that are no list')] : [];
}

function guarded(draw, value) {
  try {
    return draw(value);
  }
  catch (error) {
    return h('div', 'unknown', 'Something that could not be drawn: ' + error.message);
  }
}
