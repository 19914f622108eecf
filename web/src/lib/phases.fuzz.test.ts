import { describe, expect, it } from 'vitest';
import type { RunStatus } from '../api/types';
import { run, START } from '../testing/sampleRun';
import { PHASE_MIN_MS, PhaseQueue, TOASTS_MAX } from './phases';

describe('whatever is observed, in whatever order', () => {
  const RANK = { received: 0, processing: 1, waiting: 1, completed: 2, failed: 2, canceled: 2 };
  const STATUSES: RunStatus[] = ['queued', 'running', 'waiting', 'completed', 'failed', 'canceled'];

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('holds every phase long enough, never goes back and keeps within its bounds (%d)', (seed) => {
    let state = seed * 7_919;
    const next = (below: number) => {
      state = (Math.imul(state, 1_103_515_245) + 12_345) & 0x7fffffff;
      return (state >>> 8) % below;
    };
    const queue = new PhaseQueue();
    queue.observe([], START);
    const shown = new Map<string, { phase: keyof typeof RANK; since: number }>();
    for (let at = START; at < START + 400_000; at += next(400)) {
      if (next(3) === 0) {
        queue.observe(Array.from({ length: next(5) }, () => run(`r${next(40)}`, STATUSES[next(6)] ?? 'queued')), at);
      }

      const toasts = queue.toasts(at);
      expect(queue.toasts(at)).toBe(toasts);
      expect(queue.nextAt(at) ?? Number.POSITIVE_INFINITY).toBeGreaterThan(at);
      expect(toasts.length).toBeLessThanOrEqual(TOASTS_MAX + 1);
      for (const toast of toasts) {
        if (toast.kind === 'run') {
          const before = shown.get(toast.key);
          expect(RANK[toast.phase]).toBeGreaterThanOrEqual(before ? RANK[before.phase] : 0);
          if (before && before.phase !== toast.phase) {
            expect(at - before.since).toBeGreaterThanOrEqual(PHASE_MIN_MS);
          }

          shown.set(toast.key, before?.phase === toast.phase ? before : { phase: toast.phase, since: at });
        }
      }
    }

    expect(shown.size).toBeGreaterThan(5);
  });
});
