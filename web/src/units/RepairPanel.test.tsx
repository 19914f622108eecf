import { render, screen, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { describe, expect, it, vi } from 'vitest';
import { ApiError } from '../api/problem';
import type { Problem } from '../api/types';
import { PreviewPanel } from './PreviewPanel';

const prompt = 'when an email arrives, frobnicate it';

function shown(problem: Partial<Problem>) {
  const onUse = vi.fn<(prompt: string) => void>();
  const error = new ApiError(422, { error: 'Invalid compilation: "frobnicate it" is nothing that can be done.', code: 'unsupported_action', ...problem });
  const view = render(<PreviewPanel state={{ kind: 'refused', prompt, error }} onUse={onUse} />);
  return { onUse, ...view };
}

describe('a refused prompt', () => {
  it('without anything to repair it with shows its sentence alone', () => {
    shown({});
    expect(screen.getByText(/nothing that can be done/)).toBeTruthy();
    expect(screen.queryByRole('button')).toBeNull();
    expect(screen.queryByRole('region')).toBeNull();
  });

  it('offers each suggestion with what it does and how it differs, and puts the chosen one in', async () => {
    const { onUse } = shown({
      suggestions: [
        { prompt: 'when an email arrives then: star it', program: {}, explanation: 'When an email arrives, star it.', changes: ['frobnicate it → star it'] },
        { prompt: 'when an email arrives then: archive it', program: {}, explanation: 'When an email arrives, archive it.', changes: ['leaves out: frobnicate'] },
      ],
    });

    const cards = screen.getAllByRole('listitem');
    expect(cards).toHaveLength(2);
    expect(cards[1]?.textContent).toContain('When an email arrives, archive it.');
    expect(cards[1]?.textContent).toContain('leaves out: frobnicate');

    await userEvent.click(within(cards[1] as HTMLElement).getByRole('button', { name: 'Use it' }));
    expect(onUse).toHaveBeenCalledExactlyOnceWith('when an email arrives then: archive it');
  });

  it('asks for what is missing, and puts the answer where it belongs', async () => {
    const { onUse } = shown({ question: { text: 'To which address should it go?', options: [], insert: 'when an email arrives then: forward it to {answer}' } });

    const send = screen.getByRole<HTMLButtonElement>('button', { name: 'Answer' });
    expect(send.disabled).toBe(true);
    await userEvent.type(screen.getByRole('textbox', { name: 'To which address should it go?' }), ' desk@pinewood.example {enter}');
    expect(onUse).toHaveBeenCalledExactlyOnceWith('when an email arrives then: forward it to desk@pinewood.example');
  });

  it('offers likely answers to click', async () => {
    const { onUse } = shown({ question: { text: 'What should happen then?', options: ['notify me', 'star it'], insert: 'when an email arrives then: {answer}' } });

    await userEvent.click(screen.getByRole('button', { name: 'star it' }));
    expect(onUse).toHaveBeenCalledExactlyOnceWith('when an email arrives then: star it');
  });

  it('that can be read in two ways asks which one is meant, once', async () => {
    const readings = ['When an email arrives with "a b" in the subject, star it.', 'When an email arrives with "a" in the subject, star it.'];
    const { onUse } = shown({
      question: { text: 'Which one do you mean: "a b", or: "a"?', options: readings, insert: '{answer}' },
      suggestions: readings.map((words) => ({ prompt: words, program: {}, explanation: words, changes: [] })),
    });

    expect(screen.getByRole('heading', { name: 'Which one do you mean: "a b", or: "a"?' })).toBeTruthy();
    expect(screen.queryByRole('textbox')).toBeNull();
    await userEvent.click(screen.getAllByRole('button', { name: 'Use it' })[1] as HTMLElement);
    expect(onUse).toHaveBeenCalledExactlyOnceWith(readings[1]);
  });

  it('whose options are not all suggestions keeps its question', () => {
    shown({
      question: { text: 'What should happen then?', options: ['notify me'], insert: '{answer}' },
      suggestions: [{ prompt: 'when an email arrives then: star it', program: {}, explanation: 'When an email arrives, star it.', changes: [] }],
    });
    expect(screen.getByRole('textbox', { name: 'What should happen then?' })).toBeTruthy();
    expect(screen.getByRole('heading', { name: 'Did you mean this?' })).toBeTruthy();
  });

  it('marks what was understood and what was not', () => {
    const { container } = shown({ understood: [{ start: 0, length: 21, as: 'an email arrives' }], leftOver: [{ start: 23, length: 13 }] });

    const marks = [...container.querySelectorAll('mark')];
    expect(marks.map((mark) => [mark.textContent, mark.title])).toEqual([
      ['when an email arrives', 'an email arrives'],
      ['frobnicate it', 'not understood'],
    ]);
  });

  it('offers nothing where nothing can be put in', () => {
    const error = new ApiError(422, { error: 'No.', suggestions: [{ prompt: 'a', program: {}, explanation: 'b', changes: [] }] });
    render(<PreviewPanel state={{ kind: 'refused', prompt, error }} />);
    expect(screen.queryByRole('button')).toBeNull();
  });
});
