import { useEffect, useRef, useState } from 'react';
import { useLocation, useSearch } from 'wouter';
import { rowsOf, useUnits } from '../../api/queries';
import type { Unit } from '../../api/types';
import { LiveSign } from '../../live/LiveSign';
import { compareUnits, unitState, unitStatus } from '../../lib/status';
import type { UnitState } from '../../lib/status';
import { SandboxPanel } from '../../sandbox/SandboxPanel';
import { Page } from '../../ui/page';
import { useShortcut } from '../../ui/shortcuts';
import { EmptyState, ErrorCard, SkeletonRows } from '../../ui/states';
import { EditDialog } from '../../units/EditDialog';
import { NewAutomation } from '../../units/NewAutomation';
import { UnitRow } from '../../units/UnitRow';
import { useDraft } from '../../units/useDraft';
import { useUnitActions } from '../../units/useUnitActions';
import { FirstSteps } from './FirstSteps';
import './automations.css';

const STATES: UnitState[] = ['active', 'failing', 'paused', 'disabled', 'needs_connection', 'needs_reauth'];

export default function AutomationsPage() {
  const units = useUnits();
  const [draft, setDraft] = useDraft('cortex.draft');
  const [created, setCreated] = useState<string | null>(null);
  const [edited, setEdited] = useState<Unit | null>(null);
  const list = useRef<HTMLElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const search = useRef<HTMLInputElement>(null);
  const [filter, setFilter] = useFilter();
  const actions = useUnitActions((deleted) => (neighbour(list.current, deleted.id) ?? field.current)?.focus());
  useShortcut('/', 'Search', () => search.current?.focus());
  useListKeys(list, (id) => {
    const unit = all?.find((each) => each.id === id);
    if (unit) actions.toggle(unit);
  });

  const all = rowsOf(units.data);
  const shown = all?.filter((unit) => fits(unit, filter)).toSorted(compareUnits);

  useEffect(() => {
    if (created) document.querySelector<HTMLElement>(`[data-unit="${created}"] .unit-name`)?.focus();
  }, [created]);

  return (
    <Page title="Automations" aside={<LiveSign />}>
      <div className="stack">
        {all?.length === 0 && <FirstSteps onExample={(example) => (setDraft(example), field.current?.focus())} />}
        <NewAutomation draft={draft} onDraft={setDraft} field={field} onCreated={(unit) => (setFilter({ state: '', text: '' }), setCreated(unit.id))} />
        <SandboxPanel />
        <section ref={list} aria-labelledby="your-automations" aria-busy={units.isPending}>
          <div className="row-between list-head">
            <h2 id="your-automations">Your automations{all && ` (${all.length}${units.hasNextPage ? '+' : ''})`}</h2>
            {all !== undefined && all.length > 0 && (
              <div className="row filters">
                <select aria-label="Show" value={filter.state} onChange={(event) => setFilter({ ...filter, state: event.target.value })}>
                  <option value="">All</option>
                  {STATES.map((state) => (
                    <option key={state} value={state}>
                      {unitStatus(state).word}
                    </option>
                  ))}
                </select>
                <input ref={search} type="search" aria-label="Search automations" placeholder="Search" value={filter.text} onChange={(event) => setFilter({ ...filter, text: event.target.value })} />
              </div>
            )}
          </div>
          {units.isPending && <SkeletonRows rows={3} height={72} />}
          {units.isError && !all && <ErrorCard what="Your automations" error={units.error} onRetry={() => void units.refetch()} />}
          {shown && shown.length > 0 && (
            <ul className="list" aria-labelledby="your-automations">
              {shown.map((unit) => (
                <UnitRow
                  key={unit.id}
                  unit={unit}
                  highlighted={unit.id === created}
                  onToggle={actions.toggle}
                  onEdit={setEdited}
                  onDisable={(each) => actions.setStatus(each, 'disabled')}
                  onDelete={actions.confirmDelete}
                />
              ))}
            </ul>
          )}
          {all !== undefined && all.length > 0 && shown?.length === 0 && (
            <EmptyState title="No automation fits">
              <button type="button" className="button" onClick={() => setFilter({ state: '', text: '' })}>
                Clear filters
              </button>
            </EmptyState>
          )}
          {units.hasNextPage && (
            <button type="button" className="button load-older" disabled={units.isFetchingNextPage} onClick={() => void units.fetchNextPage()}>
              Load older
            </button>
          )}
        </section>
      </div>
      {actions.dialog}
      {edited && <EditDialog unit={edited} onClose={() => setEdited(null)} />}
    </Page>
  );
}

interface Filter {
  state: string;
  text: string;
}

/** In the address, so that it can be kept, shared and gone back to. */
function useFilter(): [Filter, (filter: Filter) => void] {
  const query = new URLSearchParams(useSearch());
  const [, go] = useLocation();
  const set = ({ state, text }: Filter) => {
    const next = new URLSearchParams();
    if (state) next.set('show', state);
    if (text) next.set('q', text);
    go(next.size > 0 ? `/?${next}` : '/', { replace: true });
  };
  return [{ state: query.get('show') ?? '', text: query.get('q') ?? '' }, set];
}

function fits(unit: Unit, { state, text }: Filter): boolean {
  return (state === '' || unitState(unit) === state) && `${unit.name} ${unit.prompt}`.toLowerCase().includes(text.toLowerCase());
}

/** Where to go on when an automation is gone: the next one, or the one before. */
function neighbour(list: HTMLElement | null, id: string): HTMLElement | null {
  const row = list?.querySelector(`[data-unit="${id}"]`);
  const beside = row ? (row.nextElementSibling ?? row.previousElementSibling) : list?.querySelector('[data-unit]');
  return beside?.querySelector<HTMLElement>('.unit-name') ?? null;
}

/** j and k go through the list; p pauses where one is. */
function useListKeys(list: React.RefObject<HTMLElement | null>, toggle: (id: string) => void) {
  const names = () => [...(list.current?.querySelectorAll<HTMLElement>('.unit-name') ?? [])];
  const at = () => names().findIndex((name) => name.closest('li')?.contains(document.activeElement));
  useShortcut('j', 'Next in the list', () => names()[Math.min(at() + 1, names().length - 1)]?.focus());
  useShortcut('k', 'Previous in the list', () => names()[Math.max(at() - 1, 0)]?.focus());
  useShortcut('p', 'Pause or resume', () => {
    const id = names()[at()]?.closest<HTMLElement>('[data-unit]')?.dataset['unit'];
    if (id) toggle(id);
  });
}
