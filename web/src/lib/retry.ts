/** How long to wait after each failure in a row; the last one holds for all that follow. Nothing ever stops asking. */
export const RETRY_STEPS_MS: readonly number[] = [3_000, 6_000, 12_000, 30_000];

/** However long the other side asks for, somebody who looks at the page sees it come back. */
export const RETRY_AFTER_MAX_MS = 5 * 60_000;

/** Milliseconds to wait after `failures` in a row: never sooner than the other side asked. */
export function retryDelay(failures: number, retryAfterSeconds?: number | null): number {
  const last = RETRY_STEPS_MS.length - 1;
  const index = Number.isFinite(failures) ? Math.min(Math.max(Math.trunc(failures) - 1, 0), last) : last;
  const own = RETRY_STEPS_MS[index] ?? 0;
  const asked = typeof retryAfterSeconds === 'number' && retryAfterSeconds > 0 ? Math.min(retryAfterSeconds * 1_000, RETRY_AFTER_MAX_MS) : 0;
  return Math.max(own, asked);
}

/** The `Retry-After` header in seconds, which is a number of them or a date; null if it says nothing. */
export function retryAfterOf(header: string | null, now: number): number | null {
  const text = header?.trim() ?? '';
  if (/^\d+$/.test(text)) {
    return Number(text);
  }

  // Date.parse would take "-1" or "1.5" for a date.
  const until = /[a-z]/i.test(text) ? Date.parse(text) : Number.NaN;
  return Number.isNaN(until) ? null : Math.max(0, Math.ceil((until - now) / 1_000));
}
