import { Activity } from 'lucide-react';
import { useEffect, useReducer } from 'react';
import { Link } from 'wouter';
import { runStatus } from '../lib/status';
import { duration } from '../lib/time';
import type { RunToast } from '../lib/phases';
import { StatusIcon } from '../ui/badge';
import { ToastCard, toasts, useToasts } from '../ui/toasts';
import { CircleCheck, CircleX } from 'lucide-react';
import { useAnnouncer } from '../ui/announcer';
import { useLive } from './LiveProvider';

/** Tells the page of a run that it is there, even if it cannot be read yet. */
const justTold = { justTold: true };

/** All notices: what runs are doing, one notice per run that changes in place, and what the user has just done. */
export function Notices() {
  const { phases, seen } = useLive();
  const [, redraw] = useReducer((count: number) => count + 1, 0);
  const own = useToasts();
  const now = Date.now();
  const shown = phases.toasts(now);
  const next = phases.nextAt(now);

  useEffect(() => {
    if (next === null) return;
    const timer = setTimeout(redraw, Math.max(0, next - Date.now()));
    return () => clearTimeout(timer);
  }, [next, seen]);

  const texts = [...shown.map(textOf), ...own.map((toast) => toast.text)];
  useAnnouncer(texts.at(-1) ?? '', shown.some((toast) => toast.kind === 'run' && toast.phase === 'failed') || own.some((toast) => toast.tone === 'bad'));

  return (
    <section className="toasts" aria-label="Notices">
      {shown.map((toast) => (
        <ToastCard
          key={toast.key}
          tone={toast.kind === 'run' ? runStatus(statusOf(toast.phase)).tone : 'run'}
          icon={toast.kind === 'run' ? <StatusIcon status={runStatus(statusOf(toast.phase))} size={18} /> : <Activity size={18} aria-hidden="true" />}
          text={textOf(toast)}
          action={
            <Link className="button button-quiet" state={justTold} href={toast.kind === 'run' ? `/runs/${toast.runId}` : '/runs'} onClick={() => phases.dismiss(toast.key)}>
              View
            </Link>
          }
          closeLabel={`Close the notice about ${toast.kind === 'run' ? toast.unitName : 'new runs'}`}
          onClose={() => {
            phases.dismiss(toast.key);
            redraw();
          }}
          onHold={() => phases.hold(toast.key)}
          onLetGo={() => {
            phases.release(toast.key, Date.now());
            redraw();
          }}
        />
      ))}
      {own.map((toast) => (
        <ToastCard
          key={toast.key}
          tone={toast.tone ?? 'ok'}
          icon={toast.tone === 'bad' ? <CircleX size={18} aria-hidden="true" /> : <CircleCheck size={18} aria-hidden="true" />}
          text={toast.text}
          action={
            toast.action && (
              <button
                type="button"
                className="button button-quiet"
                onClick={() => {
                  toasts.close(toast.key);
                  toast.action?.run();
                }}
              >
                {toast.action.label}
              </button>
            )
          }
          closeLabel={`Close: ${toast.text}`}
          onClose={() => toasts.close(toast.key)}
          onHold={() => toasts.hold(toast.key)}
          onLetGo={() => toasts.letGo(toast)}
        />
      ))}
    </section>
  );
}

function textOf(toast: RunToast): string {
  if (toast.kind === 'summary') return `${toast.count} new runs`;
  switch (toast.phase) {
    case 'received':
      return `Received! ${toast.unitName}`;
    case 'processing':
      return `Processing… ${toast.step && toast.step.total > 0 ? `step ${Math.min(toast.step.done + 1, toast.step.total)} of ${toast.step.total} · ` : ''}${toast.unitName}`;
    case 'waiting':
      return `Waiting, as the automation says · ${toast.unitName}`;
    case 'completed':
      return `Completed${toast.durationMs === undefined ? '' : ` in ${duration(toast.durationMs)}`} · ${toast.unitName}`;
    case 'failed':
      return `Failed${toast.step ? ` at step ${toast.step.done + 1}` : ''} · ${toast.unitName}`;
    case 'canceled':
      return `Canceled · ${toast.unitName}`;
  }
}

function statusOf(phase: Extract<RunToast, { kind: 'run' }>['phase']) {
  return phase === 'received' ? 'queued' : phase === 'processing' ? 'running' : phase;
}
