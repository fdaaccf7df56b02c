/* "Make Slack misbehave": faults by one click, what is active, and the way back to normal. */
'use strict';

import { align, button, byId, h, list, str, swap } from './dom.js';
import { closePanel, isOpen, openPanel } from './panel.js';
import { state } from './state.js';
import { toast } from './toast.js';

const KINDS = [
  ['error500', 'Slack is down', 'Every call is answered with 503'],
  ['throttle', 'Rate limited', '429 with Retry-After', 30],
  ['slow', 'Slow', 'An answer takes its time', 5],
  ['hang', 'No answer', 'The connection stays open, nothing comes'],
  ['reset', 'Connection reset', 'Cut off before an answer'],
  ['cut', 'Answer cut short', 'Half of it, then the end'],
  ['garbage', 'Garbage', 'HTML where JSON belongs, as proxies do'],
  ['apiError', 'Slack refuses', 'ok: false with an error of your choice']
];

async function call(method, path, body) {
  const answer = await fetch(path, { method, body: body && JSON.stringify(body), headers: body ? { 'Content-Type': 'application/json' } : {} });
  if (!answer.ok) toast(`The inbox answers ${answer.status}: ${str((await answer.json().catch(() => ({}))).error)}`);
  return answer.ok ? answer.json().catch(() => null) : null;
}

async function refresh() {
  const now = await call('GET', '/faults');
  if (!now) return;
  state.faults = list(now.faults);
  state.workspace = now.workspace || state.workspace;
  renderFaults();
}

async function cause(kind, seconds) {
  const where = byId('fault-where').value;
  const fault = { kind };
  if (seconds) fault.seconds = Number(byId('fault-seconds').value) || seconds;
  if (kind === 'apiError') fault.error = byId('fault-error').value.trim() || 'internal_error';
  if (where.startsWith('#')) fault.channel = where;
  else if (where) fault.method = where;
  if (byId('fault-times').value) fault.times = Number(byId('fault-times').value);
  await call('POST', '/faults', fault);
  await refresh();
}

async function change(what) {
  await call('POST', '/workspace', what);
  await refresh();
}

/* ---------- what is active ---------- */

/** What is not as it is by default, in words, each with the way back. */
function active() {
  const workspace = state.workspace || {};
  return [
    ...list(state.faults).map((fault) => ({ key: 'fault ' + fault.id, words: str(fault.sentence), back: () => call('DELETE', '/faults/' + encodeURIComponent(fault.id)).then(refresh) })),
    ...(workspace.token === 'revoked' ? [{ key: 'token', words: 'the bot token is revoked', back: () => change({ restoreToken: true }) }] : []),
    ...list(workspace.archived).map((name) => ({ key: 'archived ' + name, words: name + ' is archived', back: () => change({ unarchive: name }) })),
    ...list(workspace.withoutBot).map((name) => ({ key: 'bot ' + name, words: 'the bot is not in ' + name, back: () => change({ addBot: name }) }))
  ];
}

async function backToNormal() {
  for (const each of active().filter(({ key }) => !key.startsWith('fault '))) await each.back();
  await call('DELETE', '/faults');
  await refresh();
}

export function renderFaults() {
  const now = active();
  const banner = byId('banner');
  const hadFocus = banner.contains(document.activeElement);
  banner.hidden = !now.length;
  if (hadFocus && banner.hidden) byId('scroll').focus({ preventScroll: true });
  byId('banner-words').textContent = now.slice(0, 3).map((each) => each.words).join(' · ') + (now.length > 3 ? ` · and ${now.length - 3} more` : '');
  byId('misbehave').dataset.active = now.length ? String(now.length) : '';
  byId('faults-none').hidden = now.length > 0;
  align(byId('faults-active'), now, { make: activeRow, update: (node, each) => node.dataset.words === each.words ? node : replace(node, each) });
  renderChoices();
}

function activeRow(each) {
  const end = button('', 'End', () => each.back());
  end.setAttribute('aria-label', 'End: ' + each.words);
  const node = h('li', '', h('span', '', each.words), end);
  node.dataset.words = each.words;
  return node;
}

function replace(node, each) {
  const fresh = activeRow(each);
  fresh.dataset.key = each.key;
  swap(node, fresh);
  return fresh.isConnected ? fresh : node;
}

/* ---------- what can be caused ---------- */

function renderChoices() {
  const workspace = state.workspace || {};
  const names = [...new Set([...Object.keys(workspace.webhooks || {}), ...[...state.messages.values()].map((message) => message.channel)])].sort();
  const known = names.length ? names : ['#inbox'];
  options(byId('fault-where'), [['', 'every call'], ['webhook', 'incoming webhooks'], ['chat.postMessage', 'chat.postMessage'], ['chat.update', 'chat.update'], ...known.map((name) => [name, name])]);
  options(byId('fault-channel'), known.map((name) => [name, name]));
  byId('fault-token').setAttribute('aria-pressed', String(workspace.token === 'revoked'));
  byId('lenient').checked = Boolean(workspace.lenient);
  byId('limits').value = workspace.limits === 'slack' ? 'slack' : workspace.limits === 'none' ? 'none' : 'default';
}

function options(select, wanted) {
  if ([...select.options].map((option) => option.value).join() === wanted.map(([value]) => value).join()) return;
  const chosen = select.value;
  select.replaceChildren(...wanted.map(([value, label]) => {
    const option = h('option', '', label);
    option.value = value;
    return option;
  }));
  if (wanted.some(([value]) => value === chosen)) select.value = chosen;
}

function show() {
  openPanel('faults', () => byId('misbehave'));
  byId('faults-close').focus();
  refresh();
}

/** The address ends with #faults where another page leads here. */
function showIfAsked() {
  if (location.hash === '#faults' && !isOpen('faults')) show();
}

export function startFaults() {
  byId('fault-kinds').append(...KINDS.map(([kind, name, what, seconds]) => {
    const node = button('kind', '', () => cause(kind, seconds));
    node.append(h('b', '', name), h('span', '', what));
    node.dataset.kind = kind;
    return node;
  }));
  byId('misbehave').addEventListener('click', () => isOpen('faults') ? closePanel() : show());
  window.addEventListener('hashchange', showIfAsked);
  // when it is loaded: until then the browser looks for the place itself, and takes the focus away
  if (document.readyState === 'complete') showIfAsked();
  else window.addEventListener('load', () => setTimeout(showIfAsked));
  byId('back-to-normal').addEventListener('click', backToNormal);
  byId('fault-token').addEventListener('click', () => change((state.workspace || {}).token === 'revoked' ? { restoreToken: true } : { revokeToken: true }));
  byId('fault-archive').addEventListener('click', () => change({ archive: byId('fault-channel').value }));
  byId('fault-kick').addEventListener('click', () => change({ removeBot: byId('fault-channel').value }));
  byId('lenient').addEventListener('change', () => change({ lenient: byId('lenient').checked }));
  byId('limits').addEventListener('change', () => change({ limits: byId('limits').value }));
}
