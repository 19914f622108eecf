const DELAYS_MS = [3_000, 6_000, 12_000, 30_000] as const;

/** How long to wait after so many failures in a row; it gets longer, and never ends. What the server asked for counts if it is longer. */
export function retryDelay(failures: number, retryAfterSeconds?: number): number {
  const usual = DELAYS_MS[Math.min(Math.max(failures, 1), DELAYS_MS.length) - 1] ?? DELAYS_MS[0];
  return Math.max(usual, (retryAfterSeconds ?? 0) * 1_000);
}
