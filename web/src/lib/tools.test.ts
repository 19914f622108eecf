import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { EVENTS, eventName, providersOf, toolName, TOOLS } from './tools';

/** The first cells of the tables, which name tools and triggers; the catalog is made from the code of Cortex. */
const named = [...readFileSync('../docs/catalog.md', 'utf8').matchAll(/^\| `([a-z_.]+)` \|/gm)].map((match) => match[1] ?? '');
const tools = named.filter((name) => /^(?:none|wait|notify\.user|(?:ai|gmail|calendar|salesforce)\.[a-z_]+)$/.test(name));
const events = named.filter((name) => /^(?:email|event|lead|contact|account|opportunity|case|task)\.[a-z]+$/.test(name));

it('has words for every tool and trigger of the catalog, and for no other', () => {
  expect(TOOLS.toSorted()).toEqual([...new Set(tools)].toSorted());
  expect(EVENTS.toSorted()).toEqual([...new Set(events)].toSorted());
});

it('says what it does not know as it is', () => {
  expect(toolName('gmail.sing')).toBe('gmail.sing');
  expect(eventName('gmail.email.received')).toBe('An email arrived');
});

const step = (tool: string) => ({ tool, input: {} });

it('names the accounts that a program needs, the one that it waits for first', () => {
  const program = { version: 1, trigger: { provider: 'gmail' as const, event: 'email.received' }, steps: [step('salesforce.create_record'), step('none'), step('gmail.star')] };
  expect(providersOf(program)).toEqual(['gmail', 'salesforce']);
});
