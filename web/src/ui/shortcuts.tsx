import { createContext, useContext, useEffect, useMemo, useRef, useState } from 'react';
import type { ReactNode } from 'react';
import { useLocation } from 'wouter';
import { Dialog } from './dialog';

interface Shortcut {
  keys: string;
  what: string;
  run: () => void;
}

interface Shortcuts {
  add(shortcut: Shortcut): () => void;
  showHelp(): void;
}

const ShortcutsContext = createContext<Shortcuts | null>(null);
const OFF_KEY = 'cortex.shortcuts';
/** The second key of a pair must follow within this time. */
const PAIR_MS = 1_000;

/** Single-key shortcuts. They can be switched off (WCAG 2.1.4) and never work in fields. */
export function ShortcutsProvider({ children }: { children: ReactNode }) {
  const [, go] = useLocation();
  const [helpOpen, setHelpOpen] = useState(false);
  const [on, setOn] = useState(() => localStorage.getItem(OFF_KEY) !== 'off');
  const known = useRef<Shortcut[]>([]);

  const shortcuts = useMemo<Shortcuts>(
    () => ({
      add: (shortcut) => {
        known.current = [...known.current, shortcut];
        return () => {
          known.current = known.current.filter((each) => each !== shortcut);
        };
      },
      showHelp: () => setHelpOpen(true),
    }),
    [],
  );

  useEffect(() => {
    const everywhere: Shortcut[] = [
      { keys: '?', what: 'These shortcuts', run: () => setHelpOpen(true) },
      { keys: 'g a', what: 'Go to Automations', run: () => go('/') },
      { keys: 'g r', what: 'Go to Runs', run: () => go('/runs') },
      { keys: 'g e', what: 'Go to Events', run: () => go('/events') },
      { keys: 'g c', what: 'Go to Connections', run: () => go('/connections') },
    ];
    known.current = [...everywhere, ...known.current];
    return () => {
      known.current = known.current.filter((each) => !everywhere.includes(each));
    };
  }, [go]);

  useEffect(() => {
    if (!on) return;
    let before: { key: string; at: number } | null = null;
    const press = (event: KeyboardEvent) => {
      if (event.ctrlKey || event.metaKey || event.altKey || event.defaultPrevented || isTyping(event.target) || document.querySelector('dialog[open]')) return;
      const pair = before && event.timeStamp - before.at < PAIR_MS ? `${before.key} ${event.key}` : null;
      before = { key: event.key, at: event.timeStamp };
      // The page on top has the last word.
      const found = known.current.findLast((each) => each.keys === pair) ?? known.current.findLast((each) => each.keys === event.key);
      if (!found) return;
      event.preventDefault();
      before = null;
      found.run();
    };
    document.addEventListener('keydown', press);
    return () => document.removeEventListener('keydown', press);
  }, [on]);

  return (
    <ShortcutsContext value={shortcuts}>
      {children}
      {helpOpen && (
        <Dialog title="Keyboard shortcuts" onClose={() => setHelpOpen(false)}>
          <dl className="shortcuts">
            {known.current.map(({ keys, what }) => (
              <div key={keys} className="row-between">
                <dt>{what}</dt>
                <dd>
                  <kbd>{keys}</kbd>
                </dd>
              </div>
            ))}
          </dl>
          <label className="row">
            <input
              type="checkbox"
              checked={on}
              onChange={(event) => {
                setOn(event.target.checked);
                localStorage.setItem(OFF_KEY, event.target.checked ? 'on' : 'off');
              }}
            />
            Use single-key shortcuts
          </label>
          <div className="dialog-buttons">
            <button type="button" className="button" data-autofocus onClick={() => setHelpOpen(false)}>
              Close
            </button>
          </div>
        </Dialog>
      )}
    </ShortcutsContext>
  );
}

/** A key that works while the component is shown. */
export function useShortcut(keys: string, what: string, run: () => void): void {
  const shortcuts = useContext(ShortcutsContext);
  const latest = useRef(run);
  useEffect(() => {
    latest.current = run;
  });
  useEffect(() => shortcuts?.add({ keys, what, run: () => latest.current() }), [shortcuts, keys, what]);
}

export function useShortcutHelp(): () => void {
  const shortcuts = useContext(ShortcutsContext);
  return () => shortcuts?.showHelp();
}

function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName));
}
