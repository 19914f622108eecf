import { describe, expect, it } from 'vitest';
import type { Program, Provider } from '../api/types';
import { readCatalog } from '../testing/catalog';
import { providerName, providersOf, toolName, toolProvider, TOOLS, triggerName, TRIGGERS } from './tools';

const program = (provider: Provider, ...names: string[]): Program => ({
  version: 1,
  trigger: { provider, event: 'any' },
  steps: names.map((tool) => ({ tool, input: {} })),
});

const { tools, triggers } = readCatalog();

describe('the catalog', () => {
  it('has a word for every tool and every event, and none for others', () => {
    expect(tools).toContain('gmail.send_email');
    expect(triggers).toContain('salesforce.case.updated');
    expect([...TOOLS.keys()].toSorted()).toEqual(tools.toSorted());
    expect([...TRIGGERS.keys()].toSorted()).toEqual(triggers.toSorted());
  });

  it('tells its tools and events apart', () => {
    expect(new Set(tools.map(toolName)).size).toBe(tools.length);
    expect(new Set(triggers.map(triggerName)).size).toBe(triggers.length);
  });
});

it('says what a tool does, what happened and whose it is', () => {
  expect(toolName('gmail.send_email')).toBe('Send an email');
  expect(triggerName('gmail.email.received')).toBe('An email arrives');
  expect(providerName('google-calendar')).toBe('Google Calendar');
  expect(toolProvider('ai.draft')).toBe('model');
});

it('makes something readable of what is newer than the page, whatever its name', () => {
  expect(toolName('slack.post_message')).toBe('Slack post message');
  expect(toolProvider('slack.post_message')).toBeNull();
  expect(triggerName('constructor')).toBe('Constructor');
  expect(toolName('constructor')).toBe('Constructor');
  expect(providerName('constructor')).toBe('Constructor');
});

describe('providersOf', () => {
  it.each([
    [program('gmail', 'none'), ['gmail']],
    [program('salesforce', 'ai.draft', 'gmail.send_email', 'calendar.create_event', 'gmail.star', 'salesforce.find_record'), ['salesforce', 'gmail', 'google-calendar']],
    [program('google-calendar', 'slack.post_message', 'notify.user', 'wait'), ['google-calendar']],
  ])('%# names each account once, and none for Cortex or the model', (one, providers) => {
    expect(providersOf(one)).toEqual(providers);
  });
});
