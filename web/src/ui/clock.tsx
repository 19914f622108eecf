import { useSyncExternalStore } from 'react';
import { useApi } from '../api/context';
import { absolute, duration, relative } from '../lib/time';

/** One timer for everything on the page that ticks. */
class Ticker {
  readonly #listeners = new Set<() => void>();
  #timer: ReturnType<typeof setInterval> | undefined;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    this.#timer ??= setInterval(() => {
      for (const each of this.#listeners) each();
    }, 1_000);
    return () => {
      this.#listeners.delete(listener);
      if (this.#listeners.size > 0) return;
      clearInterval(this.#timer);
      this.#timer = undefined;
    };
  };

  /** Whole seconds, so that what has been read does not change between two ticks. */
  readonly second = (): number => Math.floor(Date.now() / 1_000);
}

const ticker = new Ticker();

/** The server's time in milliseconds, anew each second. */
export function useNow(): number {
  const api = useApi();
  useSyncExternalStore(ticker.subscribe, ticker.second);
  return api.clock.now();
}

/** "12 s ago", and the exact time as its tooltip. */
export function Time({ at }: { at: string }) {
  const now = useNow();
  return (
    <time dateTime={at} title={absolute(at)}>
      {relative(at, now)}
    </time>
  );
}

/** How long something took, or is taking. */
export function Elapsed({ from, to, ms }: { from: string | null; to?: string | null; ms?: number | null }) {
  const now = useNow();
  if (ms !== undefined && ms !== null) return <>{duration(ms)}</>;
  if (from === null) return <>–</>;
  return <>{duration(Math.max(0, (to ? Date.parse(to) : now) - Date.parse(from)))}</>;
}
