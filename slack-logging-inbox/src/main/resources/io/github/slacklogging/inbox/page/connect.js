/* How an application finds this inbox: the first steps on the empty page, and all of it in a dialog. */
'use strict';

import { hookOf } from './channels.js';
import { byId, copyText, h } from './dom.js';
import { state } from './state.js';

/** Addresses and examples, for any language. */
function ways() {
  const workspace = state.workspace || {};
  const hook = hookOf('#inbox');
  const token = workspace.botToken || 'xoxb-inbox_test_token';
  const api = workspace.apiUrl || location.origin + '/api/';
  return {
    property: 'slack.logging.webhook-url=' + hook,
    curl: `curl -H 'Content-Type: application/json' -d '{"text":":bell: It *works*."}' ${hook}`,
    webhook: hook,
    token,
    api,
    'way-hook': `slack:\n  logging:\n    webhook-url: ${hook}`,
    'way-bot': `slack:\n  logging:\n    bot-token: ${token}\n    channel: "#inbox"\n    api-url: ${api}`,
    'way-env': `SLACK_WEBHOOK_URL=${hook}\n\n# or as a bot\nSLACK_BOT_TOKEN=${token}\nSLACK_CHANNEL=#inbox\nSLACK_LOGGING_API_URL=${api}`,
    'way-curl': `curl -H 'Content-Type: application/json' -d '{"text":"By a webhook"}' \\\n  ${hook}\n\ncurl -H 'Authorization: Bearer ${token}' -H 'Content-Type: application/json' \\\n  -d '{"channel":"#inbox","text":"As a bot"}' ${api}chat.postMessage`
  };
}

export function renderWays() {
  const texts = ways();
  Object.keys(texts).forEach((id) => { byId(id).textContent = texts[id]; });
}

export function startConnect() {
  document.querySelectorAll('[data-copy]').forEach((node) =>
    node.addEventListener('click', () => copyText(node, byId(node.dataset.copy).textContent)));
  byId('connect').addEventListener('click', () => {
    renderWays();
    byId('connecting').showModal();
  });
  document.querySelectorAll('dialog').forEach((dialog) => {
    dialog.addEventListener('click', (event) => { if (event.target === dialog) dialog.close(); }); // beside it
    dialog.querySelector('.close').addEventListener('click', () => dialog.close());
  });
}

/** The list of keys, as rows of a description list. */
export function keyRows(keys) {
  return keys.map(([names, what]) => h('div', '', h('dt', '', ...names.split(' ').map((name) => h('kbd', '', name))), h('dd', '', what)));
}
