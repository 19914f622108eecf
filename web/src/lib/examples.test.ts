import { expect, it } from 'vitest';
import { EXAMPLES, examplesFor } from './examples';

/** What a prompt may have, by the contract. */
const PROMPT_MAX = 4_000;

it('has different prompts, each short enough', () => {
  const all = Object.values(EXAMPLES).flat();
  expect(new Set(all).size).toBe(9);
  expect(all.every((prompt) => prompt.trim() === prompt && prompt.length > 0 && prompt.length <= PROMPT_MAX)).toBe(true);
});

it('offers what the connected accounts can do', () => {
  expect(examplesFor([])).toEqual(EXAMPLES.gmail);
  expect(examplesFor(['salesforce', 'salesforce'])).toEqual(EXAMPLES.salesforce);
  expect(examplesFor(['gmail', 'google-calendar', 'salesforce'])).toEqual([EXAMPLES.gmail[0], EXAMPLES['google-calendar'][0], EXAMPLES.salesforce[0]]);
});
