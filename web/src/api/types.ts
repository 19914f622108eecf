/** What the API answers, as docs of its routes say (`/openapi/v1.json`). Times are ISO 8601, UTC. */

export type UnitStatus = 'active' | 'paused' | 'disabled';
export type UnitHealth = 'ok' | 'needs_connection' | 'needs_reauth';
export type RunStatus = 'queued' | 'running' | 'waiting' | 'completed' | 'failed' | 'canceled';
export type StepStatus = 'running' | 'completed' | 'failed' | 'skipped';
export type Provider = 'gmail' | 'google-calendar' | 'salesforce';
export type Fate = 'ran' | 'filtered' | 'paused' | 'duplicate' | 'too_old' | 'needs_connection' | 'ignored';
/** Of a whole event: its most telling fate, or what became of one that no automation has a part in. */
export type Outcome = Fate | 'processed' | 'failed';
export type Json = null | boolean | number | string | Json[] | { [name: string]: Json };
export type JsonObject = { [name: string]: Json };

/** A condition of a program: a leaf, or a tree of them. */
export type Condition =
  | { all: Condition[] }
  | { any: Condition[] }
  | { not: Condition }
  | { field?: string; op: string; value?: Json; edge?: boolean };

export interface ProgramStep {
  tool: string;
  input: JsonObject;
  if?: Condition;
}

export interface Program {
  version: number;
  trigger: { provider: Provider; event: string; where?: Condition; params?: JsonObject };
  steps: ProgramStep[];
}

/** The explanation in its parts: what it waits for, and one sentence per step. Made from the program, never by a model. */
export interface ReadBack {
  when: string;
  then: string[];
}

export interface LastRun {
  id: string;
  status: RunStatus;
  createdAt: string;
  error: string | null;
}

/** An account that an automation may use; `id` is null where none is connected. */
export interface UnitAccount {
  id: string | null;
  provider: Provider;
  email: string | null;
  status: Connection['status'] | 'not_connected';
}

export interface Unit {
  id: string;
  name: string;
  prompt: string;
  status: UnitStatus;
  health: UnitHealth;
  /** By provider, the trigger's first; those that work first. */
  accounts: UnitAccount[];
  version: number;
  program: Program;
  programHash: string;
  explanation: string;
  /** Null for one that was compiled before read-backs were kept. */
  readBack: ReadBack | null;
  compiler: string;
  createdAt: string;
  updatedAt: string;
  lastRunAt: string | null;
  lastRun: LastRun | null;
  /** Runs made in the last 24 hours. */
  runsLastDay: number;
  /** How many of its last five ended runs failed. */
  failedOfLastFive: number;
}

export interface Preview {
  program: Program;
  programHash: string;
  explanation: string;
  readBack: ReadBack;
  compiler: string;
  missingConnections: Provider[];
  warnings: string[];
  danger?: Danger;
}

/** What a program could hurt, tried on the past items; without figures when it could not be tried. */
export interface Danger {
  sentence: string;
  matched: number | null;
  of: number | null;
  days: number;
}

export interface Judgement {
  condition: string;
  holds: boolean;
  reason: string;
}

/** What a user does about an error. */
export type ErrorFix = 'retry' | 'reconnect' | 'edit' | 'wait' | 'contact';

/** As the console asks for it in lists: without its item. */
export interface Run {
  id: string;
  unitId: string;
  unitName: string;
  unitVersion: number;
  eventId: string;
  connectionId: string;
  providerConfigKey: string;
  status: RunStatus;
  resumeAt: string | null;
  /** The connection that must be connected again before it goes on. */
  heldBy: string | null;
  /** `gmail.email.received`… */
  triggerType: string;
  /** What people call the item: an email's subject, a record's name. */
  summary: string | null;
  attempt: number;
  error: string | null;
  /** What is wrong, of the list in docs/errors.md. */
  errorCode: string | null;
  /** The provider whose call failed. */
  provider: string | null;
  retryable: boolean | null;
  fix: ErrorFix | null;
  stepsDone: number;
  stepsTotal: number;
  createdAt: string;
  updatedAt: string;
  startedAt: string | null;
  completedAt: string | null;
  durationMs: number | null;
  judgement: Judgement[] | null;
}

/** One run alone: with its item, and the program that it runs. */
export interface RunDetail extends Run {
  trigger: Json;
  program: Program | null;
}

/** A call that failed. */
export interface StepFailure {
  startedAt: string;
  completedAt: string;
  error: string;
}

export interface Step {
  index: number;
  tool: string;
  status: StepStatus;
  input: Json;
  inputTruncated: boolean;
  output: Json;
  outputTruncated: boolean;
  error: string | null;
  /** What is wrong, of the list in docs/errors.md. */
  errorCode: string | null;
  retryable: boolean | null;
  fix: ErrorFix | null;
  attempts: number;
  failures: StepFailure[];
  startedAt: string;
  completedAt: string | null;
  durationMs: number | null;
}

export interface Connection {
  id: string;
  connectionId: string;
  provider: Provider;
  providerConfigKey: string;
  email: string | null;
  status: 'active' | 'needs_reauth';
  createdAt: string;
  lastEventAt: string | null;
}

export interface CortexEvent {
  id: string;
  type: string;
  connectionId: string | null;
  providerConfigKey: string | null;
  receivedAt: string;
  processedAt: string | null;
  status: 'pending' | 'processed' | 'failed';
  outcome: Outcome | null;
  reason: string | null;
  /** What is wrong, of the list in docs/errors.md. */
  errorCode: string | null;
  retryable: boolean | null;
  fix: ErrorFix | null;
  caughtUp: boolean;
  /** The first item's title. */
  summary: string | null;
  /** How many fates of each kind it has. */
  fateCounts: Partial<Record<Fate, number>>;
}

/** What became of one item at one automation, or of `count` items alike; those have no `itemId`. */
export interface ItemFate {
  itemId?: string;
  /** What people call the item. */
  title?: string;
  event: string;
  unitId: string;
  unitName: string;
  fate: Fate;
  runId?: string;
  reason?: string;
  condition?: string;
  saw?: string;
  count: number;
}

export interface EventDetail extends CortexEvent {
  fates: ItemFate[];
}

export interface Notification {
  id: string;
  text: string;
  unitId: string;
  unitName: string;
  runId: string;
  createdAt: string;
}

export interface ConditionVerdict {
  condition: string;
  verdict: 'holds' | 'fails' | 'unknown';
  saw: string | null;
  explanation: string | null;
  parts: ConditionVerdict[];
}

export interface BacktestItem {
  id: string;
  occurredAt: string;
  title: string | null;
  condition: ConditionVerdict | null;
}

export interface Backtest {
  since: string;
  examined: number;
  complete: boolean;
  counts: { matches: number; undecided: number; nearMisses: number };
  matches: BacktestItem[];
  undecided: BacktestItem[];
  nearMisses: BacktestItem[];
  limits: { items: number; listed: number; note: string };
}

export interface TestStep {
  index: number;
  tool: string;
  status: 'would_run' | 'skipped' | 'unknown' | 'would_fail';
  input: Json;
  error: string | null;
  if: ConditionVerdict | null;
}

export interface UnitTest {
  item: JsonObject;
  source: 'sample' | 'stored';
  matched: boolean | null;
  verdict: 'holds' | 'fails' | 'unknown';
  conditions: ConditionVerdict;
  steps: TestStep[];
}

export interface Session {
  token: string;
  connectLink: string | null;
  expiresAt: string;
}

export interface Config {
  auth: {
    mode: 'firebase' | 'local';
    issuer: string;
    firebase: { projectId: string; authDomain: string; apiKey: string | null; google: boolean };
  };
  nango: { apiUrl: string; connectUrl: string | null; integrations: Record<Provider, string> };
  /** The sandbox that stands in for the outside world; null where the outside world is real. */
  sandbox: { url: string } | null;
  version: string;
}

export interface Span {
  start: number;
  length: number;
}

/** A part of a refused prompt that was understood. */
export interface UnderstoodSpan {
  start: number;
  length: number;
  as: string;
}

/** Another wording of a refused prompt, which compiles. */
export interface Suggestion {
  prompt: string;
  program: Json;
  explanation: string;
  changes: string[];
}

/** The one thing that a refused prompt leaves open; `insert` is the prompt with `{answer}` in its place. */
export interface PromptQuestion {
  text: string;
  options: string[];
  insert: string;
}

export interface Problem {
  title: string;
  status: number;
  detail: string;
  error: string;
  code?: string;
  at?: Span;
  understood?: UnderstoodSpan[];
  leftOver?: Span[];
  suggestions?: Suggestion[];
  question?: PromptQuestion;
  /** With the code `needs_confirmation`. */
  danger?: Danger;
  programHash?: string;
  traceId: string;
}
