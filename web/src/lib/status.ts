import type { Fate, Outcome, Run, RunStatus, StepStatus, Unit, UnitAccount, UnitHealth, UnitStatus } from '../api/types';
import { providerName } from './tools';

export type Tone = 'ok' | 'run' | 'wait' | 'bad' | 'idle';

export interface StatusInfo {
  word: string;
  /** One sentence: the tooltip. */
  meaning: string;
  tone: Tone;
  /** A name of ui/badge.tsx; another shape for each status, since colour is never all. */
  icon: string;
}

const runs: Record<RunStatus, StatusInfo> = {
  queued: { word: 'Queued', meaning: 'It waits for its turn.', tone: 'idle', icon: 'circle-dashed' },
  running: { word: 'Running', meaning: 'Its steps are being carried out.', tone: 'run', icon: 'loader-circle' },
  waiting: { word: 'Waiting', meaning: 'It goes on by itself at the time that it waits for, or when its account is connected again.', tone: 'wait', icon: 'hourglass' },
  completed: { word: 'Completed', meaning: 'All of its steps are done.', tone: 'ok', icon: 'circle-check' },
  failed: { word: 'Failed', meaning: 'A step failed, and the steps after it were not carried out.', tone: 'bad', icon: 'circle-x' },
  canceled: { word: 'Canceled', meaning: 'Somebody stopped it before its end.', tone: 'idle', icon: 'ban' },
};

/** A call of a step may take a minute, and its end is written a moment later. */
const STALLED_MS = 75_000;
export const STALLED: StatusInfo = { word: 'Stalled', meaning: 'It has given no sign of life for more than a minute; Cortex takes it up again by itself.', tone: 'wait', icon: 'circle-alert' };

const steps: Record<StepStatus, StatusInfo> = {
  running: { word: 'Running', meaning: 'It is being carried out.', tone: 'run', icon: 'loader-circle' },
  completed: { word: 'Completed', meaning: 'It is done.', tone: 'ok', icon: 'circle-check' },
  failed: { word: 'Failed', meaning: 'It could not be done.', tone: 'bad', icon: 'circle-x' },
  skipped: { word: 'Skipped', meaning: 'Its own condition was not met, so there was nothing to do.', tone: 'idle', icon: 'circle-minus' },
};

const notRun: StatusInfo = { word: 'Not run', meaning: 'The run ended before it.', tone: 'idle', icon: 'circle-dashed' };

export type UnitState = 'active' | 'failing' | 'paused' | 'disabled' | 'needs_connection' | 'needs_reauth';

const units: Record<UnitState, StatusInfo> = {
  active: { word: 'Active', meaning: 'It runs on everything that fits.', tone: 'ok', icon: 'circle-play' },
  failing: { word: 'Failing', meaning: 'It is active, but two or more of its last five runs failed.', tone: 'bad', icon: 'triangle-alert' },
  paused: { word: 'Paused', meaning: 'It runs on nothing until it is resumed.', tone: 'idle', icon: 'circle-pause' },
  disabled: { word: 'Disabled', meaning: 'It has been switched off, and runs on nothing until it is switched on.', tone: 'idle', icon: 'power-off' },
  needs_connection: { word: 'Needs connection', meaning: 'An account that it uses is not connected.', tone: 'wait', icon: 'cable' },
  needs_reauth: { word: 'Reconnect needed', meaning: 'An account that it uses does not let Cortex in any more.', tone: 'bad', icon: 'key-round' },
};

const fates: Record<Fate, StatusInfo> = {
  ran: { word: 'Ran', meaning: 'It started a run.', tone: 'ok', icon: 'circle-check' },
  filtered: { word: 'Did not match', meaning: 'A condition of the automation was not met.', tone: 'idle', icon: 'filter' },
  paused: { word: 'Paused', meaning: 'The automation was paused or disabled when it came.', tone: 'wait', icon: 'circle-pause' },
  duplicate: { word: 'Duplicate', meaning: 'It had been dealt with before.', tone: 'idle', icon: 'copy' },
  too_old: { word: 'Too old', meaning: 'It happened before the automation was switched on.', tone: 'idle', icon: 'clock' },
  needs_connection: { word: 'Needs connection', meaning: 'An account that the automation uses is not connected.', tone: 'bad', icon: 'cable' },
  ignored: { word: 'Nothing to do', meaning: 'No automation waits for anything of this kind.', tone: 'idle', icon: 'circle-minus' },
};

const outcomes: Record<Outcome, StatusInfo> = {
  ...fates,
  processed: { word: 'Done', meaning: 'Cortex has dealt with it; no automation has a part in it.', tone: 'idle', icon: 'circle-dashed' },
  failed: { word: 'Could not be processed', meaning: 'Cortex tried again and again, and gave up.', tone: 'bad', icon: 'circle-x' },
};

const pending: StatusInfo = { word: 'Being processed', meaning: 'It is safe on disk, and its turn is coming.', tone: 'run', icon: 'loader-circle' };
const unknown: StatusInfo = { word: 'Unknown', meaning: 'This console is older than the Cortex that it talks to: reload the page.', tone: 'idle', icon: 'circle-alert' };

export const runStatus = (status: RunStatus): StatusInfo => runs[status] ?? unknown;
/** `now`: the server's time, in milliseconds. */
export const shownRunStatus = (run: Pick<Run, 'status' | 'updatedAt'>, now: number): StatusInfo =>
  (run.status === 'running' || run.status === 'queued') && now - Date.parse(run.updatedAt) > STALLED_MS ? STALLED : runStatus(run.status);
export const stepStatus = (status: StepStatus | 'not_run'): StatusInfo => (status === 'not_run' ? notRun : (steps[status] ?? unknown));
export const fateStatus = (outcome: Outcome | null): StatusInfo => (outcome === null ? pending : (outcomes[outcome] ?? unknown));
export const unitStatus = (state: UnitState): StatusInfo => units[state] ?? unknown;

export const RUN_STATUSES = Object.keys(runs) as RunStatus[];
export const FATES = Object.keys(fates) as Fate[];

export function isTerminal(status: RunStatus): boolean {
  return status === 'completed' || status === 'failed' || status === 'canceled';
}

/** From so many failures among the last five runs on, an automation counts as failing. */
const FAILING = 2;

type StateOf = { status: UnitStatus; health: UnitHealth; failedOfLastFive: number };

/** The one thing to say about an automation: what was asked for first, then what keeps it from running, then how it does. */
export function unitState(unit: StateOf): UnitState {
  if (unit.status !== 'active') return unit.status;
  if (unit.health !== 'ok') return unit.health;
  return unit.failedOfLastFive >= FAILING ? 'failing' : 'active';
}

/** The account that keeps an active automation from working until its user connects it. */
export function accountInTheWay(unit: Pick<Unit, 'status' | 'health' | 'accounts'>): UnitAccount | undefined {
  if (unit.status !== 'active' || unit.health === 'ok') return undefined;
  const works = new Set(unit.accounts.flatMap((account) => (account.status === 'active' ? [account.provider] : [])));
  const status = unit.health === 'needs_connection' ? 'not_connected' : 'needs_reauth';
  return unit.accounts.find((account) => account.status === status && !works.has(account.provider));
}

/** What is said of an automation, with the name of the account that its user has to connect. */
export function unitInfo(unit: Unit): StatusInfo {
  const info = unitStatus(unitState(unit));
  const account = accountInTheWay(unit);
  if (!account) return info;
  const name = providerName(account.provider);
  return {
    ...info,
    meaning: account.id === null ? `It uses ${name}, which is not connected.` : `It uses ${account.email === null ? name : `${account.email} at ${name}`}, which does not let Cortex in any more.`,
  };
}

export function needsAttention(unit: StateOf): boolean {
  const state = unitState(unit);
  return state === 'failing' || state === 'needs_connection' || state === 'needs_reauth';
}

/** What needs attention first, then what was active last. */
export function compareUnits(a: Unit, b: Unit): number {
  const attention = Number(needsAttention(b)) - Number(needsAttention(a));
  return attention !== 0 ? attention : activity(b) - activity(a);
}

function activity(unit: Unit): number {
  return Math.max(Date.parse(unit.createdAt), unit.lastRunAt === null ? 0 : Date.parse(unit.lastRunAt));
}
