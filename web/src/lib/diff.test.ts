import { describe, expect, it } from 'vitest';
import type { ReadBack } from '../api/types';
import { DIFF_WORDS_MAX, diffReadBack, diffWords, type DiffPart } from './diff';

// oxlint-disable-next-line unicorn/no-thenable -- the API's word for it, and nothing here is awaited
const readBack = (when: string, ...steps: string[]): ReadBack => ({ when, then: steps });

/** [-gone-]{+come+} */
const marked = (parts: DiffPart[]) => parts.map(({ text, kind }) => (kind === 'added' ? `{+${text}+}` : kind === 'removed' ? `[-${text}-]` : text)).join('');

const steps = (before: string[], after: string[]) => diffReadBack(readBack('', ...before), readBack('', ...after)).then.map((step) => `${step.kind}: ${marked(step.parts)}`);

describe('diffWords', () => {
  it.each([
    ['', '', ''],
    ['', 'An email arrives', '{+An email arrives+}'],
    ['An email arrives', '', '[-An email arrives-]'],
    ['An email arrives', 'An email arrives', 'An email arrives'],
    ['sender is a@x.com', 'sender is b@x.com', 'sender is [-a@x.com-]{+b@x.com+}'],
    ['An email arrives', 'An email arrives and it has an attachment', 'An email arrives {+and it has an attachment+}'],
    ['tell me the new thing', 'tell me the thing', 'tell me the [-new -]thing'],
    ['one  two', 'one two', 'one two'],
  ])('of "%s" and "%s" is "%s"', (before, after, diff) => {
    expect(marked(diffWords(before, after))).toBe(diff);
  });

  it('loses nothing of either text', () => {
    const before = 'When an email arrives from ana or ben , and the subject has "x" , star it';
    const after = 'When an email arrives from ben , or the subject has "y" , archive it and star it';
    const parts = diffWords(before, after);
    const without = (kind: DiffPart['kind']) => parts.filter((part) => part.kind !== kind).map((part) => part.text).join('');
    expect(without('removed')).toBe(after);
    expect(without('added').split(/\s+/)).toEqual(before.split(/\s+/));
  });

  it('takes a text with very many words as a whole', () => {
    const long = 'word '.repeat(DIFF_WORDS_MAX + 1);
    expect(diffWords(long, `${long}more`).map((part) => part.kind)).toEqual(['removed', 'added']);
    expect(diffWords(long, long).map((part) => part.kind)).toEqual(['same']);
    expect(diffWords('', long).map((part) => part.kind)).toEqual(['added']);
  });
});

describe('diffReadBack', () => {
  it('compares what is waited for by words', () => {
    const { when } = diffReadBack(readBack('An email arrives and sender is a@x.com'), readBack('An email arrives and sender is b@x.com'));
    expect(marked(when)).toBe('An email arrives and sender is [-a@x.com-]{+b@x.com+}');
  });

  it('says which steps are the same, changed, new and gone', () => {
    expect(steps(['star the email', 'add the label Papers to the email', 'notify you'], ['add the label Invoices to the email', 'notify you', 'wait 2 days'])).toEqual([
      'removed: [-star the email-]',
      'changed: add the label [-Papers -]{+Invoices +}to the email',
      'same: notify you',
      'added: {+wait 2 days+}',
    ]);
  });

  it('pairs a step with the one that is most like it, not with the first that is somewhat like it', () => {
    expect(steps(['send an email to a@x.com saying Hi'], ['send an email to b@x.com saying Bye', 'send an email to a@x.com saying Hi'])).toEqual([
      'added: {+send an email to b@x.com saying Bye+}',
      'same: send an email to a@x.com saying Hi',
    ]);
  });

  it('shows what has changed its place as gone and new', () => {
    expect(steps(['archive it', 'notify you'], ['notify you', 'archive it']).toSorted()).toEqual(['added: {+archive it+}', 'removed: [-archive it-]', 'same: notify you'].toSorted());
  });

  it('names what went before what came in its place', () => {
    expect(steps(['do nothing'], ['notify you'])).toEqual(['removed: [-do nothing-]', 'added: {+notify you+}']);
    expect(steps([], [])).toEqual([]);
  });
});
