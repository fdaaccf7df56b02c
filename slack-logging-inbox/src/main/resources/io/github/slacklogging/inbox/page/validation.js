/* How near a message is to each of Slack's limits. */
'use strict';

import { button, h, list, str } from './dom.js';

const FEW = 8;

function nearness(limit) { return limit.max > 0 ? limit.used / limit.max : 0; }

/** What happens beyond a limit, where it is no refusal. */
const BEYOND = {
  UPDATE_REFUSED: 'beyond it chat.update is refused', SPLIT: 'beyond it Slack makes several messages of it',
  CUT: 'beyond it Slack cuts the end off', FOLDED: 'beyond it Slack hides the end behind "Show more"'
};

function row(limit) {
  const near = nearness(limit);
  const fill = h('i');
  fill.style.setProperty('width', Math.min(100, Math.max(near * 100, 0.5)) + '%');
  const bar = h('div', 'gauge', fill);
  bar.setAttribute('aria-hidden', 'true'); // the figures say it
  const unit = limit.unit && limit.unit !== 'characters' ? ' ' + limit.unit : '';
  const figures = h('span', 'figures', h('b', '', Number(limit.used).toLocaleString()), ' of ' + Number(limit.max).toLocaleString() + unit);
  return h('li', near > 1 ? 'over' : near >= 0.8 ? 'near' : '', h('span', 'what', str(limit.what)), figures, bar, h('code', 'pointer', str(limit.pointer)),
    near >= 0.8 && BEYOND[limit.beyond] ? h('span', 'beyond', BEYOND[limit.beyond]) : null);
}

function verdict(violations, limits) {
  if (violations.length) return h('p', 'verdict bad', `Slack refuses this: ${violations.length === 1 ? 'one rule is' : violations.length + ' rules are'} broken.`);
  const first = limits[0];
  if (!first) return h('p', 'verdict good', 'Slack takes this. Nothing in it has a limit worth measuring.');
  if (nearness(first) > 1) return h('p', 'verdict near', `Slack takes this, but ${str(first.what)} is over its limit.`);
  const percent = Math.floor(nearness(first) * 100);
  return h('p', 'verdict ' + (percent >= 80 ? 'near' : 'good'), `Slack takes this. Nearest to its limit: ${str(first.what)}, at ${percent} %.`);
}

export function validationView(details) {
  const violations = list(details.violations);
  const limits = list(details.limits).slice().sort((a, b) => nearness(b) - nearness(a));
  const rows = h('ul', 'limits', ...limits.slice(0, FEW).map(row));
  const rest = limits.slice(FEW);
  const more = rest.length ? button('rest', `Show ${rest.length} more, all farther from their limits`, () => {
    rows.append(...rest.map(row));
    more.remove();
  }) : null;
  const broken = violations.length ? h('ul', 'violations', ...violations.map((each) =>
    h('li', '', h('span', '', str(each.message)), ' ', h('code', 'pointer', str(each.pointer))))) : null;
  return [verdict(violations, limits), broken, rows, more].filter(Boolean);
}
