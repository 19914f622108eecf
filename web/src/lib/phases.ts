import type { Run, RunStatus } from '../api/types';
import { isTerminal } from './status';

export type Phase = 'received' | 'processing' | 'waiting' | 'completed' | 'failed' | 'canceled';

export type RunToast =
  | { kind: 'run'; key: string; runId: string; unitName: string; phase: Phase; step?: { done: number; total: number }; durationMs?: number }
  | { kind: 'summary'; key: string; count: number };

/** Each phase is shown at least so long: a run of 40 ms still says three things. */
export const PHASE_MS = 700;
/** A success leaves after so long. */
export const SUCCESS_MS = 5_000;
/** More new runs at once than this share one notice. */
export const APART_MAX = 3;
/** So many runs are remembered; a list shows ten. */
const KNOWN_MAX = 200;

interface Followed {
  run: Run;
  phase: Phase;
  /** Since when the phase is shown. */
  since: number;
  held: boolean;
}

interface Summary {
  key: string;
  count: number;
  since: number;
  held: boolean;
}

/**
 * What to say about runs, made of what polls and the stream show of them. The first answer is where we came in: it says nothing.
 * One notice per run, whose text changes in place and never goes back.
 */
export class PhaseQueue {
  readonly #known = new Map<string, { attempt: number; status: RunStatus }>();
  readonly #followed = new Map<string, Followed>();
  #summary: Summary | null = null;
  #begun = false;
  #summaries = 0;

  /** All of the newest runs, as a poll gives them. */
  observe(runs: Run[], now: number): void {
    if (!this.#begun) {
      this.#begun = true;
      for (const run of runs) this.#remember(run);
      return;
    }

    const fresh = runs.filter((run) => this.#isNew(run));
    if (fresh.length > 0 && this.#isCrowded(fresh.length, now)) this.#fold(fresh, now);

    for (const run of runs.toReversed()) this.#see(run, now);
  }

  /** One run, as the stream tells of it. Before the first poll it cannot be told whether it is news. */
  observeOne(run: Run, now: number): void {
    if (!this.#begun) return;
    if (this.#isNew(run) && this.#isCrowded(1, now)) this.#fold([run], now);
    this.#see(run, now);
  }

  toasts(now: number): RunToast[] {
    const shown: RunToast[] = [];
    for (const [id, each] of this.#followed) {
      this.#advance(each, now);
      if (this.#leaves(each, now)) {
        this.#followed.delete(id);
        continue;
      }

      const { run, phase } = each;
      shown.push({
        kind: 'run',
        key: id,
        runId: id,
        unitName: run.unitName,
        phase,
        ...((phase === 'processing' || phase === 'failed') && { step: { done: run.stepsDone, total: run.stepsTotal } }),
        ...(phase === 'completed' && run.durationMs !== null && { durationMs: run.durationMs }),
      });
    }

    if (this.#summary && !this.#summary.held && now - this.#summary.since >= SUCCESS_MS) this.#summary = null;
    if (this.#summary) shown.push({ kind: 'summary', key: this.#summary.key, count: this.#summary.count });
    return shown;
  }

  /** When there will be something else to show, if nothing comes in between. */
  nextAt(now: number): number | null {
    const times = [...this.#followed.values()].flatMap((each) => {
      if (each.phase !== this.#target(each)) return [Math.max(now, each.since + PHASE_MS)];
      return leavesByItself(each.phase) && !each.held ? [each.since + SUCCESS_MS] : [];
    });
    if (this.#summary && !this.#summary.held) times.push(this.#summary.since + SUCCESS_MS);
    return times.length === 0 ? null : Math.min(...times);
  }

  dismiss(key: string): void {
    this.#followed.delete(key);
    if (this.#summary?.key === key) this.#summary = null;
  }

  hold(key: string): void {
    this.#at(key, (each) => {
      each.held = true;
    });
  }

  /** Its time begins anew: whoever pointed at it was reading. */
  release(key: string, now: number): void {
    this.#at(key, (each) => {
      each.held = false;
      each.since = now;
    });
  }

  #at(key: string, change: (each: { held: boolean; since: number }) => void): void {
    const each = this.#followed.get(key) ?? (this.#summary?.key === key ? this.#summary : undefined);
    if (each) change(each);
  }

  #isNew(run: Run): boolean {
    const known = this.#known.get(run.id);
    // Tried again after its end: that is news, too.
    return !known || (run.attempt > known.attempt && isTerminal(known.status));
  }

  #see(run: Run, now: number): void {
    const followed = this.#followed.get(run.id);
    if (this.#isNew(run)) {
      this.#followed.delete(run.id);
      this.#followed.set(run.id, { run, phase: 'received', since: now, held: false });
    } else if (followed && !(isTerminal(followed.run.status) && !isTerminal(run.status))) {
      this.#advance(followed, now);
      followed.run = run;
    } else if (!followed && this.#known.get(run.id)?.status === 'waiting' && isTerminal(run.status)) {
      // What has waited for two days may say that it is done.
      this.#followed.set(run.id, { run, phase: 'processing', since: now, held: false });
    }

    this.#remember(run);
  }

  #advance(each: Followed, now: number): void {
    // Several phases may be due when nobody has looked for a while; each had its time.
    while (each.phase !== this.#target(each) && now - each.since >= PHASE_MS) {
      const next: Phase = each.phase === 'received' && this.#target(each) !== 'processing' ? 'processing' : this.#target(each);
      each.since = next === this.#target(each) ? now : each.since + PHASE_MS;
      each.phase = next;
    }
  }

  #target({ run }: Followed): Phase {
    return run.status === 'queued' ? 'received' : run.status === 'running' ? 'processing' : run.status;
  }

  #leaves(each: Followed, now: number): boolean {
    return leavesByItself(each.phase) && each.phase === this.#target(each) && !each.held && now - each.since >= SUCCESS_MS;
  }

  /** Whether so many more would be too many notices. */
  #isCrowded(more: number, now: number): boolean {
    return this.#summary !== null || this.#lately(now).length + more > APART_MAX;
  }

  #lately(now: number): Followed[] {
    return [...this.#followed.values()].filter((each) => each.phase !== 'failed' && now - each.since < SUCCESS_MS);
  }

  /** Puts new runs, and those that came just before them, into one notice. */
  #fold(fresh: Run[], now: number): void {
    const before = this.#lately(now);
    for (const { run } of before) this.#followed.delete(run.id);
    for (const run of fresh) this.#remember(run);
    const count = before.length + fresh.length + (this.#summary?.count ?? 0);
    this.#summary = { key: this.#summary?.key ?? `summary-${this.#summaries++}`, count, since: now, held: this.#summary?.held ?? false };
  }

  #remember(run: Run): void {
    this.#known.delete(run.id);
    this.#known.set(run.id, { attempt: run.attempt, status: run.status });
    const oldest = this.#known.keys().next();
    if (this.#known.size > KNOWN_MAX && !oldest.done) this.#known.delete(oldest.value);
  }
}

/** A failure stays until somebody has seen it. */
function leavesByItself(phase: Phase): boolean {
  return phase === 'completed' || phase === 'canceled' || phase === 'waiting';
}
