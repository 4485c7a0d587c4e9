// Brings messages to the panels they are for.

import { connect } from './feed.js';
import { ArrayPanel, readArray } from './array.js';
import { Controls } from './controls.js';
import { EventPanel } from './events.js';
import { PicturePanel } from './picture.js';
import { PosteriorPanel } from './posteriors.js';
import { SoundPanel } from './sound.js';
import { SourcePanel } from './source.js';
import { showFigures, showHop } from './figures.js';

const NAMES = { sound: 'Keywords', picture: 'Person' };
const LINKS = { live: 'live', lost: 'connection lost, trying again' };

const array = new ArrayPanel();
const controls = new Controls();
const events = new EventPanel();
const posteriors = new PosteriorPanel();
const sound = new SoundPanel();
const pictures = new PicturePanel();
const sources = { sound: new SourcePanel('sound'), picture: new SourcePanel('picture') };

let sensors = [];
let selected;
const arrays = new Map();
const readings = new Map();

function shown() {
  return sensors.find(({ model }) => model === selected);
}

/** Shows another sensor's chip, figures and posteriors. */
function select(model) {
  selected = model;
  const sensor = shown();
  posteriors.begin(sensor.labels);
  posteriors.add(readings.get(model) ?? [], Date.now());
  const picture = arrays.get(sensors.indexOf(sensor));
  if (picture) {
    array.setArray(picture);
  }
  showSensor(sensor);
}

function showSensor(sensor) {
  array.setChip(sensor.chip);
  array.setRunning(sensor.state === 'running');
  controls.show(sensor);
  posteriors.setThreshold(sensor.threshold);
  showHop(sensor.hopSeconds);
}

function showTabs() {
  const tabs = document.getElementById('sensors');
  if (tabs.querySelectorAll('input').length === sensors.length) {
    return;
  }
  tabs.hidden = sensors.length < 2;
  for (const { model, kind } of sensors) {
    const label = document.createElement('label');
    const input = document.createElement('input');
    input.type = 'radio';
    input.name = 'sensor';
    input.value = model;
    input.checked = model === selected;
    const text = document.createElement('span');
    text.textContent = NAMES[kind];
    label.append(input, text);
    tabs.append(label);
  }
  tabs.addEventListener('change', ({ target }) => select(target.value));
}

/** A person who came or left is an event; the label tells which. */
function notePresence({ model, label }) {
  if (sensors.find((sensor) => sensor.model === model)?.kind === 'picture') {
    pictures.setPresent(label === 'person');
  }
}

const BINARY = {
  1(buffer) {
    const picture = readArray(buffer);
    arrays.set(picture.sensor, picture);
    if (sensors[picture.sensor]?.model === selected) {
      array.setArray(picture);
    }
  },
  2: (buffer) => pictures.setSeen(buffer),
  3: (buffer) => pictures.setTensor(buffer),
};

connect({
  link(state) {
    const link = document.getElementById('link');
    link.dataset.state = state;
    link.textContent = LINKS[state];
    array.setRunning(false);
  },

  state(message) {
    sensors = message.sensors;
    if (!shown()) {
      select(sensors[0].model);
    }
    showTabs();
    showSensor(shown());
    for (const sensor of sensors) {
      document.getElementById(`${sensor.kind}-panel`).hidden = false;
      sources[sensor.kind].show(sensor);
    }
    document.querySelector('main').classList.toggle('both', sensors.length > 1);
  },

  history(message) {
    events.clear();
    for (const { model, readings: past } of message.sensors) {
      readings.set(model, past);
    }
    posteriors.begin(shown().labels);
    posteriors.add(readings.get(selected) ?? [], Date.now());
    for (const event of message.events) {
      events.add(event, true);
      notePresence(event);
      if (event.model === selected) {
        posteriors.flag(event.label, Date.parse(event.time));
      }
    }
  },

  tick(message) {
    for (const sensor of message.sensors) {
      const past = (readings.get(sensor.model) ?? []).concat(sensor.readings).slice(-400);
      readings.set(sensor.model, past);
      const { kind, labels } = sensors.find(({ model }) => model === sensor.model);
      if (kind === 'sound') {
        sound.tick(sensor);
      } else {
        pictures.tick(sensor.readings, labels);
      }
      if (sensor.model === selected) {
        showFigures(sensor);
        controls.tick(sensor.age);
        posteriors.add(sensor.readings, message.t);
      }
    }
  },

  wake(event) {
    events.add(event);
    notePresence(event);
    if (event.model === selected) {
      posteriors.flag(event.label, Date.parse(event.time));
    }
  },

  binary(buffer) {
    BINARY[new Uint8Array(buffer, 0, 1)[0]]?.(buffer);
  },
});
