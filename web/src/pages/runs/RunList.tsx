import { Link } from 'wouter';
import type { Run } from '../../api/types';
import { isTerminal } from '../../lib/status';
import { duration } from '../../lib/time';
import { eventName } from '../../lib/tools';
import { Elapsed, Time } from '../../ui/clock';
import { RunBadge } from '../../ui/RunBadge';
import './runs.css';

/** Runs, newest first. `nameless`: they are all of one automation, which is named above. */
export function RunList({ runs, label, nameless = false }: { runs: Run[]; label: string; nameless?: boolean }) {
  return (
    <ul className="list" aria-label={label}>
      {runs.map((run) => (
        <li key={run.id} className="list-row run-row" data-run={run.id}>
          <div className="run-text">
            <Link className="unit-name" href={`/runs/${run.id}`}>
              {nameless ? (run.summary ?? eventName(run.triggerType)) : run.unitName}
            </Link>
            {!nameless && <p className="muted small">{run.summary ?? eventName(run.triggerType)}</p>}
            {run.error !== null && <p className="small tone-bad run-error">{run.error}</p>}
          </div>
          <RunBadge run={run} />
          <p className="facts run-facts">
            <Time at={run.createdAt} />
            <span>
              {isTerminal(run.status) ? 'took ' : ''}
              <Elapsed from={run.startedAt} to={run.completedAt} ms={run.durationMs} />
            </span>
            <span>{waited(run)}</span>
            <span>
              {run.stepsDone} of {run.stepsTotal} {run.stepsTotal === 1 ? 'step' : 'steps'}
            </span>
          </p>
        </li>
      ))}
    </ul>
  );
}

function waited(run: Run): string {
  return run.startedAt === null ? 'not started yet' : `waited ${duration(Math.max(0, Date.parse(run.startedAt) - Date.parse(run.createdAt)))}`;
}
