import { describe, expect, it } from 'vitest';
import { diffReadBack, isSame } from './diff';

const text = (parts: { text: string; kind: string }[], without: string) =>
  parts
    .filter((part) => part.kind !== without)
    .map((part) => part.text)
    .join('');

describe('diffReadBack', () => {
  it('is the same for the same', () => {
    const parts = { when: 'When an email arrives', then: ['Star it', 'Archive it'] };
    expect(isSame(diffReadBack(parts, parts))).toBe(true);
  });

  it('marks the words that changed, and both texts can be read from it', () => {
    const [before, after] = ['When an email arrives from ana@example.com', 'When an email arrives from ben@example.com'];
    const { when } = diffReadBack({ when: before, then: [] }, { when: after, then: [] });
    expect(when.kind).toBe('changed');
    expect(when.parts.filter((part) => part.kind !== 'same').map((part) => [part.kind, part.text])).toEqual([
      ['removed', 'ana@example.com'],
      ['added', 'ben@example.com'],
    ]);
    expect(text(when.parts, 'added')).toBe(before);
    expect(text(when.parts, 'removed')).toBe(after);
  });

  it('tells a step that came or went from one that changed', () => {
    const { steps } = diffReadBack({ when: '', then: ['Star it', 'Send an email to ana@example.com with the subject "Hi"'] }, { when: '', then: ['Send an email to ana@example.com with the subject "Hello"', 'Archive everything else now'] });
    expect(steps.map((step) => step.kind)).toEqual(['removed', 'changed', 'added']);
  });
});
