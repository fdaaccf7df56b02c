/* What the buttons of a message do, in the list and in the thread. */
'use strict';

import { byId } from './dom.js';
import { isAnswer, state } from './state.js';
import { showTab } from './tabs.js';
import { openThread } from './thread.js';
import { toast } from './toast.js';

export function itemOf(node) {
  return node.dataset.ts ? state.messages.get(node.dataset.ts) : state.refused.get(node.dataset.key.slice(1));
}

export function permalink(message) {
  const thread = isAnswer(message) ? '?thread_ts=' + message.threadTs : '';
  return `${location.origin}/archives/${message.channelId || message.channel.slice(1)}/p${message.ts.replace('.', '')}${thread}`;
}

/** @param stay an open view stays open; else asking for it again closes it */
export function act(action, node, stay) {
  const item = itemOf(node);
  if (!item) return;
  if (action.startsWith('tab:')) {
    const name = action.slice('tab:'.length);
    showTab(node, item, !stay && state.open.get(node.dataset.key) === name ? 'shown' : name);
  }
  if (action === 'thread' && item.ts) openThread(isAnswer(item) ? item.threadTs : item.ts);
  if (action === 'more') node.classList.toggle('with-tools');
  if (action === 'permalink' && item.ts) {
    navigator.clipboard.writeText(permalink(item)).then(() => toast('Link copied'), () => toast(permalink(item)));
  }
}

export function startActions() {
  ['messages', 'thread-parent', 'thread-replies'].forEach((id) => byId(id).addEventListener('click', (event) => {
    const source = event.target.closest('[data-does]');
    if (source) act(source.dataset.does, source.closest('article'));
  }));
}
