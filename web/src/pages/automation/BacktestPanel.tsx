import { useState } from 'react';
import { useBacktest } from '../../api/queries';
import type { Backtest, BacktestItem, Unit } from '../../api/types';
import { Time } from '../../ui/clock';
import { ErrorCard, SkeletonRows } from '../../ui/states';
import { reasonOf } from './conditions';

const DAYS = [1, 7, 30];
const SHOWN = 10;

/** What it would have run on, and what it only just missed, without doing anything. */
export function BacktestPanel({ unit }: { unit: Unit }) {
  const [days, setDays] = useState(7);
  const backtest = useBacktest(unit.id, days, true);
  return (
    <section className="stack-s" aria-labelledby="backtest" aria-busy={backtest.isPending}>
      <div className="row-between">
        <h2 id="backtest">Would it have run?</h2>
        <label className="row">
          Look back
          <select value={days} className="inline" onChange={(event) => setDays(Number(event.target.value))}>
            {DAYS.map((count) => (
              <option key={count} value={count}>
                {count === 1 ? '1 day' : `${count} days`}
              </option>
            ))}
          </select>
        </label>
      </div>
      {backtest.isPending && <SkeletonRows rows={2} />}
      {backtest.isError && <ErrorCard what="The look back" error={backtest.error} onRetry={() => void backtest.refetch()} />}
      {backtest.data && <Found backtest={backtest.data} />}
    </section>
  );
}

function Found({ backtest }: { backtest: Backtest }) {
  const { counts } = backtest;
  return (
    <div className="card stack">
      <p>
        Of {backtest.examined} {backtest.examined === 1 ? 'item' : 'items'} of the right kind, it would have run on <strong>{counts.matches}</strong>
        {counts.undecided > 0 && <>, a model would have had to judge {counts.undecided}</>} and only just missed <strong>{counts.nearMisses}</strong>.
        {!backtest.complete && ` Only the newest ${backtest.limits.items} were looked at.`}
      </p>
      {backtest.matches.length > 0 && <Items title="It would have run on" items={backtest.matches} />}
      {backtest.undecided.length > 0 && <Items title="A model would have had to judge" items={backtest.undecided} />}
      {backtest.nearMisses.length > 0 && <Items title="Near misses" items={backtest.nearMisses} />}
      <p className="muted small">{backtest.limits.note}</p>
    </div>
  );
}

function Items({ title, items }: { title: string; items: BacktestItem[] }) {
  return (
    <div>
      <h3>{title}</h3>
      <ul className="items" aria-label={title}>
        {items.slice(0, SHOWN).map((item) => (
          <li key={item.id}>
            <span>{item.title ?? item.id}</span>{' '}
            <span className="muted small">
              <Time at={item.occurredAt} />
              {item.condition && ` · ${reasonOf(item.condition)}`}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}
