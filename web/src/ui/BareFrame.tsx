import type { ReactNode } from 'react';

/** The frame of pages for whom nobody is signed in yet; index.html begins with the same, so that nothing moves. */
export function BareFrame({ children }: { children: ReactNode }) {
  return (
    <div className="shell">
      <header className="sidebar">
        <span className="brand">
          <img src="/favicon.svg" alt="" width="22" height="22" />
          Cortex
        </span>
      </header>
      {children}
    </div>
  );
}
