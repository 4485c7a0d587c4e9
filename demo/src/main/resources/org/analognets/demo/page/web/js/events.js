// What was recognised: the last word large, the ones before it as a list, each said once to readers.

import { clock, quantity, eventName, age } from './format.js';

const SHOWN = 12;
const FRESH_MILLIS = 900;

export class EventPanel {
  #list = document.getElementById('events');
  #word = document.getElementById('word');
  #spoken = document.getElementById('spoken');
  #fading;

  /** Forgets what is shown. */
  clear() {
    this.#list.replaceChildren();
  }

  /** Shows an event; a late one, from before the page was opened, is not announced. */
  add(event, late = false) {
    this.#list.prepend(this.#row(event));
    while (this.#list.children.length > SHOWN) {
      this.#list.lastChild.remove();
    }
    const [name, details] = this.#word.children;
    name.textContent = eventName(event.label);
    details.textContent = `score ${event.score.toFixed(2)}, ${quantity(event.energyJoules, 'J')}, on a chip programmed ${age(event.chipAgeSeconds)} ago`;
    this.#word.dataset.fresh = late ? 'seen' : 'yes';
    if (!late) {
      this.#spoken.textContent = `${eventName(event.label)}, score ${event.score.toFixed(2)}`;
      clearTimeout(this.#fading);
      this.#fading = setTimeout(() => (this.#word.dataset.fresh = 'seen'), FRESH_MILLIS);
    }
  }

  #row(event) {
    const row = document.createElement('li');
    row.dataset.label = event.label;
    const time = document.createElement('time');
    time.dateTime = event.time;
    time.textContent = clock(new Date(event.time));
    const name = document.createElement('b');
    name.textContent = eventName(event.label);
    const score = document.createElement('span');
    score.textContent = event.score.toFixed(2);
    const cost = document.createElement('span');
    cost.className = 'cost';
    cost.textContent = quantity(event.energyJoules, 'J');
    row.append(time, name, score, cost);
    return row;
  }
}
