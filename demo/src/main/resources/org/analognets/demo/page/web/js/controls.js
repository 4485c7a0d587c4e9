// Inputs that change the chip. They show what the program says, but not while a hand is on them.

import { ask } from './feed.js';
import { age as ageText } from './format.js';

const YOUNGEST = 25;
const OLDEST = 31_536_000;
const STEPS = 1000;
const SEND_MILLIS = 120;
const TICKS = [
  [25, '25 s'],
  [60, '1 min', 'minor'],
  [3600, '1 h'],
  [86_400, '1 day'],
  [604_800, '1 week', 'minor'],
  [2_592_000, '30 days'],
  [OLDEST, '1 year'],
];

const element = (id) => document.getElementById(id);
const toAge = (step) => YOUNGEST * (OLDEST / YOUNGEST) ** (step / STEPS);
const toStep = (age) => STEPS * (Math.log(Math.max(1, age / YOUNGEST)) / Math.log(OLDEST / YOUNGEST));

/** Calls with the latest value, at once and then at most every so often. */
function paced(send) {
  let waiting;
  let last = 0;
  return (value) => {
    clearTimeout(waiting);
    const wait = Math.max(0, last + SEND_MILLIS - Date.now());
    waiting = setTimeout(() => {
      last = Date.now();
      send(value);
    }, wait);
  };
}

export class Controls {
  #sensor;
  #held = new Set();
  #complaint = element('complaint');

  constructor() {
    this.#ticks();
    this.#range('age', (step) => ({ ageSeconds: toAge(step) }), (step) => this.#showAge(toAge(step)));
    this.#range('threshold', (value) => ({ threshold: value }), (value) => this.#showThreshold(value));
    element('bits').addEventListener('change', ({ target }) => this.#ask({ bits: target.value }));
    element('speed').addEventListener('change', ({ target }) => this.#ask({ speed: Number(target.value) }));
    for (const id of ['compensation', 'noise']) {
      element(id).addEventListener('change', ({ target }) => this.#ask({ [id]: target.checked }));
    }
    element('reprogram').addEventListener('click', () => this.#ask({ reprogram: true }));
  }

  #ticks() {
    for (const [seconds, text, kind] of TICKS) {
      const tick = document.createElement('span');
      tick.textContent = text;
      tick.className = kind ?? '';
      tick.style.left = `${(100 * toStep(seconds)) / STEPS}%`;
      element('age-ticks').append(tick);
    }
  }

  #range(id, change, show) {
    const input = element(id);
    const send = paced((value) => this.#ask(change(value)));
    input.addEventListener('input', () => {
      this.#held.add(id);
      show(Number(input.value));
      send(Number(input.value));
    });
    input.addEventListener('change', () => setTimeout(() => this.#held.delete(id), 3 * SEND_MILLIS));
  }

  async #ask(change) {
    const complaint = await ask(this.#sensor, change);
    this.#complaint.hidden = complaint === undefined;
    this.#complaint.textContent = complaint ?? '';
  }

  /** Shows a sensor's settings; from now on changes are for this one. */
  show({ model, threshold, chip }) {
    this.#sensor = model;
    for (const radio of element('bits').querySelectorAll('input')) {
      radio.checked = radio.value === chip.bits;
    }
    element('speed').value = String(chip.speed);
    element('compensation').checked = chip.compensated;
    element('compensation-kind').textContent = chip.compensated ? chip.compensation : 'none';
    element('noise').checked = chip.noisy;
    element('noise-kind').textContent = chip.noisy ? chip.device : 'ideal devices';
    element('seed').textContent = `seed ${chip.seed}`;
    element('programming').hidden = !chip.programming;
    if (!this.#held.has('threshold')) {
      element('threshold').value = threshold;
      this.#showThreshold(threshold);
    }
    if (chip.problem) {
      this.#complaint.hidden = false;
      this.#complaint.textContent = chip.problem;
    }
  }

  /** Shows the age now. */
  tick(age) {
    if (!this.#held.has('age')) {
      element('age').value = toStep(age);
      this.#showAge(age);
    }
  }

  #showAge(age) {
    const text = ageText(age);
    element('age-text').textContent = text;
    element('age').setAttribute('aria-valuetext', text);
  }

  #showThreshold(value) {
    element('threshold-text').textContent = value.toFixed(2);
  }
}
