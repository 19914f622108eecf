import { X } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';

export interface Toast {
  key: string;
  text: string;
  tone?: 'ok' | 'bad';
  action?: { label: string; run: () => void };
  /** Milliseconds until it leaves by itself; never, if absent. */
  lifeMs?: number;
}

/** What can be undone can be undone for so long. */
export const UNDO_MS = 6_000;
const OK_LIFE_MS = 5_000;
/** More push out the oldest. */
const TOASTS_MAX = 4;

/** Short notices about what the user has just done. Those about runs come from the phase queue. */
class Toasts {
  #shown: readonly Toast[] = [];
  readonly #listeners = new Set<() => void>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  #made = 0;

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly shown = (): readonly Toast[] => this.#shown;

  ok(text: string, action?: Toast['action'], lifeMs = action ? UNDO_MS : OK_LIFE_MS): void {
    this.#show({ key: `t${this.#made++}`, text, tone: 'ok', lifeMs, ...(action && { action }) });
  }

  /** Stays until it is closed. */
  fail(text: string, action?: Toast['action']): void {
    this.#show({ key: `t${this.#made++}`, text, tone: 'bad', ...(action && { action }) });
  }

  readonly close = (key: string): void => {
    this.hold(key);
    this.#set(this.#shown.filter((toast) => toast.key !== key));
  };

  /** While it is pointed at it does not leave. */
  readonly hold = (key: string): void => {
    clearTimeout(this.#timers.get(key));
    this.#timers.delete(key);
  };

  readonly letGo = (toast: Toast): void => {
    if (toast.lifeMs !== undefined && !this.#timers.has(toast.key)) this.#timers.set(toast.key, setTimeout(() => this.close(toast.key), toast.lifeMs));
  };

  #show(toast: Toast): void {
    this.#set([...this.#shown.slice(1 - TOASTS_MAX), toast]);
    this.letGo(toast);
  }

  #set(shown: readonly Toast[]): void {
    this.#shown = shown;
    for (const listener of this.#listeners) listener();
  }
}

export const toasts = new Toasts();

export function useToasts(): readonly Toast[] {
  return useSyncExternalStore(toasts.subscribe, toasts.shown);
}

interface ToastCardProps {
  tone: string;
  icon?: ReactNode;
  text: ReactNode;
  action?: ReactNode;
  closeLabel: string;
  onClose: () => void;
  onHold: () => void;
  onLetGo: () => void;
}

export function ToastCard({ tone, icon, text, action, closeLabel, onClose, onHold, onLetGo }: ToastCardProps) {
  return (
    <div className={`toast tone-${tone}`} onPointerEnter={onHold} onPointerLeave={onLetGo} onFocus={onHold} onBlur={onLetGo}>
      {icon}
      <span className="toast-text">{text}</span>
      {action}
      <button type="button" className="button button-quiet" aria-label={closeLabel} onClick={onClose}>
        <X size={16} aria-hidden="true" />
      </button>
    </div>
  );
}
