import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import type { Plugin } from 'vite';

const MODULES = 'node_modules/';
const LICENSE = /^licen[cs]e(?:\.(?:md|txt))?$/i;

/** The licences of packages that come without the text of theirs: a file for a package or for everything of its scope. */
const TEXTS = join(import.meta.dirname, 'licenses');

/** Puts the licences of everything that went into the bundle beside it; scripts/notices.mjs holds the file at the project's root to it. */
export function notices(): Plugin {
  return {
    name: 'notices',
    apply: 'build',
    generateBundle(_, bundle) {
      const packages = new Set<string>();
      for (const part of Object.values(bundle)) {
        if (part.type !== 'chunk') continue;
        for (const [id, module] of Object.entries(part.modules)) {
          const at = id.lastIndexOf(MODULES);
          if (at < 0 || module.renderedLength === 0) continue;
          const [first = '', second = ''] = id.slice(at + MODULES.length).split('/');
          packages.add(id.slice(0, at + MODULES.length) + (first.startsWith('@') ? `${first}/${second}` : first));
        }
      }
      const texts = new Map<string, string[]>();
      for (const folder of [...packages].toSorted()) texts.set(licenseOf(folder), [...(texts.get(licenseOf(folder)) ?? []), folder]);
      const parts = [...texts].map(([text, folders]) => `${RULE}\n${folders.map(title).join('\n')}\n${RULE}\n\n${text}\n`);
      this.emitFile({ type: 'asset', fileName: 'third-party-notices.txt', source: [HEAD, ...parts].join('\n') });
    },
  };
}

const RULE = '-'.repeat(100);
const HEAD = 'The console of Cortex contains software of others, each under its own licence.\n';

function title(folder: string): string {
  const { name, version } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as { name: string; version: string };
  return `${name} ${version}`;
}

function licenseOf(folder: string): string {
  const own = readdirSync(folder).find((file) => LICENSE.test(file));
  const name = folder.slice(folder.lastIndexOf(MODULES) + MODULES.length);
  const path = own === undefined ? [name, name.split('/', 1)[0]].map((of) => join(TEXTS, `${of}.txt`)).find((file) => existsSync(file)) : join(folder, own);
  if (path === undefined) throw new Error(`${name} has no file with its licence; put its text into web/licenses/.`);
  return readFileSync(path, 'utf8').replaceAll('\r\n', '\n').trim();
}
