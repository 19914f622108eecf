import { useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { rowsOf, useConnections, useEvent, useEvents } from '../../api/queries';
import { useConfig } from '../../api/context';
import { isMissing } from '../../api/client';
import type { CortexEvent, Fate } from '../../api/types';
import { LiveSign } from '../../live/LiveSign';
import { FATES, fateStatus } from '../../lib/status';
import { deliveryName, providerName } from '../../lib/tools';
import { Badge, ProviderIcon } from '../../ui/badge';
import { Time } from '../../ui/clock';
import { Page } from '../../ui/page';
import { EmptyState, ErrorCard, SkeletonRows } from '../../ui/states';
import { FateList } from './FateList';
import { resultOf } from './results';
import './events.css';

export default function EventsPage() {
  const query = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const asked = query.get('outcome') ?? '';
  const [connection, outcome, one] = [query.get('connection') ?? '', FATES.includes(asked as Fate) ? asked : '', query.get('event')];
  const events = useEvents({ connection: connection || undefined, outcome: outcome || undefined });
  const connections = useConnections().data;
  const rows = rowsOf(events.data);

  function filter(name: string, value: string) {
    const next = new URLSearchParams(query);
    if (value) next.set(name, value);
    else next.delete(name);
    go(next.size > 0 ? `/events?${next}` : '/events', { replace: true });
  }

  const isListed = rows?.some((row) => row.id === one) ?? false;
  return (
    <Page title="Events" aside={<LiveSign />}>
      <div className="stack">
        <p className="muted">Everything that reached Cortex, and what became of it. Open one to see why it did or did not run something.</p>
        <div className="filter-bar">
          <label>
            Account
            <select value={connection} onChange={(event) => filter('connection', event.target.value)}>
              <option value="">All</option>
              {connections?.map((each) => (
                <option key={each.id} value={each.id}>
                  {providerName(each.provider)} · {each.email ?? each.connectionId}
                </option>
              ))}
            </select>
          </label>
          <label>
            Result
            <select value={outcome} onChange={(event) => filter('outcome', event.target.value)}>
              <option value="">All</option>
              {FATES.map((fate) => (
                <option key={fate} value={fate}>
                  {fateStatus(fate).word}
                </option>
              ))}
            </select>
          </label>
        </div>
        {one !== null && !isListed && <OneEvent id={one} />}
        {events.isPending && <SkeletonRows rows={6} height={52} />}
        {events.isError && !rows && <ErrorCard what="Your events" error={events.error} onRetry={() => void events.refetch()} />}
        {rows && rows.length > 0 && (
          <ul className="list" aria-label="Events">
            {rows.map((event) => (
              <li key={event.id}>
                <EventRow event={event} open={event.id === one} />
              </li>
            ))}
          </ul>
        )}
        {rows?.length === 0 &&
          (connection !== '' || outcome !== '' ? (
            <EmptyState title="No event fits">
              <button type="button" className="button" onClick={() => go('/events', { replace: true })}>
                Clear filters
              </button>
            </EmptyState>
          ) : (
            <NothingYet />
          ))}
        {events.hasNextPage && (
          <p>
            <button type="button" className="button" disabled={events.isFetchingNextPage} onClick={() => void events.fetchNextPage()}>
              Load older
            </button>
          </p>
        )}
      </div>
    </Page>
  );
}

function EventRow({ event, open }: { event: CortexEvent; open: boolean }) {
  const { nango } = useConfig();
  const [isOpen, setOpen] = useState(open);
  const provider = Object.entries(nango.integrations).find(([, key]) => key === event.providerConfigKey)?.[0];
  return (
    <details className="event" open={isOpen} data-event={event.id} onToggle={(toggled) => setOpen(toggled.currentTarget.open)}>
      <summary>
        <span className="event-what">
          <span className="event-title">
            {provider && <ProviderIcon provider={provider} size={15} />} {event.summary ?? deliveryName(event.type)}
          </span>
          <span className="facts">
            <Time at={event.receivedAt} />
            {provider && <span>{providerName(provider)}</span>}
            <span>{deliveryName(event.type)}</span>
            {event.caughtUp && <span title="No webhook announced it; Cortex found it by looking.">caught up</span>}
          </span>
        </span>
        <Badge status={fateStatus(event.outcome)}>{resultOf(event)}</Badge>
      </summary>
      {isOpen && <EventDetails id={event.id} />}
    </details>
  );
}

function EventDetails({ id }: { id: string }) {
  const event = useEvent(id);
  if (event.isPending) return <SkeletonRows rows={2} />;
  if (event.isError && !event.data) return <ErrorCard what="This event" error={event.error} onRetry={() => void event.refetch()} />;
  return event.data && <FateList event={event.data} />;
}

/** One that a link leads to and the list does not show. */
function OneEvent({ id }: { id: string }) {
  const event = useEvent(id);
  if (isMissing(event.error)) return <p className="notice tone-idle">This event doesn't exist or isn't yours.</p>;
  if (!event.data) return <SkeletonRows rows={2} />;
  return (
    <div className="list">
      <EventRow event={event.data} open />
    </div>
  );
}

function NothingYet() {
  const { sandbox } = useConfig();
  return (
    <EmptyState title="Nothing has come in yet">
      <p>
        {sandbox ? (
          <>
            Send a test email with the sandbox panel on the <Link href="/">Automations</Link> page.
          </>
        ) : (
          <>
            <Link href="/connections">Connect an account</Link> and send yourself an email: it appears here within moments, whether an automation fits or not.
          </>
        )}
      </p>
    </EmptyState>
  );
}
