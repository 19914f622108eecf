import { ArrowUp } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { rowsOf, useConnections, useRuns, useUnits } from '../../api/queries';
import type { Run, RunStatus } from '../../api/types';
import { LiveSign } from '../../live/LiveSign';
import { RUN_STATUSES, runStatus } from '../../lib/status';
import { Page } from '../../ui/page';
import { useShortcut } from '../../ui/shortcuts';
import { EmptyState, ErrorCard, SkeletonRows } from '../../ui/states';
import { RunList } from './RunList';

/** Scrolled further down than this, new rows do not push what is being read. */
const TOP_PX = 160;

export default function RunsPage() {
  const query = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const asked = query.get('status') ?? '';
  const [unitId, status] = [query.get('unit') ?? '', RUN_STATUSES.includes(asked as RunStatus) ? asked : ''];
  const runs = useRuns({ unitId: unitId || undefined, status: status || undefined });
  const units = rowsOf(useUnits().data);
  const rows = rowsOf(runs.data);
  const { shown, fresh, show } = useSteady(rows, `${unitId} ${status}`);
  const first = useRef<HTMLSelectElement>(null);
  useShortcut('/', 'Filter', () => first.current?.focus());

  function filter(name: string, value: string) {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    go(next.size > 0 ? `/runs?${next}` : '/runs', { replace: true });
  }

  const isFiltered = unitId !== '' || status !== '';
  return (
    <Page title="Runs" aside={<LiveSign />}>
      <div className="stack">
        <div className="filter-bar">
          <label>
            Automation
            <select ref={first} value={unitId} onChange={(event) => filter('unit', event.target.value)}>
              <option value="">All</option>
              {unitId !== '' && !units?.some((unit) => unit.id === unitId) && <option value={unitId}>{rows?.[0]?.unitName ?? 'A deleted automation'}</option>}
              {units?.map((unit) => (
                <option key={unit.id} value={unit.id}>
                  {unit.name}
                </option>
              ))}
            </select>
          </label>
          <label>
            Status
            <select value={status} onChange={(event) => filter('status', event.target.value)}>
              <option value="">All</option>
              {RUN_STATUSES.map((each) => (
                <option key={each} value={each}>
                  {runStatus(each).word}
                </option>
              ))}
            </select>
          </label>
        </div>
        {fresh > 0 && (
          <button type="button" className="button button-primary new-rows" onClick={show}>
            <ArrowUp size={15} aria-hidden="true" />
            {fresh} new {fresh === 1 ? 'run' : 'runs'}
          </button>
        )}
        {runs.isPending && <SkeletonRows rows={6} height={62} />}
        {runs.isError && !rows && <ErrorCard what="Your runs" error={runs.error} onRetry={() => void runs.refetch()} />}
        {shown && shown.length > 0 && <RunList runs={shown} label="Runs" />}
        {rows?.length === 0 && (isFiltered ? <NoneFits status={status} onClear={() => go('/runs', { replace: true })} /> : <NoneYet />)}
        {runs.hasNextPage && (
          <p>
            <button type="button" className="button" disabled={runs.isFetchingNextPage} onClick={() => void runs.fetchNextPage()}>
              {runs.isFetchingNextPage ? 'Loading…' : 'Load older'}
            </button>
          </p>
        )}
      </div>
    </Page>
  );
}

/** At the top rows come as they come; further down they wait until they are asked for. */
function useSteady(rows: Run[] | undefined, filter: string) {
  const [newest, setNewest] = useState<{ filter: string; id: string | null }>({ filter, id: null });
  const known = newest.filter === filter ? newest.id : null;
  const at = rows?.findIndex((row) => row.id === known) ?? -1;
  const isDown = typeof scrollY === 'number' && scrollY > TOP_PX;
  const fresh = at > 0 && isDown ? at : 0;
  const head = rows?.[0]?.id ?? null;

  useEffect(() => {
    if (fresh === 0 && (known !== head || newest.filter !== filter)) setNewest({ filter, id: head });
  }, [fresh, known, head, filter, newest.filter]);

  return {
    shown: fresh > 0 ? rows?.slice(fresh) : rows,
    fresh,
    show: () => {
      setNewest({ filter, id: head });
      scrollTo({ top: 0 });
    },
  };
}

function NoneFits({ status, onClear }: { status: string; onClear: () => void }) {
  return (
    <EmptyState title={status === '' ? 'This automation has not run yet' : `No run is ${runStatus(status as RunStatus).word.toLowerCase()} here`}>
      <button type="button" className="button" onClick={onClear}>
        Clear filters
      </button>
    </EmptyState>
  );
}

function NoneYet() {
  const connections = useConnections().data?.length ?? 0;
  return (
    <EmptyState title="Nothing has run yet">
      {connections > 0 ? (
        <p>
          Cortex is listening on {connections} {connections === 1 ? 'connection' : 'connections'}. What came in and why it ran nothing is under <Link href="/events">Events</Link>.
        </p>
      ) : (
        <p>
          No account is connected, so there is nothing to run on. <Link href="/connections">Connect one</Link>.
        </p>
      )}
    </EmptyState>
  );
}
