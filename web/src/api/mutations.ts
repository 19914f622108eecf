import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { QueryClient } from '@tanstack/react-query';
import { useApi } from './context';
import { ApiError } from './problem';
import { keys } from './queries';
import type { Pages } from './queries';
import type { Connection, Preview, Run, Session, Unit, UnitStatus, UnitTest } from './types';

export interface NewUnit {
  name: string;
  prompt: string;
  /** What was shown is what is stored. */
  programHash?: string | undefined;
}

export interface UnitEdit {
  id: string;
  name?: string;
  prompt?: string;
  programHash?: string;
}

export function useCreateUnit() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    // The key makes a second click, or a retry after a lost answer, the same automation.
    mutationFn: ({ unit, key }: { unit: NewUnit; key: string }) =>
      api.post<{ unit: Unit }>('/units', unit, { headers: { 'Idempotency-Key': key } }).then((answer) => answer.unit),
    onSuccess: (unit) => {
      queries.setQueryData<Pages<Unit>>(keys.units, (pages) => withFirst(pages, unit));
      return queries.invalidateQueries({ queryKey: keys.units });
    },
  });
}

export function useEditUnit() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, ...change }: UnitEdit) => api.patch<{ unit: Unit }>(`/units/${encodeURIComponent(id)}`, change).then((answer) => answer.unit),
    onSuccess: (unit) => putUnit(queries, unit),
  });
}

/** Changes the status on the screen at once, and back if Cortex does not agree. */
export function useSetStatus() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ unit, status }: { unit: Unit; status: UnitStatus }) =>
      api.patch<{ unit: Unit }>(`/units/${encodeURIComponent(unit.id)}/status`, { status }).then((answer) => answer.unit),
    onMutate: async ({ unit, status }) => {
      // An answer that is under way shows the state before.
      await queries.cancelQueries({ queryKey: keys.units });
      putUnit(queries, { ...unit, status });
    },
    onSuccess: (unit) => putUnit(queries, unit),
    onError: (_error, { unit }) => putUnit(queries, unit),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.units }),
  });
}

/** Not optimistic: it cannot be undone. One that is gone already counts as deleted. */
export function useDeleteUnit() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: async (unit: Unit) => {
      try {
        await api.delete(`/units/${encodeURIComponent(unit.id)}`);
      } catch (error) {
        if (!(error instanceof ApiError && error.status === 404)) throw error;
      }
    },
    onSuccess: (_done, unit) => {
      dropUnit(queries, unit.id);
      return queries.invalidateQueries({ queryKey: keys.units });
    },
  });
}

export function usePreview() {
  const api = useApi();
  return useMutation({
    mutationFn: ({ prompt, reader, signal }: { prompt: string; reader?: 'builtin'; signal: AbortSignal }) => api.post<Preview>('/units/preview', { prompt, reader }, { signal }),
  });
}

export function useTestUnit() {
  const api = useApi();
  return useMutation({ mutationFn: (id: string) => api.post<UnitTest>(`/units/${encodeURIComponent(id)}/test`, {}) });
}

export type RunAction = 'retry' | 'rerun' | 'cancel';

export function useRunAction() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: ({ id, action }: { id: string; action: RunAction }) => api.post<{ run: Run }>(`/runs/${encodeURIComponent(id)}/${action}`).then((answer) => answer.run),
    onSettled: () => queries.invalidateQueries({ queryKey: keys.runs }),
  });
}

export function useConnectSession() {
  const api = useApi();
  return (wanted: { providerConfigKey?: string; connection?: string }) => api.post<Session>('/connections/session', wanted);
}

/** After the dialog of Nango has said that it is done: Cortex asks Nango itself whose it is. */
export function useClaimConnection() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (claimed: { connectionId: string; providerConfigKey: string }) => api.post<{ connection: Connection }>('/connections', claimed).then((answer) => answer.connection),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: keys.connections }), queries.invalidateQueries({ queryKey: keys.units })]),
  });
}

export function useDisconnect() {
  const api = useApi();
  const queries = useQueryClient();
  return useMutation({
    mutationFn: (connection: Connection) => api.delete(`/connections/${encodeURIComponent(connection.id)}`),
    onSettled: () => Promise.all([queries.invalidateQueries({ queryKey: keys.connections }), queries.invalidateQueries({ queryKey: keys.units })]),
  });
}

/** Shows a newer state of an automation wherever it is shown. */
export function putUnit(queries: QueryClient, unit: Unit): void {
  queries.setQueryData<Pages<Unit>>(keys.units, (pages) => pages && mapRows(pages, (row) => (row.id === unit.id ? unit : row)));
  queries.setQueryData<Unit>(keys.unit(unit.id), (known) => known && unit);
}

export function dropUnit(queries: QueryClient, id: string): void {
  queries.setQueryData<Pages<Unit>>(keys.units, (pages) => pages && { ...pages, pages: pages.pages.map((page) => ({ ...page, rows: page.rows.filter((row) => row.id !== id) })) });
  // Its open page keeps what it shows, and learns that it is gone.
  void queries.invalidateQueries({ queryKey: keys.unit(id) });
}

export function mapRows<T>(pages: Pages<T>, change: (row: T) => T): Pages<T> {
  return { ...pages, pages: pages.pages.map((page) => ({ ...page, rows: page.rows.map(change) })) };
}

function withFirst(pages: Pages<Unit> | undefined, unit: Unit): Pages<Unit> | undefined {
  const [first, ...rest] = pages?.pages ?? [];
  if (!pages || !first || first.rows.some((row) => row.id === unit.id)) return pages;
  return { ...pages, pages: [{ ...first, rows: [unit, ...first.rows] }, ...rest] };
}
