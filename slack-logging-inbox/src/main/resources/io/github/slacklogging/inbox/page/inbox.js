/* The page starts here. */
'use strict';

import { startActions } from './actions.js';
import { keyRows, renderWays, startConnect } from './connect.js';
import { byId } from './dom.js';
import { startDrawer } from './drawer.js';
import { startExchange } from './exchange.js';
import { startFaults } from './faults.js';
import { follow, reload, render } from './follow.js';
import { startKeys } from './keys.js';
import { reveal, startList } from './list.js';
import { startPanels } from './panel.js';
import { isAnswer, isInChannel, state } from './state.js';
import { startTheme } from './theme.js';
import { showThread } from './thread.js';
import { startView } from './view.js';

const KEYS = [['j k', 'next, previous message'], ['t Enter', 'its thread'], ['1 – 6', 'its views: as shown, JSON, validation, notification, request, history'], ['o', 'its JSON, and back'],
  ['l', 'copy its link'], ['/', 'search'], ['g G', 'oldest, newest'], ['m', 'make Slack misbehave'], ['Esc', 'close what is open'], ['?', 'this list']];

/** Goes where a permalink points, /archives/<channel>/p<ts>; into its thread if it has one. */
function followPermalink() {
  const [, channel, digits] = /^\/archives\/([^/]+)\/p(\d+)$/.exec(location.pathname) || [];
  const found = digits ? [...state.messages.values()].filter((each) => each.ts.replace('.', '') === digits) : [];
  const message = found.find((each) => each.channelId === channel) || found[0];
  if (digits && !message) byId('lost').hidden = false;
  if (!message) return;
  if (isAnswer(message) || new URLSearchParams(location.search).has('thread_ts')) showThread(isAnswer(message) ? message.threadTs : message.ts);
  const node = isInChannel(message) ? reveal(message.ts) : byId('thread-replies').querySelector(`[data-ts="${CSS.escape(message.ts)}"]`);
  if (!node) return;
  node.classList.add('target');
  node.scrollIntoView({ block: 'center' });
  node.focus({ preventScroll: true });
}

function start() {
  [startTheme, startList, startActions, startPanels, startFaults, startConnect, startExchange, startView, startKeys, startDrawer].forEach((begin) => begin());
  byId('key-rows').append(...keyRows(KEYS));
  byId('lost-close').addEventListener('click', () => { byId('lost').hidden = true; });
  document.addEventListener('visibilitychange', () => {
    state.away = 0;
    render();
  });
  const still = new URLSearchParams(location.search).has('still'); // for pictures: a page that waits for nothing
  byId('status').hidden = still;
  reload().then(renderWays).then(followPermalink).finally(() => {
    document.body.dataset.ready = 'true';
    if (!still) follow();
  });
}

start();
