import { hashKey } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { ApiError } from './problem';
import { retryDelay } from '../lib/retry';

interface Failures {
  count: number;
  retryAfter: number | undefined;
  since: number;
}

/** How often in a row each polled query has failed; the library counts only within one fetch. */
const failing = new Map<string, Failures>();

/** Counts the failures of a query function, so that the next poll comes later and later, and never stops for good. */
export function polled<T, C extends { queryKey: QueryKey; signal: AbortSignal }>(read: (context: C) => Promise<T>) {
  return async (context: C): Promise<T> => {
    const key = hashKey(context.queryKey);
    try {
      const answer = await read(context);
      failing.delete(key);
      return answer;
    } catch (error) {
      if (!context.signal.aborted) {
        const before = failing.get(key);
        failing.set(key, {
          count: (before?.count ?? 0) + 1,
          retryAfter: error instanceof ApiError ? error.retryAfter : undefined,
          since: Date.now(),
        });
      }

      throw error;
    }
  };
}

let paused = false;

/** Polls that are under way end; no new one begins until polling goes on. */
export function pausePolling(wanted: boolean): void {
  paused = wanted;
}

/** For `refetchInterval`: the usual time, or after failures a longer one, or what the API asked for. */
export function pollEvery(usualMs: number) {
  return (query: { queryHash: string }): number | false => {
    if (paused) return false;
    const failures = failing.get(query.queryHash);
    return failures ? retryDelay(failures.count, failures.retryAfter) : usualMs;
  };
}

/** When a failing query is asked for again, in milliseconds since 1970; null while all is well. */
export function nextTry(key: QueryKey): number | null {
  const failures = failing.get(hashKey(key));
  return failures ? failures.since + retryDelay(failures.count, failures.retryAfter) : null;
}

/** For a new user of the page. */
export function forgetFailures(): void {
  failing.clear();
}
