// Every pair of text and ground that the design uses, light and dark, by the formula of WCAG 2.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const TEXT_MIN = 4.5;
const CONTROL_MIN = 3;
const GROUNDS = ['bg', 'surface', 'raised'];
const TONES = ['ok', 'run', 'wait', 'bad', 'idle'];

const css = readFileSync(join(import.meta.dirname, '../src/styles/tokens.css'), 'utf8');
const tokens = new Map([...css.matchAll(/--([a-z-]+):\s*light-dark\((#[0-9a-f]{6}),\s*(#[0-9a-f]{6})\)/g)].map(([, name, light, dark]) => [name, { light, dark }]));

const text = [
  ...['fg', 'muted', 'accent', ...TONES].flatMap((name) => GROUNDS.map((ground) => [name, ground])),
  ...TONES.map((tone) => [tone, `${tone}-bg`]),
  ...TONES.map((tone) => ['fg', `${tone}-bg`]),
  ['on-accent', 'accent'],
  ['bg', 'bad'], // the button that deletes
];
const controls = GROUNDS.map((ground) => ['control', ground]);

function luminance(colour) {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one, other) {
  const [dark, light] = [luminance(one), luminance(other)].toSorted((a, b) => a - b);
  return (light + 0.05) / (dark + 0.05);
}

function colourOf(name, theme) {
  const token = tokens.get(name);
  if (token === undefined) throw new Error(`tokens.css has no --${name} with a light and a dark colour.`);
  return token[theme];
}

let faults = 0;
for (const [pairs, least] of [[text, TEXT_MIN], [controls, CONTROL_MIN]]) {
  const found = pairs.flatMap(([name, ground]) =>
    ['light', 'dark'].map((theme) => ({ name, ground, theme, value: contrast(colourOf(name, theme), colourOf(ground, theme)) })));
  const lowest = found.reduce((a, b) => (a.value < b.value ? a : b));
  console.log(`${found.length} contrasts of at least ${least}; the lowest: ${lowest.value.toFixed(2)}, ${lowest.name} on ${lowest.ground}, ${lowest.theme}`);
  for (const one of found.filter(({ value }) => value < least)) {
    faults++;
    console.error(`Too faint: ${one.name} on ${one.ground}, ${one.theme}: ${one.value.toFixed(2)} of ${least}.`);
  }
}
process.exitCode = faults > 0 ? 1 : 0;
