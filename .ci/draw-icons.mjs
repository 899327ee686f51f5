/**
 * Draws the icons of the add-in, assets/icon-*.png: the lines of two ledger columns, and the tick where they meet (勾稽); and those of the
 * ribbon's other commands: the tick alone, the lines of a text, a mark struck out.
 * Run `node .ci/draw-icons.mjs` after changing the mark; the result is the same on every machine.
 */
import { mkdirSync, writeFileSync } from 'node:fs';
import { crc32, deflateSync } from 'node:zlib';

const samples = 8;
const green = [11, 110, 79];
const white = [255, 255, 255];
const gold = [255, 205, 86];

// All measures are parts of the icon's side.
const ledgerLines = [
  { left: 0.16, right: 0.44, middle: 0.22 },
  { left: 0.16, right: 0.44, middle: 0.4 },
  { left: 0.56, right: 0.84, middle: 0.22 },
  { left: 0.56, right: 0.84, middle: 0.4 },
];
const textLines = [0.22, 0.4, 0.58, 0.76].map((middle, index) => ({ left: 0.2, right: index === 3 ? 0.54 : 0.8, middle }));

/** By the name between `icon-` and the size; '' is the add-in's own. */
const drawings = {
  '': {
    sizes: [16, 32, 64, 80, 128],
    lines: ledgerLines,
    stroke: [
      [0.26, 0.62],
      [0.44, 0.8],
      [0.8, 0.44],
    ],
  },
  'check-': {
    sizes: [16, 32, 80],
    lines: [],
    stroke: [
      [0.22, 0.52],
      [0.42, 0.72],
      [0.78, 0.3],
    ],
  },
  'narrate-': { sizes: [16, 32, 80], lines: textLines, stroke: [] },
  'clear-': {
    sizes: [16, 32, 80],
    lines: ledgerLines,
    stroke: [
      [0.24, 0.84],
      [0.76, 0.56],
    ],
  },
};

const insideTile = (x, y, radius = 0.18) => {
  const dx = Math.max(radius - x, x - (1 - radius), 0);
  const dy = Math.max(radius - y, y - (1 - radius), 0);
  return Math.hypot(dx, dy) <= radius;
};

const distanceToSegment = (x, y, [ax, ay], [bx, by]) => {
  const [dx, dy] = [bx - ax, by - ay];
  const along = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - along * dx, y - ay - along * dy);
};

/** The colour at one point, or null outside the tile. */
function colourAt(x, y, { lines, stroke }) {
  if (!insideTile(x, y)) return null;
  const toStroke = Math.min(...stroke.slice(1).map((end, index) => distanceToSegment(x, y, stroke[index], end)));
  if (toStroke <= 0.07) return gold;
  if (toStroke <= 0.12) return green;
  return lines.some(({ left, right, middle }) => x >= left && x <= right && Math.abs(y - middle) <= 0.045) ? white : green;
}

/** One pixel as red, green, blue, opacity: the mean of a grid of points inside it. */
function pixelAt(column, row, size, drawing) {
  const sum = [0, 0, 0];
  let covered = 0;
  for (let i = 0; i < samples * samples; i += 1) {
    const [x, y] = [(column + ((i % samples) + 0.5) / samples) / size, (row + (Math.floor(i / samples) + 0.5) / samples) / size];
    const colour = colourAt(x, y, drawing);
    if (colour === null) continue;
    covered += 1;
    colour.forEach((part, index) => (sum[index] += part));
  }
  if (covered === 0) return [0, 0, 0, 0];
  return [...sum.map((part) => Math.round(part / covered)), Math.round((255 * covered) / (samples * samples))];
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const frame = Buffer.alloc(8);
  frame.writeUInt32BE(data.length, 0);
  frame.writeUInt32BE(crc32(body), 4);
  return Buffer.concat([frame.subarray(0, 4), body, frame.subarray(4)]);
}

function png(size, drawing) {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(size, 0);
  header.writeUInt32BE(size, 4);
  // 8 bits for each channel, red-green-blue-opacity, no interlacing.
  header.set([8, 6, 0, 0, 0], 8);
  const rows = [];
  for (let row = 0; row < size; row += 1) {
    rows.push(0);
    for (let column = 0; column < size; column += 1) rows.push(...pixelAt(column, row, size, drawing));
  }
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(Buffer.from(rows), { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

const assets = new URL('../assets/', import.meta.url);
mkdirSync(assets, { recursive: true });
for (const [name, drawing] of Object.entries(drawings)) {
  for (const size of drawing.sizes) writeFileSync(new URL(`icon-${name}${size}.png`, assets), png(size, drawing));
}
