import { CircleCheck, CircleDashed } from 'lucide-react';
import { useConnections, useLatestRuns } from '../../api/queries';
import { useConfig } from '../../api/context';
import { ConnectButton } from '../../connections/ConnectButton';
import { examples } from '../../lib/examples';
import type { Draft } from '../../units/useDraft';

/** For whoever has no automation yet: three steps to the first run. */
export function FirstSteps({ onExample }: { onExample: (draft: Draft) => void }) {
  const connections = useConnections();
  const runs = useLatestRuns();
  const { sandbox } = useConfig();
  const isConnected = (connections.data?.length ?? 0) > 0;
  const steps = [
    {
      done: isConnected,
      title: '1. Connect an account',
      body: isConnected ? <p>{connections.data?.map((connection) => connection.email ?? connection.connectionId).join(', ')}</p> : <ConnectButton provider="gmail" primary />,
    },
    {
      done: false,
      title: '2. Write an automation',
      body: (
        <div className="stack-s">
          <p>In your own words, below. Or begin with one of these:</p>
          <div className="row">
            {examples.map((example) => (
              <button key={example.prompt} type="button" className="button" onClick={() => onExample({ name: example.name, prompt: example.prompt })}>
                {example.prompt}
              </button>
            ))}
          </div>
        </div>
      ),
    },
    {
      done: (runs.data?.length ?? 0) > 0,
      title: '3. Let it happen',
      body: <p>{sandbox ? 'Send a test email with the sandbox panel below, and watch the automation run.' : 'Send yourself an email that fits, and watch the automation run.'}</p>,
    },
  ];
  return (
    <section className="empty" aria-labelledby="first-steps">
      <h2 id="first-steps">Three steps to your first automation</h2>
      <ol className="stack">
        {steps.map(({ done, title, body }) => (
          <li key={title} className="first-step">
            {done ? <CircleCheck size={18} className="tone-ok" aria-hidden="true" /> : <CircleDashed size={18} aria-hidden="true" />}
            <div className="stack-s">
              <h3>
                {title}
                {done && <span className="visually-hidden"> (done)</span>}
              </h3>
              {body}
            </div>
          </li>
        ))}
      </ol>
    </section>
  );
}
