import { useEffect, useRef, useSyncExternalStore } from 'react';

/** Screen readers are told at most once in so long. */
const APART_MS = 2_000;

interface Said {
  text: string;
  urgent: boolean;
}

class Announcer {
  #said: Said = { text: '', urgent: false };
  #next: Said | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly said = (): Said => this.#said;

  say(text: string, urgent = false): void {
    if (text === '' || text === this.#said.text) return;
    this.#next = { text, urgent };
    if (this.#timer === undefined) this.#flush();
  }

  #flush(): void {
    this.#timer = undefined;
    if (!this.#next) return;
    this.#said = this.#next;
    this.#next = null;
    this.#timer = setTimeout(() => this.#flush(), APART_MS);
    for (const listener of this.#listeners) listener();
  }
}

const announcer = new Announcer();

export const announce = (text: string, urgent = false): void => announcer.say(text, urgent);

/** Says a text whenever it changes. */
export function useAnnouncer(text: string, urgent: boolean): void {
  const before = useRef('');
  useEffect(() => {
    if (text !== before.current) announcer.say(text, urgent);
    before.current = text;
  }, [text, urgent]);
}

/** The two regions that screen readers listen to. */
export function Announcements() {
  const said = useSyncExternalStore(announcer.subscribe, announcer.said);
  return (
    <>
      <div role="status" className="visually-hidden">
        {said.urgent ? '' : said.text}
      </div>
      <div role="alert" className="visually-hidden">
        {said.urgent ? said.text : ''}
      </div>
    </>
  );
}
