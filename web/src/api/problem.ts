import { retryAfterOf } from '../lib/retry';
import type { Danger, Problem, PromptQuestion, Span, Suggestion, UnderstoodSpan } from './types';

/** What an answer that is no success says: the API's own sentence, or one in its place. */
export class ApiError extends Error {
  readonly status: number;
  readonly code: string | undefined;
  readonly at: Span | undefined;
  /** Of a refused prompt, what can be done about it. */
  readonly understood: readonly UnderstoodSpan[];
  readonly leftOver: readonly Span[];
  readonly suggestions: readonly Suggestion[];
  readonly question: PromptQuestion | undefined;
  /** With the code `needs_confirmation`: what the program could hurt, and the hash that confirms it. */
  readonly danger: Danger | undefined;
  readonly programHash: string | undefined;
  readonly traceId: string | undefined;
  /** Seconds after which to come back, when the API said so. */
  readonly retryAfter: number | undefined;

  constructor(status: number, problem: Partial<Problem>, retryAfter?: number) {
    super(problem.error ?? sentenceOf(status));
    this.name = 'ApiError';
    this.status = status;
    this.code = problem.code;
    this.at = problem.at;
    this.danger = problem.danger;
    this.programHash = problem.programHash;
    this.understood = problem.understood ?? [];
    this.leftOver = problem.leftOver ?? [];
    this.suggestions = problem.suggestions ?? [];
    this.question = problem.question;
    this.traceId = problem.traceId;
    this.retryAfter = retryAfter;
  }

  get isMissing(): boolean {
    return this.status === 403 || this.status === 404;
  }
}

/** The request never got an answer. */
export class NetworkError extends Error {
  constructor(cause: unknown) {
    super('Cortex could not be reached. Check your connection; Cortex itself goes on working.', { cause });
    this.name = 'NetworkError';
  }
}

/** Nobody is signed in any more, and asking for a new token did not help. */
export class SignedOutError extends Error {
  constructor() {
    super('Your session has ended. Sign in again.');
    this.name = 'SignedOutError';
  }
}

export async function problemOf(response: Response): Promise<ApiError> {
  const retryAfter = retryAfterOf(response.headers.get('Retry-After'), Date.now()) ?? undefined;
  try {
    return new ApiError(response.status, (await response.json()) as Partial<Problem>, retryAfter);
  } catch {
    // A proxy in between answers with a page of its own.
    return new ApiError(response.status, {}, retryAfter);
  }
}

export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : 'Something went wrong.';
}

function sentenceOf(status: number): string {
  if (status === 429) return 'Too many requests at once; Cortex asks for a short break.';
  if (status === 502 || status === 503 || status === 504) return 'Cortex is not available at the moment. What it has accepted is safe.';
  return `Cortex answered with an error (${status}).`;
}
