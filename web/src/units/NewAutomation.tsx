import { useId, useRef, useState } from 'react';
import { useCreateUnit } from '../api/mutations';
import { messageOf } from '../api/problem';
import type { Unit } from '../api/types';
import { useOnline } from '../live/online';
import { announce } from '../ui/announcer';
import { useShortcut } from '../ui/shortcuts';
import { DangerNotice } from './DangerNotice';
import { PreviewPanel, isUnavailable } from './PreviewPanel';
import { PromptField } from './PromptField';
import { askedBy, askedOf } from './danger';
import type { Asked } from './danger';
import { suggestedName } from './suggestedName';
import { useLivePreview } from './useLivePreview';
import type { Draft } from './useDraft';

interface NewAutomationProps {
  draft: Draft;
  onDraft: (draft: Draft) => void;
  onCreated: (unit: Unit) => void;
  field: React.RefObject<HTMLTextAreaElement | null>;
}

const NAME_CHARS_MAX = 200;

export function NewAutomation({ draft, onDraft, onCreated, field }: NewAutomationProps) {
  const nameId = useId();
  const online = useOnline();
  const { state, ask } = useLivePreview(draft.prompt);
  const create = useCreateUnit();
  const [problem, setProblem] = useState<string | null>(null);
  const [refused, setRefused] = useState<Asked | null>(null);
  // One key for one text: a second attempt after a lost answer makes nothing twice.
  const attempt = useRef({ text: '', key: '' });
  useShortcut('n', 'New automation', () => field.current?.focus());

  const words = draft.prompt.trim();
  const isRefused = state.kind === 'refused' && state.prompt === words && !isUnavailable(state.error);
  const suggestion = suggestedName(words);
  const asked = askedOf(state, refused, words);

  function use(prompt: string) {
    onDraft({ ...draft, prompt });
    field.current?.focus();
  }

  async function submit() {
    setProblem(null);
    const shown = state.kind === 'shown' && state.prompt === words ? state : await ask(words);
    if (shown.kind === 'refused' && !isUnavailable(shown.error)) return;
    const danger = askedOf(shown, refused, words);
    // What could hurt is read before it is agreed to.
    if (danger && !asked) return;
    const programHash = shown.kind === 'shown' ? shown.preview.programHash : danger?.programHash;
    const unit = { name: draft.name.trim() || suggestion, prompt: words, programHash };
    const text = JSON.stringify(unit);
    if (attempt.current.text !== text) attempt.current = { text, key: crypto.randomUUID() };
    try {
      const made = await create.mutateAsync({ unit, key: attempt.current.key });
      onDraft({ name: '', prompt: '' });
      announce('Automation created and active');
      onCreated(made);
    } catch (error) {
      const needed = askedBy(error, words);
      if (needed) setRefused(needed);
      else setProblem(messageOf(error));
    }
  }

  return (
    <form
      className="card stack"
      aria-label="New automation"
      onSubmit={(event) => {
        event.preventDefault();
        // Enter in a field agrees to nothing.
        if (words !== '' && !create.isPending && !asked) void submit();
      }}
    >
      <h2>New automation</h2>
      <PromptField field={field} value={draft.prompt} invalid={isRefused} onChange={(prompt) => onDraft({ ...draft, prompt })} onSubmit={() => words !== '' && void ask(words)} />
      <div className="stack-s">
        <label htmlFor={nameId}>Name (optional)</label>
        <input
          id={nameId}
          value={draft.name}
          maxLength={NAME_CHARS_MAX}
          placeholder={suggestion || 'What you will call it'}
          autoComplete="off"
          onChange={(event) => onDraft({ ...draft, name: event.target.value })}
        />
      </div>
      <PreviewPanel state={state} onUse={use} />
      <DangerNotice danger={asked?.danger} verb="create" />
      {problem !== null && (
        <p className="notice tone-bad" role="alert">
          {problem}
        </p>
      )}
      {words !== '' && !isRefused && (
        <div className="row">
          {asked ? (
            <button type="button" className="button button-danger" disabled={!online || create.isPending} onClick={() => void submit()}>
              {create.isPending ? 'Creating…' : 'Create anyway'}
            </button>
          ) : (
            <button type="submit" className="button button-primary" disabled={!online || create.isPending}>
              {create.isPending ? 'Creating…' : 'Create automation'}
            </button>
          )}
          <button type="button" className="button button-quiet" disabled={!online} onClick={() => void ask(words)}>
            Preview again
          </button>
        </div>
      )}
    </form>
  );
}
