import { useId, useState } from 'react';
import { useEditUnit } from '../api/mutations';
import { messageOf } from '../api/problem';
import type { Unit } from '../api/types';
import { diffReadBack, isSame } from '../lib/diff';
import { useOnline } from '../live/online';
import { Dialog } from '../ui/dialog';
import { toasts } from '../ui/toasts';
import { askedBy, askedOf } from './danger';
import type { Asked } from './danger';
import { DangerNotice } from './DangerNotice';
import { DiffView } from './DiffView';
import { PreviewPanel, isUnavailable } from './PreviewPanel';
import { PromptField } from './PromptField';
import { useDraft } from './useDraft';
import { useLivePreview } from './useLivePreview';
import type { PreviewState } from './useLivePreview';

const NAME_CHARS_MAX = 200;

/** Other words for an automation; what they change is shown before it is saved. */
export function EditDialog({ unit, onClose }: { unit: Unit; onClose: () => void }) {
  const nameId = useId();
  const online = useOnline();
  const edit = useEditUnit();
  const [kept, setDraft] = useDraft(`cortex.edit.${unit.id}`);
  const draft = kept.prompt === '' && kept.name === '' ? { name: unit.name, prompt: unit.prompt } : kept;
  const { state, ask } = useLivePreview(draft.prompt);
  const [problem, setProblem] = useState<string | null>(null);
  const [refused, setRefused] = useState<Asked | null>(null);

  const words = draft.prompt.trim();
  const name = draft.name.trim();
  const isRefused = state.kind === 'refused' && state.prompt === words && !isUnavailable(state.error);
  const changes = { ...(name !== '' && name !== unit.name && { name }), ...(words !== unit.prompt && { prompt: words }) };
  const asked = toAsk(state);
  const diff = state.kind === 'shown' && unit.readBack ? diffReadBack(unit.readBack, state.preview.readBack) : null;

  /** Other words for what it does already are not asked about. */
  function toAsk(shown: PreviewState): Asked | null {
    const found = askedOf(shown, refused, words);
    return 'prompt' in changes && found?.programHash !== unit.programHash ? found : null;
  }

  function close() {
    setDraft({ name: '', prompt: '' });
    onClose();
  }

  async function save() {
    setProblem(null);
    const shown = state.kind === 'shown' && state.prompt === words ? state : await ask(words);
    if (shown.kind === 'refused' && !isUnavailable(shown.error)) return;
    const danger = toAsk(shown);
    // What could hurt is read before it is agreed to.
    if (danger && !asked) return;
    const programHash = shown.kind === 'shown' ? shown.preview.programHash : danger?.programHash;
    try {
      await edit.mutateAsync({ id: unit.id, ...changes, ...('prompt' in changes && programHash !== undefined && { programHash }) });
      toasts.ok(`${name || unit.name}: saved`);
      close();
    } catch (error) {
      const needed = askedBy(error, words);
      if (needed) setRefused(needed);
      else setProblem(messageOf(error));
    }
  }

  return (
    <Dialog title={`Edit “${unit.name}”`} onClose={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          // Enter in a field agrees to nothing.
          if (words !== '' && !edit.isPending && !asked) void save();
        }}
      >
        <PromptField value={draft.prompt} invalid={isRefused} onChange={(prompt) => setDraft({ ...draft, prompt })} onSubmit={() => void ask(words)} />
        <div className="stack-s">
          <label htmlFor={nameId}>Name</label>
          <input id={nameId} value={draft.name} maxLength={NAME_CHARS_MAX} onChange={(event) => setDraft({ ...draft, name: event.target.value })} />
        </div>
        <PreviewPanel
          state={state}
          onUse={(prompt) => setDraft({ ...draft, prompt })}
          diff={diff && (isSame(diff) ? <p>{words === unit.prompt ? 'Nothing changes.' : 'Other words, but it does the same as before.'}</p> : <DiffView diff={diff} />)}
        />
        <DangerNotice danger={asked?.danger} verb="save" />
        {problem !== null && (
          <p className="notice tone-bad" role="alert">
            {problem}
          </p>
        )}
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={close}>
            Cancel
          </button>
          {asked ? (
            <button type="button" className="button button-danger" disabled={!online || edit.isPending} onClick={() => void save()}>
              {edit.isPending ? 'Saving…' : 'Save anyway'}
            </button>
          ) : (
            <button type="submit" className="button button-primary" disabled={!online || edit.isPending || isRefused || words === '' || Object.keys(changes).length === 0}>
              {edit.isPending ? 'Saving…' : 'Save'}
            </button>
          )}
        </div>
      </form>
    </Dialog>
  );
}
