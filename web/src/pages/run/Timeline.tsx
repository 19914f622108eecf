import { Download } from 'lucide-react';
import { useState } from 'react';
import { useLocation } from 'wouter';
import { useApi } from '../../api/context';
import { messageOf } from '../../api/problem';
import type { RunDetail, Step } from '../../api/types';
import { stepStatus } from '../../lib/status';
import { duration } from '../../lib/time';
import { toolName } from '../../lib/tools';
import { Badge, StatusIcon } from '../../ui/badge';
import { Time, useNow } from '../../ui/clock';
import { CopyButton, JsonView, textOf } from '../../ui/states';
import { toasts } from '../../ui/toasts';
import type { StepRow } from './stepRows';

/** One row per step on a common axis of time; the words say all that the bars show. */
export function Timeline({ run, rows, open }: { run: RunDetail; rows: StepRow[]; open: number | null }) {
  const now = useNow();
  const [all, setAll] = useState(false);
  const start = Date.parse(run.startedAt ?? run.createdAt);
  const end = Math.max(run.completedAt === null ? now : Date.parse(run.completedAt), start + 1);
  return (
    <section aria-labelledby="timeline" className="stack-s">
      <div className="row-between">
        <h2 id="timeline">Timeline</h2>
        {rows.length > 1 && (
          <button type="button" className="button button-quiet" aria-pressed={all} onClick={() => setAll(!all)}>
            {all ? 'Collapse all' : 'Expand all'}
          </button>
        )}
      </div>
      {rows.length === 0 && <p className="muted">{run.completedAt === null ? 'Its first step has not begun yet.' : 'It ended before its first step.'}</p>}
      <ol className="list timeline" aria-label="Steps">
        {rows.map((row) => (
          <li key={row.index}>
            <StepDetails key={`${all}`} run={run} row={row} start={start} end={end} now={now} open={all || row.index + 1 === open || row.status === 'failed'} />
          </li>
        ))}
      </ol>
    </section>
  );
}

interface StepDetailsProps {
  run: RunDetail;
  row: StepRow;
  start: number;
  end: number;
  now: number;
  open: boolean;
}

function StepDetails({ run, row, start, end, now, open }: StepDetailsProps) {
  const [, go] = useLocation();
  const { step } = row;
  const status = stepStatus(row.status === 'next' ? 'not_run' : row.status);
  const [from, to] = step ? [Date.parse(step.startedAt), step.completedAt === null ? now : Date.parse(step.completedAt)] : [0, 0];
  const name = row.tool === '' ? `Step ${row.index + 1}` : toolName(row.tool);
  return (
    <details
      open={open}
      className="step"
      onToggle={(event) => {
        const query = new URLSearchParams(location.search);
        if (event.currentTarget.open && event.nativeEvent instanceof ToggleEvent && document.activeElement?.closest('details') === event.currentTarget) {
          query.set('step', String(row.index + 1));
          go(`/runs/${run.id}?${query}`, { replace: true });
        }
      }}
    >
      <summary>
        <span className={`step-icon tone-${status.tone}`}>
          <StatusIcon status={status} size={17} />
        </span>
        <span className="step-name">
          <span className="visually-hidden">{status.word}: </span>
          {row.index + 1}. {name}
        </span>
        <span className="step-bar" aria-hidden="true">
          {step && <span className={`tone-${status.tone}`} style={bar(start, end, from, to)} />}
        </span>
        <span className="step-time">
          {row.note ?? (step && duration(Math.max(0, to - from)))}
          {step && step.attempts > 1 && ` · ${step.attempts} attempts`}
        </span>
      </summary>
      <div className="step-body stack-s">
        <p className="facts">
          <Badge status={row.status === 'next' ? { ...status, word: 'Not reached yet' } : status} />
          <code>{row.tool}</code>
          {step && <span>began {duration(Math.max(0, from - start))} after the start</span>}
          {step && <span>{step.attempts === 1 ? '1 attempt' : `${step.attempts} attempts`}</span>}
        </p>
        {step && <Failures step={step} />}
        {step && step.error !== null && (
          <div>
            <h3>Error</h3>
            <p className="notice tone-bad">{step.error}</p>
          </div>
        )}
        <div className="step-data">
          <Data title={step ? 'Input' : 'Input as planned'} value={row.input} label={`Input of step ${row.index + 1}`} cut={step?.inputTruncated ?? false} run={run} step={step} />
          {step && step.output !== null && <Data title="Output" value={step.output} label={`Output of step ${row.index + 1}`} cut={step.outputTruncated} run={run} step={step} />}
        </div>
      </div>
    </details>
  );
}

/** The calls that failed; of a failed step the last is its error. */
function Failures({ step }: { step: Step }) {
  if (step.failures.length <= (step.status === 'failed' ? 1 : 0)) return null;
  return (
    <div>
      <h3>Calls that failed</h3>
      <ol className="failures small">
        {step.failures.map((failure) => (
          <li key={failure.startedAt}>
            <Time at={failure.startedAt} />, {duration(Math.max(0, Date.parse(failure.completedAt) - Date.parse(failure.startedAt)))}: {failure.error}
          </li>
        ))}
      </ol>
    </div>
  );
}

function bar(start: number, end: number, from: number, to: number): React.CSSProperties {
  const left = ((from - start) / (end - start)) * 100;
  const width = Math.max(1, ((to - from) / (end - start)) * 100);
  return { left: `${Math.min(99, Math.max(0, left))}%`, width: `${Math.min(100, width)}%` };
}

interface DataProps {
  title: string;
  value: unknown;
  label: string;
  cut: boolean;
  run: RunDetail;
  step: Step | null;
}

function Data({ title, value, label, cut, run, step }: DataProps) {
  const api = useApi();

  async function download() {
    try {
      const { step: whole } = await api.get<{ step: Step }>(`/runs/${encodeURIComponent(run.id)}/steps/${step?.index ?? 0}`);
      const link = document.createElement('a');
      link.href = URL.createObjectURL(new Blob([JSON.stringify(whole, null, 2)], { type: 'application/json' }));
      link.download = `${run.id}-step-${whole.index + 1}.json`;
      link.click();
      URL.revokeObjectURL(link.href);
    } catch (error) {
      toasts.fail(messageOf(error));
    }
  }

  return (
    <div>
      <div className="row-between">
        <h3>{title}</h3>
        <CopyButton text={textOf(value)} label="Copy" />
      </div>
      <JsonView value={value} label={label} />
      {cut && (
        <p className="row small">
          Cut after 32 kB.
          <button type="button" className="button" onClick={() => void download()}>
            <Download size={15} aria-hidden="true" />
            Download the whole step
          </button>
        </p>
      )}
    </div>
  );
}
