import { messageOf } from '../api/problem';
import { BareFrame } from './BareFrame';

/** In the place of the console when it cannot even begin. */
export function StartFailed({ error }: { error: unknown }) {
  return (
    <BareFrame>
      <main className="main stack" role="alert">
        <h1>The console could not start</h1>
        <p>{error instanceof TypeError ? 'Cortex could not be reached. Your automations are not affected.' : messageOf(error)}</p>
        <p>
          <button type="button" className="button button-primary" onClick={() => location.reload()}>
            Try again
          </button>
        </p>
      </main>
    </BareFrame>
  );
}
