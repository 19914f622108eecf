import type { Fate, RunStatus, StepStatus, Unit } from '../api/types';

/** Which of the five colours; never the only sign. */
export type Tone = 'ok' | 'run' | 'wait' | 'bad' | 'idle';

/** An icon of lucide-react, by the name of its component. In each table no two statuses have the same. */
export type IconName =
  | 'Ban' | 'CircleCheck' | 'CirclePause' | 'CircleX' | 'Clock' | 'Copy' | 'EyeOff' | 'Funnel' | 'History' | 'Hourglass' | 'KeyRound' | 'LoaderCircle' | 'PowerOff'
  | 'SkipForward' | 'Unplug';

export interface StatusWords {
  word: string;
  /** One sentence, for the tooltip. */
  meaning: string;
  tone: Tone;
  icon: IconName;
}

/** What a unit shows: its status, unless there is something to be done about it. */
export type UnitState = 'active' | 'failing' | 'paused' | 'disabled' | 'needs_connection' | 'needs_reauth';

/** So many failures among the last five runs make a unit one that fails. */
export const FAILING_FROM = 2;

export const RUN_STATUSES: Record<RunStatus, StatusWords> = {
  queued: { word: 'Queued', meaning: 'It waits for its turn.', tone: 'idle', icon: 'Clock' },
  running: { word: 'Running', meaning: 'Its steps are being carried out.', tone: 'run', icon: 'LoaderCircle' },
  waiting: { word: 'Waiting', meaning: 'It goes on by itself: later, or when its account works again.', tone: 'wait', icon: 'Hourglass' },
  completed: { word: 'Completed', meaning: 'Every step was carried out, or skipped because its condition did not hold.', tone: 'ok', icon: 'CircleCheck' },
  failed: { word: 'Failed', meaning: 'A step could not be carried out, or a condition could not be judged; what follows was not run.', tone: 'bad', icon: 'CircleX' },
  canceled: { word: 'Canceled', meaning: 'Somebody stopped it before its end.', tone: 'idle', icon: 'Ban' },
};

export const STEP_STATUSES: Record<StepStatus, StatusWords> = {
  running: { word: 'Running', meaning: 'It has begun and is not over; it may be waiting for another try.', tone: 'run', icon: 'LoaderCircle' },
  completed: { word: 'Completed', meaning: 'It was carried out.', tone: 'ok', icon: 'CircleCheck' },
  failed: { word: 'Failed', meaning: 'It could not be carried out.', tone: 'bad', icon: 'CircleX' },
  skipped: { word: 'Skipped', meaning: 'A condition did not hold, so it was not carried out.', tone: 'idle', icon: 'SkipForward' },
};

export const UNIT_STATES: Record<UnitState, StatusWords> = {
  active: { word: 'Active', meaning: 'It runs whenever what it waits for happens.', tone: 'ok', icon: 'CircleCheck' },
  failing: { word: 'Failing', meaning: 'It is active, but two or more of its last five runs failed.', tone: 'bad', icon: 'CircleX' },
  paused: { word: 'Paused', meaning: 'Nothing that happens now sets it off, until somebody resumes it.', tone: 'idle', icon: 'CirclePause' },
  disabled: { word: 'Disabled', meaning: 'It is switched off: nothing sets it off until somebody switches it on.', tone: 'idle', icon: 'PowerOff' },
  needs_connection: { word: 'Needs connection', meaning: 'An account that it uses is not connected; connect it, and it goes on.', tone: 'wait', icon: 'Unplug' },
  needs_reauth: { word: 'Reconnect needed', meaning: 'An account that it uses no longer lets Cortex in; connect it again, and it goes on.', tone: 'wait', icon: 'KeyRound' },
};

export const FATES: Record<Fate, StatusWords> = {
  ran: { word: 'Ran', meaning: 'The automation ran for it.', tone: 'ok', icon: 'CircleCheck' },
  filtered: { word: 'Filtered', meaning: 'A condition of the automation did not hold.', tone: 'idle', icon: 'Funnel' },
  paused: { word: 'Paused', meaning: 'The automation was not active when it came.', tone: 'idle', icon: 'CirclePause' },
  duplicate: { word: 'Duplicate', meaning: 'The automation had it before; nothing happens twice.', tone: 'idle', icon: 'Copy' },
  too_old: { word: 'Too old', meaning: 'It is older than the automation.', tone: 'idle', icon: 'History' },
  needs_connection: { word: 'Needs connection', meaning: 'An account that the automation uses could not be used.', tone: 'wait', icon: 'Unplug' },
  ignored: { word: 'Ignored', meaning: 'There was nothing in it for an automation.', tone: 'idle', icon: 'EyeOff' },
};

/** Whether a run or a step is over. A failed or canceled run may still be retried. */
export function isTerminal(status: RunStatus | StepStatus): boolean {
  return status !== 'queued' && status !== 'running' && status !== 'waiting';
}

/** What somebody switched off has nothing to be done about, whatever else is wrong. */
export function unitState(unit: Pick<Unit, 'status' | 'health' | 'failedOfLastFive'>): UnitState {
  return unit.status !== 'active' ? unit.status
    : unit.health !== 'ok' ? unit.health
    : unit.failedOfLastFive >= FAILING_FROM ? 'failing'
    : 'active';
}

export function needsAttention(state: UnitState): boolean {
  return state === 'failing' || state === 'needs_connection' || state === 'needs_reauth';
}

/** What needs attention first, then what was active last; by name where nothing else tells them apart. */
export function compareUnits(a: Unit, b: Unit): number {
  return (
    Number(needsAttention(unitState(b))) - Number(needsAttention(unitState(a))) ||
    activityOf(b) - activityOf(a) ||
    a.name.localeCompare(b.name) ||
    (a.id < b.id ? -1 : Number(a.id > b.id))
  );
}

/** It ran, or somebody changed it. */
function activityOf(unit: Unit): number {
  return Math.max(...[unit.lastRunAt, unit.updatedAt, unit.createdAt].map((time) => Date.parse(time ?? '') || 0));
}
