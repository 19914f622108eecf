import { useEffect, useState } from 'react';
import { Link, useLocation, useSearch } from 'wouter';
import { isMissing } from '../../api/client';
import { useRunAction } from '../../api/mutations';
import type { RunAction } from '../../api/mutations';
import { messageOf } from '../../api/problem';
import { useRun } from '../../api/queries';
import type { RunView } from '../../api/queries';
import { LiveSign } from '../../live/LiveSign';
import { useOnline } from '../../live/online';
import { isTerminal, shownRunStatus, STALLED } from '../../lib/status';
import { absolute, duration } from '../../lib/time';
import { eventName } from '../../lib/tools';
import { Elapsed, Time, useNow } from '../../ui/clock';
import { Page } from '../../ui/page';
import { RunBadge } from '../../ui/RunBadge';
import { CopyButton, ErrorCard, JsonView, SkeletonRows } from '../../ui/states';
import { toasts } from '../../ui/toasts';
import { RunError } from './RunError';
import { Timeline } from './Timeline';
import { stepRows } from './stepRows';
import './run.css';

/** A run that a notice has told of may take so long until it can be read. */
const STARTING_MS = 10_000;
const STARTING_RETRY_MS = 1_000;

export default function RunPage({ id }: { id: string }) {
  const run = useRun(id);
  const above = (
    <p className="small">
      <Link href="/runs">Runs</Link>
    </p>
  );
  const isStarting = useStarting(isMissing(run.error) && !run.data, run.refetch);

  if (run.data) return <Shown view={run.data} above={above} />;
  if (isMissing(run.error) && !isStarting) {
    return (
      <Page title="This run doesn't exist or isn't yours" above={above}>
        <p>
          Runs are kept for a while and then forgotten. <Link href="/runs">To your runs</Link>
        </p>
      </Page>
    );
  }

  return (
    <Page title="Run" above={above}>
      {run.isError && !isStarting ? (
        <ErrorCard what="This run" error={run.error} onRetry={() => void run.refetch()} />
      ) : (
        <>
          {isStarting && <p className="muted">Starting…</p>}
          <SkeletonRows rows={5} />
        </>
      )}
    </Page>
  );
}

function Shown({ view: { run, steps }, above }: { view: RunView; above: React.ReactNode }) {
  const online = useOnline();
  const [, go] = useLocation();
  const act = useRunAction();
  const open = new URLSearchParams(useSearch()).get('step');
  const isOver = isTerminal(run.status);
  const rows = stepRows(run, steps);
  const failedAt = rows.findIndex((row) => row.status === 'failed');

  async function perform(action: RunAction, done: string) {
    try {
      const answer = await act.mutateAsync({ id: run.id, action });
      toasts.ok(done);
      if (answer.id !== run.id) go(`/runs/${answer.id}`);
    } catch (error) {
      toasts.fail(messageOf(error), { label: 'Retry', run: () => void perform(action, done) });
    }
  }

  return (
    <Page title={run.unitName} above={above} aside={isOver ? undefined : <LiveSign />}>
      <div className="stack">
        <div className="row">
          <RunBadge run={run}>{failedAt >= 0 && run.status === 'failed' ? `Failed at step ${failedAt + 1} of ${rows.length}` : undefined}</RunBadge>
          <span>
            <Elapsed from={run.startedAt} to={run.completedAt} ms={run.durationMs} />
          </span>
          <span className="muted">{absolute(run.createdAt)}</span>
        </div>

        {run.error !== null && <RunError run={run} />}
        {run.status === 'waiting' && <Waiting run={run} />}
        <Stalled run={run} />

        <div className="row">
          {run.status === 'failed' && (
            <button type="button" className="button button-primary" disabled={!online || act.isPending} onClick={() => void perform('retry', 'It goes on from the step that failed.')}>
              Retry from the failed step
            </button>
          )}
          {isOver ? (
            <button type="button" className="button" disabled={!online || act.isPending} onClick={() => void perform('rerun', 'A new run for the same item has begun.')}>
              Run again
            </button>
          ) : (
            <button type="button" className="button" disabled={!online || act.isPending} onClick={() => void perform('cancel', 'The run was stopped.')}>
              Cancel this run
            </button>
          )}
          <Link className="button" href={`/automations/${run.unitId}`}>
            Open the automation
          </Link>
          <CopyButton text={run.id} label="Copy ID" />
        </div>

        <section aria-labelledby="facts" className="card">
          <h2 id="facts" className="visually-hidden">
            In short
          </h2>
          <dl className="fact-list">
            <Fact name="Triggered by">{eventName(run.triggerType)}</Fact>
            <Fact name="Received">
              <Time at={run.createdAt} />
            </Fact>
            <Fact name="Waited">{run.startedAt === null ? 'not started yet' : duration(Math.max(0, Date.parse(run.startedAt) - Date.parse(run.createdAt)))}</Fact>
            <Fact name={isOver ? 'Ran' : 'Running for'}>
              <Elapsed from={run.startedAt} to={run.completedAt} ms={run.durationMs} />
            </Fact>
            <Fact name="Attempt">{run.attempt}</Fact>
            <Fact name="Version">{run.unitVersion}</Fact>
          </dl>
        </section>

        {run.judgement !== null && (
          <section aria-labelledby="judged" className="stack-s">
            <h2 id="judged">Conditions judged in the run</h2>
            <ul className="list">
              {run.judgement.map((each) => (
                <li key={each.condition} className="list-row">
                  <strong>{each.holds ? 'Met' : 'Not met'}:</strong> {each.condition} <span className="muted">· {each.reason}</span>
                </li>
              ))}
            </ul>
          </section>
        )}

        <Timeline run={run} rows={rows} open={open === null ? null : Number(open)} />

        <section aria-labelledby="started-by" className="stack-s">
          <h2 id="started-by">What started this run</h2>
          <p>
            {run.summary ?? eventName(run.triggerType)} · <Link href={`/events?event=${run.eventId}`}>the event that brought it</Link>
          </p>
          <details>
            <summary>Show the item</summary>
            <JsonView value={run.trigger} label="The item that started this run" />
          </details>
        </section>
      </div>
    </Page>
  );
}

function Waiting({ run }: { run: RunView['run'] }) {
  useNow();
  return (
    <p className="notice tone-wait">
      <span className="notice-body">
        {run.heldBy !== null ? (
          <>
            It waits for an account to be connected again, and goes on by itself then. <Link href="/connections">Reconnect it</Link>
          </>
        ) : (
          <>It goes on by itself {run.resumeAt !== null && <Time at={run.resumeAt} />}.</>
        )}
      </span>
    </p>
  );
}

function Stalled({ run }: { run: RunView['run'] }) {
  const status = shownRunStatus(run, useNow());
  if (status !== STALLED) return null;
  return (
    <p className="notice tone-wait">
      <span className="notice-body">
        Last heard of <Time at={run.updatedAt} />. {status.meaning} There is nothing that you need to do.
      </span>
    </p>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** Asks again for a while before it says that there is no such run. */
function useStarting(isMissingNow: boolean, refetch: () => unknown): boolean {
  const [since] = useState(() => Date.now());
  const [wasTold] = useState(() => (history.state as { justTold?: true } | null)?.justTold === true);
  const [, tick] = useState(0);
  const isStarting = isMissingNow && Date.now() - since < STARTING_MS && wasTold;
  useEffect(() => {
    if (!isStarting) return;
    const timer = setInterval(() => {
      refetch();
      tick((count) => count + 1);
    }, STARTING_RETRY_MS);
    return () => clearInterval(timer);
  }, [isStarting, refetch]);
  return isStarting;
}
