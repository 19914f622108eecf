import { useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import { useDeleteUnit, useSetStatus } from '../api/mutations';
import { messageOf } from '../api/problem';
import type { Unit, UnitStatus } from '../api/types';
import { announce } from '../ui/announcer';
import { ConfirmDialog } from '../ui/dialog';
import { toasts } from '../ui/toasts';

/** Pausing, resuming and deleting, wherever an automation is shown. Render `dialog`. */
export function useUnitActions(onDeleted: (unit: Unit) => void) {
  const setStatus = useSetStatus();
  const remove = useDeleteUnit();
  const [doomed, setDoomed] = useState<Unit | null>(null);
  // Clicks while one is under way are ignored.
  const pending = useRef(new Set<string>());

  async function change(unit: Unit, status: UnitStatus, undoable = true) {
    if (pending.current.has(unit.id)) return;
    pending.current.add(unit.id);
    try {
      const changed = await setStatus.mutateAsync({ unit, status });
      const word = status === 'active' ? 'resumed' : status;
      toasts.ok(`${unit.name}: ${word}`, undoable ? { label: 'Undo', run: () => void change(changed, unit.status, false) } : undefined);
    } catch (error) {
      toasts.fail(`${unit.name} could not be changed. ${messageOf(error)}`, { label: 'Retry', run: () => void change(unit, status) });
    } finally {
      pending.current.delete(unit.id);
    }
  }

  async function confirmed(unit: Unit) {
    try {
      await remove.mutateAsync(unit);
      // The dialog gives the focus back when it closes; only then can it go elsewhere.
      flushSync(() => setDoomed(null));
      announce(`${unit.name} was deleted`);
      toasts.ok(`${unit.name}: deleted`);
      onDeleted(unit);
    } catch (error) {
      setDoomed(null);
      toasts.fail(`${unit.name} could not be deleted. ${messageOf(error)}`, { label: 'Retry', run: () => void confirmed(unit) });
    }
  }

  const dialog = doomed && (
    <ConfirmDialog
      title={`Delete “${doomed.name}”?`}
      confirm={remove.isPending ? 'Deleting…' : 'Delete'}
      busy={remove.isPending}
      onConfirm={() => void confirmed(doomed)}
      onClose={() => setDoomed(null)}
    >
      <p>It stops at once and cannot be brought back. Its past runs stay visible for as long as runs are kept.</p>
    </ConfirmDialog>
  );

  return { toggle: (unit: Unit) => void change(unit, unit.status === 'active' ? 'paused' : 'active'), setStatus: (unit: Unit, status: UnitStatus) => void change(unit, status), confirmDelete: setDoomed, dialog };
}
