import { useId, useState } from 'react';
import { useEditUnit } from '../api/mutations';
import { messageOf } from '../api/problem';
import type { Unit } from '../api/types';
import { diffReadBack, isSame } from '../lib/diff';
import { useOnline } from '../live/online';
import { Dialog } from '../ui/dialog';
import { toasts } from '../ui/toasts';
import { DiffView } from './DiffView';
import { PreviewPanel, isUnavailable } from './PreviewPanel';
import { PromptField } from './PromptField';
import { useDraft } from './useDraft';
import { useLivePreview } from './useLivePreview';

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

  const words = draft.prompt.trim();
  const name = draft.name.trim();
  const isRefused = state.kind === 'refused' && state.prompt === words && !isUnavailable(state.error);
  const changes = { ...(name !== '' && name !== unit.name && { name }), ...(words !== unit.prompt && { prompt: words }) };
  const diff = state.kind === 'shown' && unit.readBack ? diffReadBack(unit.readBack, state.preview.readBack) : null;

  function close() {
    setDraft({ name: '', prompt: '' });
    onClose();
  }

  async function save() {
    setProblem(null);
    const shown = state.kind === 'shown' && state.prompt === words ? state : await ask(words);
    if (shown.kind === 'refused' && !isUnavailable(shown.error)) return;
    try {
      await edit.mutateAsync({ id: unit.id, ...changes, ...('prompt' in changes && shown.kind === 'shown' && { programHash: shown.preview.programHash }) });
      toasts.ok(`${name || unit.name}: saved`);
      close();
    } catch (error) {
      setProblem(messageOf(error));
    }
  }

  return (
    <Dialog title={`Edit “${unit.name}”`} onClose={close}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault();
          if (words !== '' && !edit.isPending) void save();
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
        {problem !== null && (
          <p className="notice tone-bad" role="alert">
            {problem}
          </p>
        )}
        <div className="dialog-buttons">
          <button type="button" className="button" onClick={close}>
            Cancel
          </button>
          <button type="submit" className="button button-primary" disabled={!online || edit.isPending || isRefused || words === '' || Object.keys(changes).length === 0}>
            {edit.isPending ? 'Saving…' : 'Save'}
          </button>
        </div>
      </form>
    </Dialog>
  );
}
