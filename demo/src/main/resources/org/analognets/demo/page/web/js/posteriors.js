// One lane for each label over the last half minute: posteriors as an area, the smoothed score that
// the decision looks at as a line, its threshold, and a flag where it fired.

import { screen, colour, font } from './screen.js';
import { word } from './format.js';

const SPAN = 30_000;
const NAME_WIDTH = 74;
const SCORE_WIDTH = 44;
const THOUSAND = 1000;

export class PosteriorPanel {
  #labels = [];
  #readings = [];
  #flags = [];
  #threshold = 0.7;
  #now = Date.now();
  #paint;

  constructor() {
    this.#paint = screen(document.getElementById('posteriors'), (...at) => this.#draw(...at));
  }

  /** Shows other labels, without a past. */
  begin(labels) {
    this.#labels = labels;
    this.#readings = [];
    this.#flags = [];
    this.#paint();
  }

  setThreshold(threshold) {
    this.#threshold = threshold;
    this.#paint();
  }

  /** Takes readings as they come; now is the program's time. */
  add(readings, now) {
    this.#now = now;
    this.#readings.push(...readings);
    const oldest = now - SPAN - 1000;
    const keep = this.#readings.findIndex((reading) => reading.t >= oldest);
    this.#readings.splice(0, keep < 0 ? this.#readings.length : keep);
    this.#flags = this.#flags.filter((flag) => flag.time >= oldest);
    this.#paint();
  }

  /** Marks an event. */
  flag(label, time) {
    this.#flags.push({ label, time });
  }

  #draw(context, width, height) {
    const lane = height / this.#labels.length;
    const area = { left: NAME_WIDTH, right: width - SCORE_WIDTH };
    const x = (time) => area.right - ((this.#now - time) / SPAN) * (area.right - area.left);
    context.textBaseline = 'middle';
    this.#labels.forEach((label, i) => {
      const top = i * lane;
      this.#drawName(context, label, i, top, lane, width);
      context.save();
      context.beginPath();
      context.rect(area.left, top, area.right - area.left, lane);
      context.clip();
      this.#drawLane(context, i, top, lane, x);
      this.#drawFlags(context, label, top, lane, x);
      context.restore();
      context.fillStyle = colour('line');
      context.fillRect(0, top + lane - 1, width, 1);
    });
  }

  #drawName(context, label, i, top, lane, width) {
    const score = (this.#readings.at(-1)?.s[i] ?? 0) / THOUSAND;
    const high = score >= this.#threshold;
    context.font = font(13, high ? 600 : 400);
    context.fillStyle = colour(label.startsWith('_') ? 'dim' : 'ink');
    context.textAlign = 'left';
    context.fillText(word(label), 0, top + lane / 2);
    context.font = font(12, high ? 600 : 400);
    context.fillStyle = colour(high ? 'accent' : 'dim');
    context.textAlign = 'right';
    context.fillText(score.toFixed(2), width, top + lane / 2);
  }

  #drawLane(context, i, top, lane, x) {
    const y = (thousandths) => top + lane - 1 - (thousandths / THOUSAND) * (lane - 5);
    const readings = this.#readings;
    if (readings.length > 1) {
      context.beginPath();
      context.moveTo(x(readings[0].t), y(0));
      readings.forEach((reading) => context.lineTo(x(reading.t), y(reading.p[i])));
      context.lineTo(x(readings.at(-1).t), y(0));
      context.fillStyle = colour('glow');
      context.fill();
      context.beginPath();
      readings.forEach((reading) => context.lineTo(x(reading.t), y(reading.s[i])));
      context.strokeStyle = colour('accent');
      context.lineWidth = 1.5;
      context.stroke();
    }
    context.fillStyle = colour('faint');
    const level = Math.round(y(this.#threshold * THOUSAND));
    for (let dot = 0; dot < x(this.#now); dot += 6) {
      context.fillRect(dot, level, 2, 1);
    }
  }

  #drawFlags(context, label, top, lane, x) {
    context.fillStyle = colour('ink');
    for (const flag of this.#flags) {
      if (flag.label === label) {
        const at = x(flag.time);
        context.fillRect(at - 0.75, top + 2, 1.5, lane - 3);
        context.beginPath();
        context.arc(at, top + 5, 3.5, 0, 2 * Math.PI);
        context.fill();
      }
    }
  }
}
