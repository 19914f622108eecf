import type { Run } from '../api/types';
import { follow, isOver, pathOf, type Phase, PHASES } from './phasePath';

export type { Phase };

/** What is shown of a run, or of many at once. */
export type RunToast =
  | { key: string; kind: 'run'; runId: string; unitName: string; phase: Phase; step?: { done: number; total: number }; durationMs?: number }
  | { key: string; kind: 'summary'; count: number };

/** Each phase stays at least this long, so that it can be read. */
export const PHASE_MIN_MS = 700;
/** What is good, or asks for nothing, leaves by itself. */
export const LEAVE_AFTER_MS = 5_000;
/** A run that is not over and of which nothing is heard leaves too; its end brings it back. */
export const UNSEEN_MAX_MS = 30_000;
/** More new runs than these at once are told as a number. */
export const NEW_RUNS_MAX = 3;
/** What a stream tells one by one within this time is told at once. */
export const BURST_MS = 1_000;
/** Toasts of runs on the screen. */
export const TOASTS_MAX = 5;
/** Runs that are remembered. */
export const KNOWN_MAX = 500;

interface Known {
  attempt: number;
  phase: Phase;
  createdAt: number;
  /** Closed by its user or told as a number: only its failure is news. */
  isMuted: boolean;
}

interface Live {
  run: Run;
  /** Since when its phase is shown; null until somebody has asked, so that nothing is missed while a tab sleeps. */
  shownAt: number | null;
  phase: Phase;
  pending: Phase[];
  seenAt: number;
  isHeld: boolean;
}

interface Summary {
  key: string;
  count: number;
  shownAt: number | null;
  isHeld: boolean;
}

const keyOf = (runId: string) => `run:${runId}`;

/**
 * Received, processing, over: what to show of runs that may begin and end between two looks at them. Time is what the caller says it is.
 * After `observe` and at `nextAt`, ask for `toasts`: the same array until something happens.
 */
export class PhaseQueue {
  readonly #known = new Map<string, Known>();
  readonly #live = new Map<string, Live>();
  #summary: Summary | null = null;
  #summaries = 0;
  #hasBaseline = false;
  /** Runs that were made up to here and are not known were there before. */
  #horizon = Number.NEGATIVE_INFINITY;
  #births: { runId: string; at: number }[] = [];
  #shown: RunToast[] | null = null;

  /** The newest runs, as a list of the API has them. The first list is what was there before: it shows nothing. */
  observe(runs: readonly Run[], now: number): void {
    const isBaseline = !this.#hasBaseline;
    if (isBaseline) {
      this.#hasBaseline = true;
      this.#horizon = Math.max(this.#horizon, Math.min(...runs.map((run) => Date.parse(run.createdAt))));
      this.#horizon = Number.isFinite(this.#horizon) ? this.#horizon : Number.NEGATIVE_INFINITY;
    }

    this.#see(runs, now, isBaseline);
  }

  /** One run, as a stream tells of it. */
  observeOne(run: Run, now: number): void {
    this.#see([run], now, !this.#hasBaseline);
  }

  toasts(now: number): RunToast[] {
    for (const [key, live] of this.#live) {
      this.#advance(key, live, now);
    }

    if (this.#summary) {
      this.#summary.shownAt ??= now;
      if (!this.#summary.isHeld && now - this.#summary.shownAt >= LEAVE_AFTER_MS) {
        this.#summary = null;
        this.#shown = null;
      }
    }

    this.#shown ??= [
      ...[...this.#live].map(([key, live]) => toastOf(key, live)),
      ...(this.#summary ? [{ key: this.#summary.key, kind: 'summary' as const, count: this.#summary.count }] : []),
    ];
    return this.#shown;
  }

  /** When `toasts` will have something else to say, if nothing is observed before; null: never. */
  nextAt(now: number): number | null {
    const times = [...this.#live.values()].map(nextOf);
    if (this.#summary && !this.#summary.isHeld) {
      times.push(this.#summary.shownAt === null ? now : this.#summary.shownAt + LEAVE_AFTER_MS);
    }

    const next = Math.min(...times);
    return next === Number.POSITIVE_INFINITY ? null : Math.max(next, now);
  }

  /** Keeps a toast where it is: somebody points at it. */
  hold(key: string): void {
    const held = this.#find(key);
    if (held) {
      held.isHeld = true;
    }
  }

  /** Lets it go, with all its time before it. */
  release(key: string, now: number): void {
    const held = this.#find(key);
    if (held?.isHeld) {
      held.isHeld = false;
      if ('seenAt' in held) {
        held.seenAt = now;
      }

      if (!('pending' in held) || held.pending.length === 0) {
        held.shownAt = held.shownAt === null ? null : now;
      }
    }
  }

  dismiss(key: string): void {
    const live = this.#live.get(key);
    const known = live && this.#known.get(live.run.id);
    if (known) {
      known.isMuted = true;
    }

    this.#live.delete(key);
    this.#summary = this.#summary?.key === key ? null : this.#summary;
    this.#shown = null;
  }

  #find(key: string): Live | Summary | null {
    return this.#live.get(key) ?? (this.#summary?.key === key ? this.#summary : null);
  }

  #see(runs: readonly Run[], now: number, isQuiet: boolean): void {
    const fresh: Run[] = [];
    for (const run of runs) {
      const known = this.#known.get(run.id);
      const next: Known = { attempt: run.attempt, phase: PHASES[run.status], createdAt: Date.parse(run.createdAt), isMuted: known?.isMuted ?? false };
      if (known && (next.attempt < known.attempt || (next.attempt === known.attempt && isOver(known.phase)))) {
        // Nothing goes backwards: this was said before what is known already. It has been looked at, so it is not forgotten yet.
        this.#remember(run.id, known);
      } else if (known) {
        next.isMuted &&= next.attempt === known.attempt;
        this.#remember(run.id, next);
        this.#follow(run, known, next, now, isQuiet);
      } else {
        this.#remember(run.id, next);
        if (!isQuiet && next.createdAt <= this.#horizon) {
          this.#begin(run, next.phase === 'processing' ? ['processing'] : [], now);
        } else if (!isQuiet) {
          fresh.push(run);
        }
      }
    }

    this.#arrive(fresh, now);
  }

  #follow(run: Run, known: Known, next: Known, now: number, isQuiet: boolean): void {
    const live = this.#live.get(keyOf(run.id));
    const isRetried = next.attempt > known.attempt;
    if (live) {
      live.run = !isRetried && run.stepsDone < live.run.stepsDone ? { ...run, stepsDone: live.run.stepsDone } : run;
      live.seenAt = now;
      live.pending = isRetried ? pathOf(run) : follow(live.phase, live.pending, run);
      this.#shown = null;
    } else if (!isQuiet && isRetried) {
      this.#begin(run, pathOf(run), now);
    } else if (!isQuiet && isOver(next.phase) && (!next.isMuted || next.phase === 'failed')) {
      // Of a run that was under way before, only the end is news: a held one looks again and again.
      this.#begin(run, [next.phase], now);
    }
  }

  #arrive(fresh: readonly Run[], now: number): void {
    if (fresh.length === 0) {
      return;
    }

    const births = [...this.#births.filter((birth) => Math.abs(now - birth.at) < BURST_MS), ...fresh.map((run) => ({ runId: run.id, at: now }))];
    const isBurst = births.length > NEW_RUNS_MAX;
    for (const birth of isBurst ? births : []) {
      if (this.#live.delete(keyOf(birth.runId))) {
        this.#count(birth.runId);
      }
    }

    for (const run of fresh.toReversed()) {
      if (isBurst || this.#live.size >= TOASTS_MAX) {
        this.#count(run.id);
      } else {
        this.#begin(run, ['received', ...pathOf(run).filter((phase) => phase !== 'received')], now);
      }
    }

    this.#births = births.slice(-NEW_RUNS_MAX - 1);
  }

  #begin(run: Run, phases: readonly Phase[], now: number): void {
    const [phase, ...pending] = phases;
    if (!phase) {
      return;
    }

    if (this.#live.size >= TOASTS_MAX) {
      // What stays until it is closed goes last.
      const entries = [...this.#live];
      const [leaving] = entries.find(([, live]) => live.phase !== 'failed') ?? entries[0] ?? [''];
      this.#live.delete(leaving);
    }

    this.#live.set(keyOf(run.id), { run, shownAt: null, phase, pending, seenAt: now, isHeld: false });
    this.#shown = null;
  }

  #count(runId: string): void {
    const known = this.#known.get(runId);
    if (known) {
      known.isMuted = true;
    }

    this.#summary ??= { key: `summary:${++this.#summaries}`, count: 0, shownAt: null, isHeld: false };
    this.#summary.count += 1;
    this.#summary.shownAt = null;
    this.#shown = null;
  }

  #advance(key: string, live: Live, now: number): void {
    if (live.shownAt === null) {
      live.shownAt = now;
    } else if (now >= nextOf(live)) {
      const next = live.pending.shift();
      if (next) {
        live.phase = next;
        live.shownAt = now;
      } else {
        this.#live.delete(key);
      }

      this.#shown = null;
    }
  }

  #remember(runId: string, known: Known): void {
    this.#known.delete(runId);
    this.#known.set(runId, known);
    for (const [oldest, { createdAt }] of this.#known) {
      if (this.#known.size <= KNOWN_MAX) {
        break;
      }

      this.#known.delete(oldest);
      this.#horizon = Math.max(this.#horizon, createdAt || this.#horizon);
    }
  }
}

function nextOf(live: Live): number {
  const shownAt = live.shownAt ?? live.seenAt;
  return live.shownAt === null ? shownAt
    : live.pending.length > 0 ? shownAt + PHASE_MIN_MS
    : live.isHeld || live.phase === 'failed' ? Number.POSITIVE_INFINITY
    : isOver(live.phase) ? shownAt + LEAVE_AFTER_MS
    : Math.max(shownAt + LEAVE_AFTER_MS, live.phase === 'waiting' ? 0 : live.seenAt + UNSEEN_MAX_MS);
}

function toastOf(key: string, { run, phase }: Live): RunToast {
  return {
    key,
    kind: 'run',
    runId: run.id,
    unitName: run.unitName,
    phase,
    ...(phase !== 'received' && run.stepsTotal > 0 ? { step: { done: run.stepsDone, total: run.stepsTotal } } : {}),
    ...(isOver(phase) && run.durationMs !== null ? { durationMs: run.durationMs } : {}),
  };
}
