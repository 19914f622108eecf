import { CircleCheck, CircleHelp, CircleX } from 'lucide-react';
import { useTestUnit } from '../../api/mutations';
import { messageOf } from '../../api/problem';
import type { ConditionVerdict, Unit, UnitTest } from '../../api/types';
import { useOnline } from '../../live/online';
import { toolName } from '../../lib/tools';
import { JsonView } from '../../ui/states';

const words = { would_run: 'would run', skipped: 'would be skipped', unknown: 'cannot be told', would_fail: 'would fail' } as const;

/** Goes through it with the latest item, and does nothing. */
export function TryPanel({ unit }: { unit: Unit }) {
  const online = useOnline();
  const test = useTestUnit();
  return (
    <section className="stack-s" aria-labelledby="try">
      <div className="row-between">
        <h2 id="try">Try it on the latest item</h2>
        <button type="button" className="button" disabled={!online || test.isPending} onClick={() => test.mutate(unit.id)}>
          {test.isPending ? 'Trying…' : 'Try it'}
        </button>
      </div>
      <p className="muted small">Nothing is sent, changed or created.</p>
      <div aria-live="polite">
        {test.isError && <p className="notice tone-bad">{messageOf(test.error)}</p>}
        {test.data && <Tried test={test.data} />}
      </div>
    </section>
  );
}

function Tried({ test }: { test: UnitTest }) {
  return (
    <div className="card stack">
      <p>
        <strong>{test.matched === null ? 'Whether it would run, only a model can tell.' : test.matched ? 'It would run.' : 'It would not run.'}</strong>
      </p>
      <ul className="items" aria-label="Conditions">
        <Condition verdict={test.conditions} />
      </ul>
      {test.matched !== false && (
        <ol className="items" aria-label="Steps">
          {test.steps.map((step) => (
            <li key={step.index} className="stack-s">
              <span>
                {step.index + 1}. {toolName(step.tool)}: {words[step.status]}
                {step.error !== null && `. ${step.error}`}
              </span>
              {step.input !== null && <JsonView value={step.input} label={`Input of step ${step.index + 1}`} />}
            </li>
          ))}
        </ol>
      )}
      <details>
        <summary>The item</summary>
        <JsonView value={test.item} label="The item" />
      </details>
    </div>
  );
}

function Condition({ verdict }: { verdict: ConditionVerdict }) {
  const Icon = { holds: CircleCheck, fails: CircleX, unknown: CircleHelp }[verdict.verdict];
  const tone = { holds: 'ok', fails: 'bad', unknown: 'wait' }[verdict.verdict];
  const word = { holds: 'Met: ', fails: 'Not met: ', unknown: 'Open: ' }[verdict.verdict];
  return (
    <li>
      <span className={`tone-${tone}`}>
        <Icon size={15} aria-hidden="true" />
      </span>{' '}
      <span className="visually-hidden">{word}</span>
      {verdict.condition || 'No condition: everything of this kind fits'}
      {verdict.explanation !== null && verdict.parts.length === 0 && <span className="muted small"> · {verdict.explanation}</span>}
      {verdict.parts.length > 0 && (
        <ul className="items">
          {verdict.parts.map((part) => (
            <Condition key={part.condition} verdict={part} />
          ))}
        </ul>
      )}
    </li>
  );
}
