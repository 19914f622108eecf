import { CircleAlert, Cable, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import { ApiError, messageOf } from '../api/problem';
import { ConnectButton } from '../connections/ConnectButton';
import { providerName } from '../lib/tools';
import { ReadBack } from '../ui/readback';
import { RepairPanel } from './RepairPanel';
import type { PreviewEnd, PreviewState } from './useLivePreview';

/** Cortex has several words for "not now"; each of them leaves the text as it is. */
export function isUnavailable(error: unknown): boolean {
  return !(error instanceof ApiError) || error.status >= 500 || error.status === 429;
}

interface PreviewPanelProps {
  state: PreviewState;
  /** In the place of the read-back: what it changes. */
  diff?: ReactNode;
  /** Takes another prompt in the place of a refused one; left out where there is no field to put it in. */
  onUse?: (prompt: string) => void;
}

/** What Cortex understood, or why it did not. */
export function PreviewPanel({ state, diff, onUse }: PreviewPanelProps) {
  return (
    <div aria-live="polite" aria-busy={state.kind === 'asking' || state.kind === 'typing'}>
      {state.kind === 'none' && (
        <p className="muted small">Say what it should wait for and what it should do then. What Cortex understood appears here before anything is created.</p>
      )}
      {(state.kind === 'typing' || (state.kind === 'asking' && !state.meanwhile)) && <p className="muted small">Reading what you wrote…</p>}
      {state.kind === 'asking' && state.meanwhile && <Meanwhile end={state.meanwhile} onUse={onUse} />}
      {state.kind === 'refused' && <Refused prompt={state.prompt} error={state.error} onUse={onUse} />}
      {state.kind === 'shown' && (
        <div className="preview stack-s">
          <h3>Here's what Cortex understood</h3>
          {diff ?? <ReadBack parts={state.preview.readBack} explanation={state.preview.explanation} />}
          {state.preview.warnings.map((warning) => (
            <p key={warning} className="row small">
              <TriangleAlert size={15} aria-hidden="true" />
              {warning}
            </p>
          ))}
          {state.preview.missingConnections.map((provider) => (
            <div key={provider} className="notice tone-wait">
              <Cable size={18} aria-hidden="true" />
              <div className="notice-body row-between">
                <p>{providerName(provider)} is not connected yet.</p>
                <ConnectButton provider={provider} />
              </div>
            </div>
          ))}
        </div>
      )}
    </div>
  );
}

/** What the built-in compiler alone says, until the language model has answered. */
function Meanwhile({ end, onUse }: { end: PreviewEnd; onUse: PreviewPanelProps['onUse'] }) {
  return (
    <div className="stack">
      <p className="muted small">Still reading what you wrote…</p>
      {end.kind === 'shown' && (
        <div className="preview stack-s">
          <h3>What Cortex understood so far</h3>
          <ReadBack parts={end.preview.readBack} explanation={end.preview.explanation} />
        </div>
      )}
      {end.kind === 'refused' && onUse && end.error instanceof ApiError && <RepairPanel prompt={end.prompt} error={end.error} onUse={onUse} />}
    </div>
  );
}

function Refused({ prompt, error, onUse }: { prompt: string; error: unknown; onUse: PreviewPanelProps['onUse'] }) {
  if (isUnavailable(error)) {
    return (
      <div className="stack">
        <div className="notice tone-wait">
          <TriangleAlert size={18} aria-hidden="true" />
          <div className="notice-body">
            <p>Preview is unavailable; your text is kept.</p>
            <p>{messageOf(error)}</p>
          </div>
        </div>
        {onUse && error instanceof ApiError && <RepairPanel prompt={prompt} error={error} onUse={onUse} />}
      </div>
    );
  }

  const at = error instanceof ApiError ? error.at : undefined;
  const quote = at ? prompt.slice(at.start, at.start + at.length) : '';
  return (
    <div className="stack">
      <div className="notice tone-bad">
        <CircleAlert size={18} aria-hidden="true" />
        <div className="notice-body">
          {quote !== '' && (
            <p>
              Cortex stumbled over <q>{quote}</q>.
            </p>
          )}
          <p>{messageOf(error)}</p>
        </div>
      </div>
      {onUse && error instanceof ApiError && <RepairPanel prompt={prompt} error={error} onUse={onUse} />}
    </div>
  );
}
