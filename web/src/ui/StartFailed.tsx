import { messageOf } from '../api/problem';

/** In the place of the console when it cannot even begin. */
export function StartFailed({ error }: { error: unknown }) {
  return (
    <div className="shell">
      <header className="sidebar">
        <span className="brand">
          <img src="/favicon.svg" alt="" width="22" height="22" />
          Cortex
        </span>
      </header>
      <main className="main stack" role="alert">
        <h1>The console could not start</h1>
        <p>{error instanceof TypeError ? 'Cortex could not be reached. Your automations are not affected.' : messageOf(error)}</p>
        <p>
          <button type="button" className="button button-primary" onClick={() => location.reload()}>
            Try again
          </button>
        </p>
      </main>
    </div>
  );
}
