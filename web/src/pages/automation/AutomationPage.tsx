import { Pause, Pencil, Play, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { Link, useLocation } from 'wouter';
import { isMissing } from '../../api/client';
import { rowsOf, useRuns, useUnit } from '../../api/queries';
import type { Unit } from '../../api/types';
import { ConnectButton } from '../../connections/ConnectButton';
import { LiveSign } from '../../live/LiveSign';
import { useOnline } from '../../live/online';
import { accountInTheWay, unitInfo } from '../../lib/status';
import { Badge } from '../../ui/badge';
import { Time } from '../../ui/clock';
import { Page } from '../../ui/page';
import { ReadBack } from '../../ui/readback';
import { useShortcut } from '../../ui/shortcuts';
import { EmptyState, ErrorCard, JsonView, SkeletonRows } from '../../ui/states';
import { EditDialog } from '../../units/EditDialog';
import { useUnitActions } from '../../units/useUnitActions';
import { RunList } from '../runs/RunList';
import { BacktestPanel } from './BacktestPanel';
import { Sparkline } from './Sparkline';
import { TryPanel } from './TryPanel';
import './automation.css';

export default function AutomationPage({ id }: { id: string }) {
  const unit = useUnit(id);
  const back = (
    <p className="small">
      <Link href="/">Automations</Link>
    </p>
  );
  if (isMissing(unit.error)) {
    return (
      <Page title={unit.data ? 'This automation was deleted' : "This automation doesn't exist or isn't yours"} above={back}>
        <p className="stack-s">
          {unit.data && <Link href={`/runs?unit=${id}`}>Its past runs</Link>}
          <Link href="/">To your automations</Link>
        </p>
      </Page>
    );
  }

  if (!unit.data) {
    return (
      <Page title="Automation" above={back}>
        {unit.isError ? <ErrorCard what="This automation" error={unit.error} onRetry={() => void unit.refetch()} /> : <SkeletonRows rows={5} height={64} />}
      </Page>
    );
  }

  return <Shown unit={unit.data} above={back} />;
}

function Shown({ unit, above }: { unit: Unit; above: React.ReactNode }) {
  const [, go] = useLocation();
  const online = useOnline();
  const [editing, setEditing] = useState(false);
  const actions = useUnitActions(() => go('/'));
  const runs = useRuns({ unitId: unit.id });
  const rows = rowsOf(runs.data);
  const isActive = unit.status === 'active';
  const account = accountInTheWay(unit);
  useShortcut('p', 'Pause or resume', () => actions.toggle(unit));

  return (
    <Page title={unit.name} above={above} aside={<LiveSign />}>
      <div className="stack">
        <div className="row">
          <Badge status={unitInfo(unit)} />
          <span className="muted small">{unitInfo(unit).meaning}</span>
        </div>
        <div className="row">
          <button type="button" className="button" disabled={!online} onClick={() => actions.toggle(unit)}>
            {isActive ? <Pause size={15} aria-hidden="true" /> : <Play size={15} aria-hidden="true" />}
            {isActive ? 'Pause' : 'Resume'}
          </button>
          <button type="button" className="button" onClick={() => setEditing(true)}>
            <Pencil size={15} aria-hidden="true" />
            Edit
          </button>
          <button type="button" className="button" disabled={!online} onClick={() => actions.confirmDelete(unit)}>
            <Trash2 size={15} aria-hidden="true" />
            Delete
          </button>
          {account && <ConnectButton provider={account.provider} again={account} primary />}
        </div>

        <section className="card stack" aria-labelledby="what">
          <h2 id="what">What it does</h2>
          <blockquote className="prompt">{unit.prompt}</blockquote>
          <ReadBack parts={unit.readBack} explanation={unit.explanation} />
          <p className="facts">
            <span>Version {unit.version}</span>
            <span>
              Changed <Time at={unit.updatedAt} />
            </span>
            <span>Compiled by {unit.compiler === 'builtin' ? 'the built-in compiler' : unit.compiler}</span>
          </p>
          <details>
            <summary>Show the program</summary>
            <JsonView value={unit.program} label={`Program of ${unit.name}`} />
          </details>
        </section>

        <section className="stack-s" aria-labelledby="runs" aria-busy={runs.isPending}>
          <div className="row-between">
            <h2 id="runs">Recent runs</h2>
            {rows && rows.length > 0 && <Link href={`/runs?unit=${unit.id}`}>All runs</Link>}
          </div>
          {runs.isPending && <SkeletonRows rows={3} />}
          {runs.isError && !rows && <ErrorCard what="Its runs" error={runs.error} onRetry={() => void runs.refetch()} />}
          {rows?.length === 0 && (
            <EmptyState title="It has not run yet">
              <p>{isActive ? 'It is waiting for something that fits. What it has only just missed is below.' : 'It runs on nothing until it is resumed.'}</p>
            </EmptyState>
          )}
          {rows && rows.length > 0 && (
            <>
              <Sparkline runs={rows} />
              <RunList runs={rows.slice(0, RECENT)} label={`Recent runs of ${unit.name}`} nameless />
            </>
          )}
        </section>

        <BacktestPanel unit={unit} />
        <TryPanel unit={unit} />
      </div>
      {actions.dialog}
      {editing && <EditDialog unit={unit} onClose={() => setEditing(false)} />}
    </Page>
  );
}

const RECENT = 20;
