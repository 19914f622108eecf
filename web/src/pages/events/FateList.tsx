import { Link } from 'wouter';
import type { EventDetail } from '../../api/types';
import { fateStatus } from '../../lib/status';
import { eventName } from '../../lib/tools';
import { Badge } from '../../ui/badge';
import { CopyButton } from '../../ui/states';
import { reasonOf } from './results';

/** So many lines are shown at first; a first sync has thousands. */
const SHOWN = 50;

/** What became of each item at each automation, and why. */
export function FateList({ event }: { event: EventDetail }) {
  return (
    <div className="event-body stack-s">
      {event.reason !== null && <p>{event.reason}</p>}
      {event.fates.length === 0 && event.reason === null && <p>{fateStatus(event.outcome).meaning}</p>}
      {event.fates.length > 0 && (
        <ul className="fates" aria-label="What became of it">
          {event.fates.slice(0, SHOWN).map((fate) => (
            <li key={`${fate.unitId} ${fate.itemId ?? ''} ${fate.event} ${fate.fate}`} className="stack-s">
              <p className="row">
                <Badge status={fateStatus(fate.fate)} />
                <Link href={`/automations/${fate.unitId}`}>{fate.unitName}</Link>
                {fate.runId !== undefined && <Link href={`/runs/${fate.runId}`}>See the run</Link>}
              </p>
              <p className="small">
                <span className="muted">{fate.count > 1 ? `${fate.count} × ` : ''}{fate.title ?? eventName(fate.event)}.</span> {reasonOf(fate)}
              </p>
            </li>
          ))}
        </ul>
      )}
      {event.fates.length > SHOWN && <p className="muted small">And {event.fates.length - SHOWN} more.</p>}
      <p>
        <CopyButton text={event.id} label="Copy ID" />
      </p>
    </div>
  );
}
