// Numbers and times as people read them.

const YEAR = 31_536_000;
const UNITS = [
  ['year', YEAR],
  ['day', 86_400],
  ['hour', 3_600],
  ['minute', 60],
  ['second', 1],
];

const PREFIXES = [
  [1, ''],
  [1e-3, 'm'],
  [1e-6, '\u00b5'],
  [1e-9, 'n'],
];

/** A quantity in a unit that leaves a number of at least one: [number, unit]. */
export function scaled(value, unit) {
  const [factor, prefix] = PREFIXES.find(([f]) => Math.abs(value) >= f * 0.9995) ?? PREFIXES.at(-1);
  return [digits(value / factor), prefix + unit];
}

/** The same as one text. */
export function quantity(value, unit) {
  return scaled(value, unit).join('\u00a0');
}

/** Three digits that count. */
export function digits(value) {
  const size = Math.abs(value);
  return value.toFixed(size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2);
}

/** A length of time in its largest unit, e.g. "3.5 hours". */
export function age(seconds) {
  const [name, length] = UNITS.find(([, l]) => seconds >= l * 0.9995) ?? UNITS.at(-1);
  const number = seconds / length;
  const text = number >= 9.95 ? number.toFixed(0) : number.toFixed(1).replace(/\.0$/, '');
  return `${text} ${name}${text === '1' ? '' : 's'}`;
}

/** Days of a battery: [number, unit]. */
export function life(days) {
  if (days >= 3650) {
    return [(days / 365).toFixed(0), 'years'];
  }
  return [days >= 10 ? days.toFixed(0) : days.toFixed(1), 'days'];
}

/** The time of day of an instant. */
export function clock(date) {
  return date.toLocaleTimeString('en-GB', { hour: '2-digit', minute: '2-digit', second: '2-digit' });
}

const EVENTS = { person: 'person came', no_person: 'person left' };

/** What an event is called. */
export function eventName(label) {
  return EVENTS[label] ?? word(label);
}

/** A label without the marks of those that are no word. */
export function word(label) {
  return label.replace(/^_|_$/g, '').replaceAll('_', ' ');
}
