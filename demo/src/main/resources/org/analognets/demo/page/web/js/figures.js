// The big figures: what one inference cost, and what that comes to.

import { scaled, quantity, life } from './format.js';

const element = (id) => document.getElementById(id);

function show(id, [number, unit]) {
  element(id).textContent = number;
  const unitElement = element(`${id}-unit`);
  if (unitElement) {
    unitElement.textContent = unit;
  }
}

/** Shows the figures of a tick. */
export function showFigures(tick) {
  const joules = tick.dac + tick.adc;
  show('energy', scaled(joules, 'J'));
  element('dac').textContent = quantity(tick.dac, 'J');
  element('adc').textContent = quantity(tick.adc, 'J');
  const part = (100 * tick.dac) / joules;
  element('dac-bar').style.width = `${part}%`;
  element('adc-bar').style.width = `${100 - part}%`;
  show('power', scaled(tick.watts, 'W'));
  show('latency', scaled(tick.latency, 's'));
  show('days', life(tick.days));
  element('rate').textContent = tick.rate.toFixed(1);
}

/** Shows what the average power is about. */
export function showHop(seconds) {
  element('hop').textContent = `one every ${Math.round(1000 * seconds)} ms`;
}
