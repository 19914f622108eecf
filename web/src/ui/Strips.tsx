import { CloudOff, RefreshCw, TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import type { QueryKey } from '@tanstack/react-query';
import { useConfig } from '../api/context';
import { keys, useLatestRuns } from '../api/queries';
import { nextTry } from '../api/polling';
import { ApiError } from '../api/problem';
import type { Config } from '../api/types';
import { useOnline } from '../live/online';
import { clockTime } from '../lib/time';
import { useNow } from './clock';

/** How often it is asked whether Cortex has been updated. */
const VERSION_POLL_MS = 60_000;

/** What is wrong at the moment with what is shown; nothing, as a rule. */
export function Strips() {
  const online = useOnline();
  const updated = useUpdated();
  const latest = useLatestRuns();
  return (
    <div className="strips" role="status">
      {!online && (
        <p className="strip tone-idle">
          <CloudOff size={16} aria-hidden="true" />
          You're offline, showing saved data. Nothing can be changed until you are back.
        </p>
      )}
      {online && latest.isError && latest.data && <StaleStrip at={latest.dataUpdatedAt} error={latest.error} queryKey={keys.latestRuns} />}
      {updated && (
        <p className="strip tone-run">
          <RefreshCw size={16} aria-hidden="true" />
          Cortex was updated.
          <button type="button" className="button" onClick={() => location.reload()}>
            Reload
          </button>
        </p>
      )}
    </div>
  );
}

function StaleStrip({ at, error, queryKey }: { at: number; error: unknown; queryKey: QueryKey }) {
  useNow();
  const next = nextTry(queryKey);
  const seconds = next === null ? 0 : Math.max(0, Math.ceil((next - Date.now()) / 1_000));
  const why = error instanceof ApiError && error.status === 429 ? 'Cortex asks for a short break' : "Couldn't refresh";
  return (
    <p className="strip tone-wait">
      <TriangleAlert size={16} aria-hidden="true" />
      {why}, showing data from {clockTime(at)}. {seconds > 0 ? `Retrying in ${seconds} s.` : 'Retrying…'}
    </p>
  );
}

/** Whether another version answers than the one that this page is of. */
function useUpdated(): boolean {
  const { version } = useConfig();
  const [first] = useState(version);
  const now = useQuery({
    queryKey: ['version'],
    queryFn: async ({ signal }) => ((await (await fetch('/api/cortex/config', { signal })).json()) as Config).version,
    refetchInterval: VERSION_POLL_MS,
    initialData: version,
    staleTime: VERSION_POLL_MS,
  });
  const [updated, setUpdated] = useState(false);
  useEffect(() => {
    if (now.data !== first) setUpdated(true);
  }, [now.data, first]);
  return updated;
}
