import { Bell as BellIcon } from 'lucide-react';
import { useEffect, useState } from 'react';
import { Link } from 'wouter';
import { rowsOf, useNotifications } from '../api/queries';
import { messageOf } from '../api/problem';
import { useSession } from '../api/context';
import { Time } from '../ui/clock';
import { Dialog } from '../ui/dialog';

/** What automations have told their user, and how much of it is new on this device. */
export function Bell() {
  const session = useSession();
  const key = `cortex.notified.${'user' in session ? session.user.uid : ''}`;
  const notifications = useNotifications();
  const rows = rowsOf(notifications.data);
  const [open, setOpen] = useState(false);
  const [seenUntil, setSeenUntil] = useState(() => localStorage.getItem(key) ?? '');
  const newest = rows?.[0]?.createdAt ?? '';
  const fresh = rows?.filter((row) => row.createdAt > seenUntil).length ?? 0;

  useEffect(() => {
    if (!open || newest === '') return;
    localStorage.setItem(key, newest);
  }, [open, key, newest]);

  function close() {
    setSeenUntil(newest);
    setOpen(false);
  }

  return (
    <>
      <button type="button" className="button button-quiet" onClick={() => setOpen(true)}>
        <BellIcon size={17} aria-hidden="true" />
        <span>Notifications</span>
        {fresh > 0 && (
          <span className="nav-count">
            {fresh}
            <span className="visually-hidden"> new</span>
          </span>
        )}
      </button>
      {open && (
        <Dialog title="Notifications" onClose={close}>
          {notifications.isError && !rows && <p role="alert">{messageOf(notifications.error)}</p>}
          {rows?.length === 0 && <p className="muted">Nothing yet. An automation that says “notify me” tells you here.</p>}
          {rows && rows.length > 0 && (
            <ul className="list" aria-label="Notifications">
              {rows.map((row) => (
                <li key={row.id} className="list-row stack-s">
                  <p>{row.text}</p>
                  <p className="facts">
                    <Link href={`/runs/${row.runId}`} onClick={close}>
                      {row.unitName}
                    </Link>
                    <Time at={row.createdAt} />
                    {row.createdAt > seenUntil && <strong>new</strong>}
                  </p>
                </li>
              ))}
            </ul>
          )}
          <div className="dialog-buttons">
            {notifications.hasNextPage && (
              <button type="button" className="button" onClick={() => void notifications.fetchNextPage()}>
                Load older
              </button>
            )}
            <button type="button" className="button" data-autofocus onClick={close}>
              Close
            </button>
          </div>
        </Dialog>
      )}
    </>
  );
}
