import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import type { InfiniteData, QueryKey, UseQueryResult } from '@tanstack/react-query';
import { useApi } from './context';
import { isMissing } from './client';
import { isTerminal } from '../lib/status';
import { pollEvery, polled } from './polling';
import type { Backtest, Connection, CortexEvent, EventDetail, Notification, Run, RunDetail, Step, Unit } from './types';

/** How often lists are asked for again. */
export const LIST_POLL_MS = 3_000;
/** How often a run that is not over is asked for again. */
export const RUN_POLL_MS = 1_000;
/** How often a list is asked for again that has been scrolled far back. */
const LONG_LIST_POLL_MS = 10_000;
const LONG_LIST_PAGES = 4;
const PAGE = 25;
/** All automations and connections are shown on one page; more come with "Load older". */
const PAGE_MAX = 100;
/** What the deployment checklist asks for. */
const LATEST_RUNS = 10;

/** Lists show no items. */
const RUN_VIEW = 'basic';

export const keys = {
  units: ['units'] as const,
  unit: (id: string) => ['units', id] as const,
  backtest: (id: string, days: number) => ['backtest', id, days] as const,
  runs: ['runs'] as const,
  latestRuns: ['runs', 'latest'] as const,
  runList: (filter: RunFilter) => ['runs', 'list', filter] as const,
  run: (id: string) => ['runs', 'one', id] as const,
  events: ['events'] as const,
  eventList: (filter: EventFilter) => ['events', 'list', filter] as const,
  event: (id: string) => ['events', 'one', id] as const,
  connections: ['connections'] as const,
  notifications: ['notifications'] as const,
};

export interface RunFilter {
  unitId?: string | undefined;
  status?: string | undefined;
}

export interface EventFilter {
  connection?: string | undefined;
  outcome?: string | undefined;
}

export interface Page<T> {
  rows: T[];
  nextCursor: string | null;
}

export type Pages<T> = InfiniteData<Page<T>, string | null>;

interface Asked {
  queryKey: QueryKey;
  signal: AbortSignal;
}

export interface RunView {
  run: RunDetail;
  steps: Step[];
}

export function useUnits() {
  return useList<Unit>(keys.units, '/units', 'units', {}, PAGE_MAX);
}

export function useUnit(id: string): UseQueryResult<Unit> {
  const api = useApi();
  return useQuery({
    queryKey: keys.unit(id),
    queryFn: polled(async ({ signal }: Asked) => (await api.get<{ unit: Unit }>(`/units/${encodeURIComponent(id)}`, signal)).unit),
    refetchInterval: (query) => (isMissing(query.state.error) ? false : pollEvery(LIST_POLL_MS)(query)),
  });
}

/** What an automation would have done; asked for once, since it looks through all stored items. */
export function useBacktest(id: string, days: number, enabled: boolean): UseQueryResult<Backtest> {
  const api = useApi();
  return useQuery({
    queryKey: keys.backtest(id, days),
    queryFn: () => api.post<Backtest>(`/units/${encodeURIComponent(id)}/backtest`, { days }),
    enabled,
    staleTime: 60_000,
    refetchOnWindowFocus: false,
  });
}

export function useRuns(filter: RunFilter) {
  return useList<Run>(keys.runList(filter), '/runs', 'runs', { unitId: filter.unitId, status: filter.status, view: RUN_VIEW }, PAGE);
}

/** The newest runs of all automations: what the notices and the live sign go by. */
export function useLatestRuns(): UseQueryResult<Run[]> {
  const api = useApi();
  return useQuery({
    queryKey: keys.latestRuns,
    queryFn: polled(async ({ signal }: Asked) => (await api.get<{ runs: Run[] }>(`/runs?limit=${LATEST_RUNS}&view=${RUN_VIEW}`, signal)).runs),
    refetchInterval: pollEvery(LIST_POLL_MS),
  });
}

/** One run with its steps. `justMade`: it was seen in a list, so it may be a moment until it can be read. */
export function useRun(id: string): UseQueryResult<RunView> {
  const api = useApi();
  return useQuery<RunView>({
    queryKey: keys.run(id),
    queryFn: polled(({ signal }: Asked) => api.get<RunView>(`/runs/${encodeURIComponent(id)}`, signal)),
    refetchInterval: (query) => {
      if (isMissing(query.state.error)) return false;
      const run = query.state.data?.run;
      // Its last steps may be written a moment after its end: one more look, then no more.
      if (run && isTerminal(run.status)) return isSettled(run, api.clock.now()) ? false : 2 * RUN_POLL_MS;
      return pollEvery(RUN_POLL_MS)(query);
    },
  });
}

export function useEvents(filter: EventFilter) {
  return useList<CortexEvent>(keys.eventList(filter), '/events', 'events', { connection: filter.connection, outcome: filter.outcome }, PAGE);
}

export function useEvent(id: string, enabled = true): UseQueryResult<EventDetail> {
  const api = useApi();
  return useQuery<EventDetail>({
    queryKey: keys.event(id),
    queryFn: polled(async ({ signal }: Asked) => (await api.get<{ event: EventDetail }>(`/events/${encodeURIComponent(id)}`, signal)).event),
    refetchInterval: (query) => (query.state.data && query.state.data.status !== 'pending' ? false : pollEvery(LIST_POLL_MS)(query)),
    enabled,
  });
}

export function useConnections(pollMs = LIST_POLL_MS): UseQueryResult<Connection[]> {
  const api = useApi();
  return useQuery({
    queryKey: keys.connections,
    queryFn: polled(async ({ signal }: Asked) => (await api.get<{ connections: Connection[] }>(`/connections?limit=${PAGE_MAX}`, signal)).connections),
    refetchInterval: pollEvery(pollMs),
  });
}

export function useNotifications() {
  return useList<Notification>(keys.notifications, '/notifications', 'notifications', {}, PAGE);
}

/** A list whose loaded pages are asked for again together, so that no row is missed or shown twice. */
function useList<T>(key: QueryKey, path: string, member: string, query: Record<string, string | undefined>, limit: number) {
  const api = useApi();
  return useInfiniteQuery({
    queryKey: key,
    queryFn: polled(async ({ pageParam, signal }: Asked & { pageParam: string | null }) => {
      const search = new URLSearchParams({ limit: String(limit) });
      for (const [name, value] of Object.entries({ ...query, cursor: pageParam ?? undefined })) if (value) search.set(name, value);
      const answer = await api.get<Record<string, unknown>>(`${path}?${search}`, signal);
      return { rows: answer[member] as T[], nextCursor: (answer['nextCursor'] as string | null) ?? null } satisfies Page<T>;
    }),
    initialPageParam: null as string | null,
    getNextPageParam: (last: Page<T>) => last.nextCursor,
    refetchInterval: (q) => pollEvery((q.state.data?.pages.length ?? 0) > LONG_LIST_PAGES ? LONG_LIST_POLL_MS : LIST_POLL_MS)(q),
  });
}

/** The rows of all loaded pages; undefined while there are none. */
export function rowsOf<T>(pages: { pages: Page<T>[] } | undefined): T[] | undefined {
  return pages?.pages.flatMap((page) => page.rows);
}

function isSettled(run: Run, now: number): boolean {
  return run.completedAt === null || now - Date.parse(run.completedAt) > 2 * RUN_POLL_MS;
}
