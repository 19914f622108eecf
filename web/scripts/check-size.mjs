// What the browser has to load, compressed with gzip, held to a budget.
import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { gzipSync } from 'node:zlib';

const KB = 1000;
const ENTRY_MAX = 110 * KB;
const FIREBASE_MAX = 32 * KB;
const LAZY_MAX = 15 * KB;
const CSS_MAX = 12 * KB;

const folder = join(import.meta.dirname, '../../src/Cortex.Api/wwwroot');
const assets = join(folder, 'assets');
const size = (path) => gzipSync(readFileSync(path), { level: 9 }).length;

/** The scripts of the page, and what they import without being asked: all that must have come before anything happens. */
function entryScripts() {
  const html = readFileSync(join(folder, 'index.html'), 'utf8');
  const found = new Set();
  const open = [...html.matchAll(/<(?:script|link)[^>]+(?:src|href)="\/([^"]+\.js)"/g)].map((match) => match[1]);
  while (open.length > 0) {
    const file = open.pop();
    if (found.has(file)) continue;
    found.add(file);
    const imports = readFileSync(join(folder, file), 'utf8').matchAll(/(?:\bfrom|(?:^|[;}\s])import)\s*["'`]\.\/([^"'`]+\.js)["'`]/g);
    open.push(...[...imports].map((match) => `assets/${match[1]}`));
  }
  return found;
}

const entry = entryScripts();
const files = readdirSync(assets);
const lazy = files.filter((file) => file.endsWith('.js') && !entry.has(`assets/${file}`));
const firebase = lazy.filter((file) => file.startsWith('firebase-'));
const css = files.filter((file) => file.endsWith('.css'));
const sum = (paths) => paths.reduce((total, path) => total + size(path), 0);

if (![...entry].some((file) => file.startsWith('assets/'))) throw new Error('index.html loads no script of the build.');
if (firebase.length !== 1) throw new Error(`There are ${firebase.length} chunks named firebase; there must be one, loaded when somebody signs in there.`);

const lines = [
  ['entry JavaScript', sum([...entry].map((file) => join(folder, file))), ENTRY_MAX],
  ['firebase', sum(firebase.map((file) => join(assets, file))), FIREBASE_MAX],
  ...lazy.filter((file) => !firebase.includes(file)).map((file) => [basename(file), size(join(assets, file)), LAZY_MAX]),
  ['all CSS', sum(css.map((file) => join(assets, file))), CSS_MAX],
];
const tooLarge = lines.filter(([, bytes, most]) => bytes > most);
const text = ([name, bytes, most]) => `${name}: ${(bytes / KB).toFixed(1)} kB of ${most / KB}`;
console.log(lines.filter(([, , most]) => most !== LAZY_MAX).map(text).join(', '));
for (const line of tooLarge) console.error(`Too large: ${text(line)}.`);
process.exitCode = tooLarge.length > 0 ? 1 : 0;
