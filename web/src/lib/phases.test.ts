import { beforeEach, describe, expect, it } from 'vitest';
import type { Run, RunStatus } from '../api/types';
import { run, START } from '../testing/sampleRun';
import { BURST_MS, KNOWN_MAX, LEAVE_AFTER_MS, NEW_RUNS_MAX, PhaseQueue, type RunToast, TOASTS_MAX, UNSEEN_MAX_MS } from './phases';

const old = (id: string, status: RunStatus, more: Partial<Run> = {}) => run(id, status, { createdAt: new Date(START - 60_000).toISOString(), ...more });

const many = (count: number, status: RunStatus = 'running', from = 0) => Array.from({ length: count }, (_, index) => run(`r${from + index}`, status));

const time = (index: number) => new Date(START + index * 1_000).toISOString();

const words = (toasts: RunToast[]) => toasts.map((toast) => (toast.kind === 'summary' ? `${toast.count} new` : `${toast.runId} ${toast.phase}`));

let queue: PhaseQueue;
beforeEach(() => {
  queue = new PhaseQueue();
});

/** What is shown at each moment at which something changes, asking only when the queue says so. */
function story(from: number, until: number): string[] {
  const lines: string[] = [];
  for (let at: number | null = from; at !== null && at <= until; at = queue.nextAt(at)) {
    lines.push(`${at - from}: ${words(queue.toasts(at)).join(', ')}`);
  }

  return lines;
}

describe('a new run', () => {
  beforeEach(() => queue.observe([], START));

  it('that ended between two looks shows all its phases, each long enough, and leaves', () => {
    queue.observe([run('r1', 'completed')], START);
    expect(story(START, START + 60_000)).toEqual(['0: r1 received', '700: r1 processing', '1400: r1 completed', '6400: ']);
    expect(queue.nextAt(START + 60_000)).toBeNull();
  });

  it('changes one toast in place, with its steps and its duration', () => {
    queue.observe([run('r1', 'queued')], START);
    const [received] = queue.toasts(START);
    expect(received).toEqual({ key: 'run:r1', kind: 'run', runId: 'r1', unitName: 'Email from test@test.com', phase: 'received' });
    queue.observe([run('r1', 'running')], START + 3_000);
    expect(queue.toasts(START + 3_000)).toEqual([{ ...received, phase: 'processing', step: { done: 0, total: 1 } }]);
    queue.observe([run('r1', 'completed')], START + 6_000);
    expect(queue.toasts(START + 6_000)).toEqual([{ ...received, phase: 'completed', step: { done: 1, total: 1 }, durationMs: 402 }]);
  });

  it('shows its phases to somebody who only looks later', () => {
    queue.observe([run('r1', 'completed')], START);
    expect(story(START + 90_000, START + 92_000)).toEqual(['0: r1 received', '700: r1 processing', '1400: r1 completed']);
  });

  it('that failed stays until it is closed', () => {
    queue.observe([run('r1', 'failed')], START);
    expect(story(START, START + 60_000).at(-1)).toBe('1400: r1 failed');
    expect(words(queue.toasts(START + 3_600_000))).toEqual(['r1 failed']);
    queue.dismiss('run:r1');
    expect(queue.toasts(START + 3_600_000)).toEqual([]);
    queue.observe([run('r1', 'failed')], START + 3_603_000);
    expect(queue.toasts(START + 3_603_000)).toEqual([]);
  });

  it('that was canceled before it started was never processed', () => {
    queue.observe([run('r1', 'canceled', { startedAt: null }), run('r2', 'canceled')], START);
    expect(story(START, START + 1_400)).toEqual(['0: r2 received, r1 received', '700: r2 processing, r1 canceled', '1400: r2 canceled, r1 canceled']);
  });

  it('never goes backwards, whichever answer comes last', () => {
    queue.observe([run('r1', 'running', { stepsDone: 2, stepsTotal: 3 })], START);
    queue.observeOne(run('r1', 'running', { stepsDone: 1, stepsTotal: 3 }), START + 10);
    queue.toasts(START + 10);
    expect(queue.toasts(START + 800)).toMatchObject([{ phase: 'processing', step: { done: 2, total: 3 } }]);
    queue.observeOne(run('r1', 'completed'), START + 900);
    queue.observe([run('r1', 'running')], START + 910);
    queue.observeOne(run('r1', 'queued'), START + 920);
    expect(words(queue.toasts(START + 3_000))).toEqual(['r1 completed']);
    queue.toasts(START + 9_000);
    queue.observe([run('r1', 'running')], START + 9_000);
    expect(queue.toasts(START + 9_000)).toEqual([]);
  });

  it('waits and goes on in place; what nobody could have seen is passed over', () => {
    queue.observe([run('r1', 'waiting')], START);
    expect(story(START, START + 1_500)).toEqual(['0: r1 received', '700: r1 processing', '1400: r1 waiting']);
    queue.observeOne(run('r1', 'running'), START + 1_600);
    queue.observeOne(run('r1', 'waiting'), START + 1_650);
    expect(words(queue.toasts(START + 3_000))).toEqual(['r1 waiting']);
    queue.observeOne(run('r1', 'running'), START + 3_100);
    expect(words(queue.toasts(START + 3_100))).toEqual(['r1 processing']);
    queue.observeOne(run('r1', 'waiting'), START + 3_200);
    queue.observeOne(run('r1', 'completed'), START + 3_300);
    expect(words(queue.toasts(START + 3_800))).toEqual(['r1 completed']);
  });

  it('that is not heard of any more leaves, and its end brings it back', () => {
    queue.observe([run('r1', 'running')], START);
    expect(story(START, START + 60_000).at(-1)).toBe(`${UNSEEN_MAX_MS}: `);
    queue.observe([run('r1', 'completed')], START + 60_000);
    expect(words(queue.toasts(START + 60_000))).toEqual(['r1 completed']);
  });

  it('that is running stays as long as it is seen running', () => {
    for (let at = START; at <= START + 120_000; at += 3_000) {
      queue.observe([run('r1', 'running')], at);
      expect(queue.toasts(at)).toHaveLength(1);
    }
  });

  it('that waits for two days shows no more than its end when it goes on', () => {
    queue.observe([run('r1', 'waiting')], START);
    expect(story(START, START + 60_000).at(-1)).toBe('6400: ');
    queue.observeOne(run('r1', 'running'), START + 172_800_000);
    expect(queue.toasts(START + 172_800_000)).toEqual([]);
    queue.observeOne(run('r1', 'completed'), START + 172_800_100);
    expect(words(queue.toasts(START + 172_800_100))).toEqual(['r1 completed']);
  });

  it('that its user closed comes back only if it fails', () => {
    queue.observe([run('r1', 'running'), run('r2', 'running')], START);
    queue.toasts(START);
    queue.dismiss('run:r1');
    queue.dismiss('run:r2');
    queue.observe([run('r1', 'completed'), run('r2', 'failed')], START + 3_000);
    expect(words(queue.toasts(START + 3_000))).toEqual(['r2 failed']);
  });
});

describe('somebody who points at a toast', () => {
  it('keeps it, and has all its time when they leave it', () => {
    queue.observe([], START);
    queue.observe([run('r1', 'completed')], START);
    story(START, START + 1_400);
    queue.hold('run:r1');
    expect(queue.nextAt(START + 2_000)).toBeNull();
    expect(queue.toasts(START + 60_000)).toHaveLength(1);
    queue.release('run:r1', START + 60_000);
    expect(queue.nextAt(START + 60_000)).toBe(START + 60_000 + LEAVE_AFTER_MS);
    expect(queue.toasts(START + 60_000 + LEAVE_AFTER_MS)).toEqual([]);
  });

  it('still sees it change', () => {
    queue.observe([], START);
    queue.observe([run('r1', 'completed')], START);
    queue.toasts(START);
    queue.hold('run:r1');
    expect(story(START, START + 60_000).at(-1)).toBe('1400: r1 completed');
  });

  it('can do so with a number of runs, and with what is gone', () => {
    queue.observe([], START);
    queue.observe(['a', 'b', 'c', 'd'].map((id) => run(id, 'completed')), START);
    const [summary] = queue.toasts(START);
    queue.hold(summary?.key ?? '');
    queue.hold('run:gone');
    queue.release('run:gone', START);
    expect(queue.toasts(START + 60_000)).toHaveLength(1);
    queue.dismiss(summary?.key ?? '');
    expect(queue.toasts(START + 60_000)).toEqual([]);
  });
});

describe('what was there before', () => {
  it('shows nothing, again and again', () => {
    const before = [old('r3', 'completed'), old('r2', 'failed'), old('r1', 'waiting')];
    queue.observe(before, START);
    queue.observe(before, START + 3_000);
    expect(queue.toasts(START + 3_000)).toEqual([]);
    expect(queue.nextAt(START + 3_000)).toBeNull();
  });

  it('shows its end if it was not over', () => {
    queue.observe([old('r1', 'running')], START);
    queue.observe([old('r1', 'completed')], START + 3_000);
    expect(words(queue.toasts(START + 3_000))).toEqual(['r1 completed']);
  });

  it('counts what a stream told before the first list as there before', () => {
    queue.observeOne(run('r1', 'running'), START);
    queue.observe([run('r1', 'running')], START + 10);
    expect(queue.toasts(START + 10)).toEqual([]);
  });

  it('is processed again when it is retried', () => {
    queue.observe([old('r1', 'failed')], START);
    queue.observeOne(old('r1', 'running', { attempt: 2 }), START);
    expect(words(queue.toasts(START))).toEqual(['r1 processing']);
    queue.observeOne(old('r1', 'failed', { attempt: 1 }), START + 100);
    queue.observeOne(old('r1', 'completed', { attempt: 2 }), START + 200);
    expect(story(START + 200, START + 60_000)).toEqual(['0: r1 processing', '500: r1 completed', '5500: ']);
  });

  it('is processed again in its place when its failure is still shown, also after it was closed', () => {
    queue.observe([], START);
    queue.observe([run('r1', 'failed')], START);
    story(START, START + 5_000);
    queue.observe([run('r1', 'completed', { attempt: 2 })], START + 5_000);
    expect(story(START + 5_000, START + 8_000)).toEqual(['0: r1 processing', '700: r1 completed']);
    queue.dismiss('run:r1');
    queue.observe([run('r1', 'running', { attempt: 3 })], START + 9_000);
    expect(words(queue.toasts(START + 9_000))).toEqual(['r1 processing']);
  });

  it('beyond the first list is seen when it is retried, and not taken for new', () => {
    queue.observe([run('r9', 'completed')], START);
    queue.observeOne(old('r1', 'completed'), START);
    expect(queue.toasts(START)).toEqual([]);
    queue.observeOne(old('r2', 'running', { attempt: 2 }), START);
    expect(words(queue.toasts(START))).toEqual(['r2 processing']);
  });
});

describe('many runs', () => {
  beforeEach(() => queue.observe([], START));

  it('are toasts of their own up to three, the oldest first', () => {
    queue.observe(many(NEW_RUNS_MAX), START);
    expect(words(queue.toasts(START))).toEqual(['r2 received', 'r1 received', 'r0 received']);
  });

  it('are one number beyond, and their ends are no news but failures', () => {
    queue.observe(many(7), START);
    expect(words(queue.toasts(START))).toEqual(['7 new']);
    queue.observe([run('r0', 'failed'), ...many(6, 'completed', 1)], START + 3_000);
    expect(words(queue.toasts(START + 3_000))).toEqual(['r0 failed', '7 new']);
    expect(words(queue.toasts(START + LEAVE_AFTER_MS))).toEqual(['r0 failed']);
  });

  it('are one number also if a stream tells them one by one', () => {
    const seen = many(12).map((one, index) => {
      queue.observeOne(one, START + index * 50);
      return words(queue.toasts(START + index * 50)).length;
    });
    expect(Math.max(...seen)).toBe(NEW_RUNS_MAX);
    expect(words(queue.toasts(START + 600))).toEqual(['12 new']);
    expect(queue.toasts(START + 600 + LEAVE_AFTER_MS)).toEqual([]);
  });

  it('are toasts of their own if they come one after another, as long as there is room', () => {
    for (let index = 0; index < TOASTS_MAX + 2; index++) {
      queue.observeOne(run(`r${index}`, 'running'), START + index * BURST_MS);
      queue.toasts(START + index * BURST_MS);
    }

    expect(words(queue.toasts(START + TOASTS_MAX * BURST_MS + BURST_MS)).at(-1)).toBe('2 new');
    expect(queue.toasts(START + TOASTS_MAX * BURST_MS + BURST_MS)).toHaveLength(TOASTS_MAX + 1);
  });

  it('are remembered within a limit; what was forgotten is not taken for new', () => {
    const count = KNOWN_MAX * 2;
    for (let index = 0; index < count; index++) {
      queue.observe([run(`r${index}`, 'completed', { createdAt: time(index + 1) })], START + index * 10_000);
    }

    const now = START + count * 10_000;
    for (let index = 0; index < TOASTS_MAX * 3; index++) {
      queue.dismiss(queue.toasts(now)[0]?.key ?? '');
    }

    expect(queue.toasts(now)).toEqual([]);
    queue.observe([run('r0', 'completed', { createdAt: time(1) }), run(`r${count - 1}`, 'completed', { createdAt: time(count) })], now);
    expect(queue.toasts(now)).toEqual([]);
    queue.observe([run('new', 'completed', { createdAt: time(count + 1) })], now);
    expect(words(queue.toasts(now))).toEqual(['new received']);
  });
});
