/* What comes while the page is open. What comes together is shown together. */
'use strict';

import { renderChannels, renderFrame, countUnread } from './channels.js';
import { byId, str } from './dom.js';
import { renderFaults } from './faults.js';
import { announceArrival, renderList } from './list.js';
import { forget, prune, state, take, takeAll, takeRefused } from './state.js';
import { renderThread } from './thread.js';

const TOGETHER_MS = 50;
const QUIET_MS = 4000; // what is read aloud is not every message of a storm

let due = 0;
let lastRender = 0;
let silent = 0; // arrivals not told to a screen reader yet
let telling = 0;

export function render() {
  clearTimeout(due);
  due = 0;
  lastRender = performance.now();
  prune();
  const shown = renderList();
  renderChannels();
  renderFrame(shown);
  renderThread();
}

/** At once when it is quiet, a few times a second in a storm. */
function renderSoon() {
  if (!due) due = setTimeout(render, Math.max(0, TOGETHER_MS - (performance.now() - lastRender)));
}

function arrive(item, key) {
  state.arrivals++;
  const isNew = !item.wasKnown;
  if (isNew) {
    announceArrival(key);
    countUnread(item);
    if (document.hidden) state.away++;
    tell(item);
  }
  renderSoon();
}

function tell(item) {
  silent++;
  if (telling) return;
  telling = setTimeout(() => {
    const what = item.refusal !== undefined ? 'Refused request' : `${item.username || 'Application'} in ${item.channel}: ${str(item.text).slice(0, 100)}`;
    byId('announce').textContent = silent === 1 ? what : `${silent} new messages`;
    silent = 0;
    telling = 0;
  }, silent === 1 && !byId('announce').textContent ? 300 : QUIET_MS);
}

export async function reload() {
  const arrivals = state.arrivals;
  const everything = await (await fetch('/messages')).json();
  if (arrivals !== state.arrivals) return reload(); // what came meanwhile need not be in the answer
  takeAll(everything);
  state.kept = everything.kept || null;
  if (everything.workspace) state.workspace = everything.workspace;
  render();
  renderFaults();
}

async function readFaults() {
  const answer = await fetch('/faults');
  if (answer.ok) takeWorkspace(await answer.json());
}

export function takeWorkspace({ faults, workspace }) {
  state.faults = faults || state.faults;
  if (workspace) state.workspace = workspace;
  renderFaults();
  renderSoon();
}

function status(live, words) {
  byId('status').className = live ? 'status live' : 'status';
  byId('status').lastElementChild.textContent = words;
}

const EVENTS = {
  message: (message) => {
    message.wasKnown = state.messages.has(message.ts) || undefined;
    take(message);
    arrive(message, message.ts);
    delete message.wasKnown;
  },
  refused: (request) => {
    takeRefused(request);
    arrive(request, 'r' + request.id);
  },
  deleted: ({ ts }) => {
    state.arrivals++;
    forget(ts);
    renderSoon();
  },
  kept: (kept) => {
    state.kept = kept;
    renderSoon();
  },
  workspace: takeWorkspace,
  cleared: reload,
  reload
};

export function follow() {
  const events = new EventSource('/events');
  events.addEventListener('open', () => {
    reload().then(() => status(true, 'live')); // what came while nobody followed
    readFaults();
  });
  events.addEventListener('error', () => status(false, 'waiting for the inbox …'));
  Object.entries(EVENTS).forEach(([name, take]) => events.addEventListener(name, (event) => take(JSON.parse(event.data || '{}'))));
}
