/* Dates as Slack writes them, in the zone and the language of who looks. */
'use strict';

import { formatted, h, link } from './dom.js';

const HALF_A_YEAR = 182 * 86400000;

/** The fallback where the seconds are no date. */
export function dateNode(seconds, format, url, fallback) {
  const when = new Date(seconds * 1000);
  const known = Number.isFinite(seconds) && !Number.isNaN(when.getTime());
  const text = (known && formatDate(when, format)) || fallback;
  const node = h('time', '', url ? link(url, text) : text);
  if (!known) return node;
  node.dateTime = when.toISOString();
  node.title = when.toString();
  return node;
}

/** Slack leaves the year away from what is less than half a year from now. */
function yearOf(when) { return Math.abs(when - Date.now()) < HALF_A_YEAR ? {} : { year: 'numeric' }; }

const DATES = {
  date: (when) => ({ ...yearOf(when), month: 'long', day: 'numeric' }),
  date_short: (when) => ({ ...yearOf(when), month: 'short', day: 'numeric' }),
  date_long: (when) => ({ ...yearOf(when), weekday: 'long', month: 'long', day: 'numeric' }),
  date_long_full: () => ({ year: 'numeric', month: 'long', day: 'numeric' }),
  date_slash: () => ({ year: 'numeric', month: '2-digit', day: '2-digit' }),
  time: () => ({ hour: 'numeric', minute: '2-digit' }),
  time_secs: () => ({ hour: 'numeric', minute: '2-digit', second: '2-digit' })
};

/** What Slack has no token for stays as it was written. */
function formatDate(when, format) {
  return format.replace(/\{([a-z_]+)\}/g, (all, name, at) => {
    if (name === 'date_num') return numbers(when);
    if (name === 'ago') return ago(when);
    const plain = name === 'day_divider_pretty' ? 'date_long' : name.replace(/_pretty$/, '');
    if (!Object.hasOwn(DATES, plain)) return all;
    const day = plain !== name && dayName(when);
    if (day) return at === 0 ? day : day.toLowerCase();
    return formatted(when, DATES[plain](when));
  });
}

function numbers(when) {
  const two = (number) => String(number).padStart(2, '0');
  return `${when.getFullYear()}-${two(when.getMonth() + 1)}-${two(when.getDate())}`;
}

export function dayName(when) {
  const days = Math.round((new Date().setHours(0, 0, 0, 0) - new Date(when).setHours(0, 0, 0, 0)) / 86400000);
  return ({ 0: 'Today', 1: 'Yesterday', '-1': 'Tomorrow' })[days];
}

const UNITS = [['year', 31557600], ['month', 2629800], ['day', 86400], ['hour', 3600], ['minute', 60], ['second', 1]];

function ago(when) {
  const seconds = Math.round((when - Date.now()) / 1000);
  const [unit, size] = UNITS.find(([, each]) => Math.abs(seconds) >= each) || ['second', 1];
  return new Intl.RelativeTimeFormat(undefined, { numeric: 'auto' }).format(Math.round(seconds / size), unit);
}
