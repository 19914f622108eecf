import { describe, expect, it } from 'vitest';
import { segmentsOf } from './spans';

const prompt = 'when an email arrives, frobnicate it';

describe('segmentsOf', () => {
  it('keeps every character of the prompt', () => {
    const segments = segmentsOf(prompt, [{ start: 0, length: 21, as: 'an email arrives' }], [{ start: 23, length: 10 }]);
    expect(segments).toEqual([
      { start: 0, text: 'when an email arrives', kind: 'understood', as: 'an email arrives' },
      { start: 21, text: ', ', kind: 'plain' },
      { start: 23, text: 'frobnicate', kind: 'left' },
      { start: 33, text: ' it', kind: 'plain' },
    ]);
    expect(segments.map((segment) => segment.text).join('')).toBe(prompt);
  });

  it('puts spans in the order of the prompt', () => {
    expect(segmentsOf('ab', [{ start: 1, length: 1, as: 'b' }], [{ start: 0, length: 1 }]).map((segment) => segment.kind)).toEqual(['left', 'understood']);
  });

  it.each([
    [{ start: 30, length: 99 }],
    [{ start: 5, length: 0 }],
    [{ start: -1, length: 3 }],
  ])('passes over what is not in the prompt: %o', (span) => {
    expect(segmentsOf(prompt, [], [span])).toEqual([{ start: 0, text: prompt, kind: 'plain' }]);
  });

  it('passes over what overlaps', () => {
    expect(segmentsOf('abcd', [{ start: 0, length: 3, as: 'abc' }], [{ start: 2, length: 2 }])).toEqual([
      { start: 0, text: 'abc', kind: 'understood', as: 'abc' },
      { start: 3, text: 'd', kind: 'plain' },
    ]);
  });
});
