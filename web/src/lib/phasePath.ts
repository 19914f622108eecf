import type { Run, RunStatus } from '../api/types';

export type Phase = 'received' | 'processing' | 'completed' | 'failed' | 'canceled' | 'waiting';

export const PHASES: Record<RunStatus, Phase> = {
  queued: 'received',
  running: 'processing',
  waiting: 'waiting',
  completed: 'completed',
  failed: 'failed',
  canceled: 'canceled',
};

export const isOver = (phase: Phase) => phase === 'completed' || phase === 'failed' || phase === 'canceled';
const isUnderWay = (phase: Phase) => phase === 'processing' || phase === 'waiting';

/** What a run has gone through since it was received; one that was canceled first has not been processed. */
export function pathOf(run: Run): Phase[] {
  const phase = PHASES[run.status];
  return phase === 'waiting' || (isOver(phase) && (phase !== 'canceled' || run.startedAt !== null)) ? ['processing', phase] : [phase];
}

/** The phases that are still to be shown, once more is known of the run. */
export function follow(shown: Phase, pending: readonly Phase[], run: Run): Phase[] {
  const phase = PHASES[run.status];
  const last = pending.at(-1) ?? shown;
  if (phase === last || phase === 'received') {
    return [...pending];
  }

  if (isOver(phase)) {
    const left = pending.filter((one) => one !== 'waiting');
    return [...left, ...((left.at(-1) ?? shown) === 'received' ? pathOf(run) : [phase])];
  }

  // It went there and back before anybody could see it.
  if (isUnderWay(last) && pending.length > 0 && (pending.at(-2) ?? shown) === phase) {
    return pending.slice(0, -1);
  }

  return [...pending, ...(last === 'received' ? pathOf(run) : [phase])];
}
