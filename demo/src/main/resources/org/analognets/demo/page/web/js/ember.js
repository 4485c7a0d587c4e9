// Colours of conductance: a device glows, and cools as its conductance drifts away.

const STOPS = [
  [0.0, [16, 11, 9]],
  [0.16, [52, 17, 8]],
  [0.34, [122, 32, 5]],
  [0.52, [206, 72, 6]],
  [0.7, [255, 138, 30]],
  [0.86, [255, 200, 102]],
  [1.0, [255, 245, 216]],
];

function mix(part) {
  const to = Math.max(1, STOPS.findIndex(([place]) => place >= part));
  const [low, a] = STOPS[to - 1];
  const [high, b] = STOPS[to];
  const t = Math.min(1, Math.max(0, (part - low) / (high - low)));
  return a.map((value, i) => Math.round(value + (b[i] - value) * t));
}

/** 256 colours, from nothing to the brightest, as 32-bit pixels of an ImageData. */
export const EMBERS = (() => {
  const table = new Uint32Array(256);
  const bytes = new Uint8ClampedArray(table.buffer);
  for (let i = 0; i < 256; i++) {
    bytes.set([...mix(i / 255), 255], 4 * i);
  }
  return table;
})();

/** A colour as CSS writes it; part is 0..1. */
export function ember(part) {
  return `rgb(${mix(part).join(' ')})`;
}
