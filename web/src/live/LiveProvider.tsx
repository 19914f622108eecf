import { useQueryClient } from '@tanstack/react-query';
import { createContext, useContext, useEffect, useMemo, useReducer, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useApi } from '../api/context';
import { pausePolling } from '../api/polling';
import { keys, useLatestRuns } from '../api/queries';
import { PhaseQueue } from '../lib/phases';
import type { SseMessage } from '../lib/sse';
import { LiveStream } from './stream';
import { applyChange } from './changes';
import { useOnline } from './online';

export type LiveMode = 'live' | 'polling' | 'paused' | 'offline';

interface Live {
  mode: LiveMode;
  /** When the page was last known to be right, in milliseconds since 1970; null before the first answer. */
  updatedAt: number | null;
  phases: PhaseQueue;
  /** Rises whenever the queue has seen something. */
  seen: number;
  /** The user may hold the page still. */
  paused: boolean;
  setPaused: (paused: boolean) => void;
}

const LiveContext = createContext<Live | null>(null);

/** Lists are asked for at most so often because of the stream. */
const REFETCH_MS = 1_000;
/** Messages after which lists are asked for again; the others only say that the stream is well. */
const TELLING = new Set(['unit', 'run', 'event', 'reset']);
/** A timer that comes so much later than it should has slept. */
const TICK_MS = 5_000;
const SLEPT_MS = 15_000;

/** Keeps what is shown true: by the stream at once, and by polling whatever the stream does. */
export function LiveProvider({ children }: { children: ReactNode }) {
  const api = useApi();
  const queries = useQueryClient();
  const online = useOnline();
  const [open, setOpen] = useState(false);
  const [paused, setPaused] = useState(false);
  const [seen, observed] = useReducer((count: number) => count + 1, 0);
  const phases = useRef<PhaseQueue>(undefined);
  phases.current ??= new PhaseQueue();
  const queue = phases.current;

  const latest = useLatestRuns();
  useEffect(() => {
    if (!latest.data) return;
    queue.observe(latest.data, Date.now());
    observed();
  }, [latest.data, latest.dataUpdatedAt, queue]);

  useEffect(() => {
    if (paused) {
      pausePolling(true);
      return () => {
        pausePolling(false);
        void queries.invalidateQueries();
      };
    }

    let refetch: ReturnType<typeof setTimeout> | undefined;
    const stream = new LiveStream(api, {
      state: (state) => setOpen(state === 'open'),
      message: (message: SseMessage) => {
        if (!TELLING.has(message.event)) return;
        const run = applyChange(queries, message);
        if (run) {
          queue.observeOne(run, Date.now());
          observed();
        }

        refetch ??= setTimeout(() => {
          refetch = undefined;
          for (const key of [keys.units, keys.runs, keys.events, keys.notifications]) void queries.invalidateQueries({ queryKey: key });
        }, REFETCH_MS);
      },
    });
    stream.start();

    const wake = () => stream.restart();
    let ticked = Date.now();
    const timer = setInterval(() => {
      if (Date.now() - ticked > SLEPT_MS) wake();
      ticked = Date.now();
    }, TICK_MS);
    addEventListener('online', wake);
    return () => {
      stream.stop();
      clearTimeout(refetch);
      clearInterval(timer);
      removeEventListener('online', wake);
      setOpen(false);
    };
  }, [api, queries, queue, paused]);

  const live = useMemo<Live>(
    () => ({
      mode: paused ? 'paused' : online ? (open ? 'live' : 'polling') : 'offline',
      updatedAt: latest.dataUpdatedAt || null,
      phases: queue,
      seen,
      paused,
      setPaused,
    }),
    [paused, online, open, latest.dataUpdatedAt, queue, seen],
  );

  return <LiveContext value={live}>{children}</LiveContext>;
}

export function useLive(): Live {
  const live = useContext(LiveContext);
  if (!live) throw new Error('There is no LiveProvider.');
  return live;
}
