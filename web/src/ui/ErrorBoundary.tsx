import { Component } from 'react';
import type { ReactNode } from 'react';

/** How browsers say that a part of the console is not there any more: it has been replaced by another version. */
const MISSING_PART = /dynamically imported module|importing a module script failed|error loading dynamically imported/i;

/** A page that fails does not take the others along. */
export class ErrorBoundary extends Component<{ children: ReactNode }, { error: Error | null }> {
  override state: { error: Error | null } = { error: null };

  static getDerivedStateFromError(error: unknown): { error: Error } {
    return { error: error instanceof Error ? error : new Error(String(error)) };
  }

  override render(): ReactNode {
    const { error } = this.state;
    if (!error) return this.props.children;
    const isUpdate = MISSING_PART.test(error.message);
    return (
      <div className="stack" role="alert">
        <h1>{isUpdate ? 'Cortex was updated' : 'This page failed'}</h1>
        <p>
          {isUpdate
            ? 'The page that you opened is of a newer version than the one in this tab.'
            : 'Something in the console went wrong; your automations are not affected. Reload the page to go on.'}
        </p>
        {!isUpdate && <p className="mono muted">{error.message}</p>}
        <p>
          <button type="button" className="button button-primary" onClick={() => location.reload()}>
            Reload
          </button>
        </p>
      </div>
    );
  }
}
