import { expect, it } from 'vitest';
import { suggestedName } from './suggestedName';

it.each([
  ['when: email from test@test.com then: do nothing', 'Email from test@test.com → do nothing'],
  ['When a lead is created, then notify me', 'A lead is created → notify me'],
  ['  tell me\n about   invoices ', 'Tell me about invoices'],
  ['', ''],
])('%s', (prompt, name) => {
  expect(suggestedName(prompt)).toBe(name);
});

it('stays short', () => {
  expect(suggestedName('x'.repeat(500))).toHaveLength(60);
});
