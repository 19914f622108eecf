import { useId, useRef } from 'react';
import type { ReactNode } from 'react';

interface MenuProps {
  label: string;
  /** What the button shows; an icon needs no text, since `label` is its name. */
  button: ReactNode;
  className?: string;
  children: ReactNode;
}

/** Distance to the window's edge and to the button. */
const GAP = 6;

/** A few actions behind a button, on the native popover: a click elsewhere or Esc closes it. */
export function Menu({ label, button, className = 'button button-quiet', children }: MenuProps) {
  const id = useId();
  const opener = useRef<HTMLButtonElement>(null);
  const popover = useRef<HTMLDivElement>(null);

  function place() {
    if (!opener.current || !popover.current) return;
    const at = opener.current.getBoundingClientRect();
    const { offsetWidth: width, offsetHeight: height } = popover.current;
    const below = at.bottom + GAP + height <= innerHeight;
    popover.current.style.top = `${below ? at.bottom + GAP : Math.max(GAP, at.top - GAP - height)}px`;
    popover.current.style.left = `${Math.max(GAP, Math.min(at.right - width, innerWidth - width - GAP))}px`;
    popover.current.querySelector<HTMLElement>('button, a, select')?.focus();
  }

  return (
    <>
      <button ref={opener} type="button" className={className} aria-label={label} popoverTarget={id}>
        {button}
      </button>
      {/* oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions -- the buttons inside have keys */}
      <div
        ref={popover}
        id={id}
        popover="auto"
        className="menu"
        onToggle={(event) => {
          if (event.newState === 'open') place();
        }}
        onClick={(event) => {
          if ((event.target as HTMLElement).closest('button')) popover.current?.hidePopover();
        }}
      >
        {children}
      </div>
    </>
  );
}
