import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';

interface CatalogField {
  name: string;
  kind: string;
  /** What people call it; the first is what explanations say. */
  called: string[];
}

/** docs/catalog.md, which a test of the server holds to its code. */
export function readCatalog(): { tools: string[]; triggers: string[]; fields: CatalogField[] } {
  // Tests run in the console's folder.
  const sections = readFileSync(resolve('../docs/catalog.md'), 'utf8').split(/^## /m).slice(1);
  const tools: string[] = [];
  const triggers: string[] = [];
  const fields: CatalogField[] = [];
  for (const section of sections) {
    const provider = section.slice(0, section.indexOf('\n')).trim();
    let table = '';
    for (const line of section.split('\n')) {
      const [, first = '', second = '', third = ''] = line.split('|').map((cell) => cell.trim());
      const name = /^`(.+)`$/.exec(first)?.[1];
      table = line.startsWith('|') ? (name === undefined && !first.startsWith('---') ? first : table) : '';
      if (name !== undefined && table === 'tool') {
        tools.push(name);
      } else if (name !== undefined && table === 'event') {
        triggers.push(`${provider}.${name}`);
      } else if (name !== undefined && table === 'field') {
        fields.push({ name, kind: second, called: (third.split(';')[0] ?? '').split(', ') });
      }
    }
  }

  return { tools, triggers, fields };
}
