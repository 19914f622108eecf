import { FlaskConical } from 'lucide-react';
import { useState } from 'react';
import { useConfig } from '../api/context';
import { messageOf } from '../api/problem';
import { useConnections } from '../api/queries';
import type { Connection } from '../api/types';
import { sampleEmail, sampleLead, sampleMeeting, sampleNames } from '../lib/sampleItems';
import type { SampleItems } from '../lib/sampleItems';
import { useOnline } from '../live/online';
import { toasts } from '../ui/toasts';

/** Plays the outside world, where a sandbox stands in for it: an email arrives, a meeting is made, a lead comes in. */
export function SandboxPanel() {
  const { sandbox } = useConfig();
  const connections = useConnections();
  if (!sandbox) return null;
  const usable = connections.data?.filter((connection) => connection.status === 'active') ?? [];
  return (
    <details className="card sandbox" open={usable.length > 0}>
      <summary>
        <h2>
          <FlaskConical size={17} aria-hidden="true" /> Sandbox: make something happen
        </h2>
      </summary>
      {usable.length === 0 ? (
        <p className="muted">Connect an account first. In the sandbox no real account is involved.</p>
      ) : (
        <SandboxForm url={sandbox.url} connections={usable} />
      )}
    </details>
  );
}

function SandboxForm({ url, connections }: { url: string; connections: Connection[] }) {
  const online = useOnline();
  const [chosen, setChosen] = useState('');
  const connection = connections.find((each) => each.id === chosen) ?? connections[0];
  const [email, setEmail] = useState({ from: 'test@test.com', subject: 'Hello from the sandbox', body: 'This is a test.' });
  const [title, setTitle] = useState('Test meeting');
  const [lead, setLead] = useState({ name: 'Ana Lopes', company: 'Acme' });
  const [busy, setBusy] = useState(false);
  if (!connection) return null;

  const items = (): SampleItems => {
    const IN_AN_HOUR_MS = 3_600_000;
    if (connection.provider === 'gmail') return sampleEmail(email);
    return connection.provider === 'salesforce' ? sampleLead(lead.name, lead.company) : sampleMeeting(title, new Date(Date.now() + IN_AN_HOUR_MS));
  };

  async function send() {
    if (!connection) return;
    setBusy(true);
    try {
      const response = await fetch(`${url}/sandbox/items`, {
        method: 'POST',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ connectionId: connection.connectionId, ...items() }),
      });
      if (!response.ok) throw new Error(`The sandbox answered with an error (${response.status}).`);
      toasts.ok('Sent. Its webhook is on its way to Cortex.');
    } catch (error) {
      toasts.fail(error instanceof TypeError ? 'The sandbox could not be reached.' : messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className="sandbox-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void send();
      }}
    >
      {connections.length > 1 && (
        <label>
          Account
          <select value={connection.id} onChange={(event) => setChosen(event.target.value)}>
            {connections.map((each) => (
              <option key={each.id} value={each.id}>
                {each.provider} · {each.email ?? each.connectionId}
              </option>
            ))}
          </select>
        </label>
      )}
      {connection.provider === 'gmail' && (
        <>
          <label>
            From
            <input type="email" required value={email.from} onChange={(event) => setEmail({ ...email, from: event.target.value })} />
          </label>
          <label>
            Subject
            <input value={email.subject} onChange={(event) => setEmail({ ...email, subject: event.target.value })} />
          </label>
          <label className="wide">
            Text
            <input value={email.body} onChange={(event) => setEmail({ ...email, body: event.target.value })} />
          </label>
        </>
      )}
      {connection.provider === 'google-calendar' && (
        <label>
          Title
          <input required value={title} onChange={(event) => setTitle(event.target.value)} />
        </label>
      )}
      {connection.provider === 'salesforce' && (
        <>
          <label>
            Name
            <input required value={lead.name} onChange={(event) => setLead({ ...lead, name: event.target.value })} />
          </label>
          <label>
            Company
            <input required value={lead.company} onChange={(event) => setLead({ ...lead, company: event.target.value })} />
          </label>
        </>
      )}
      <button type="submit" className="button" disabled={!online || busy}>
        {sampleNames[connection.provider]}
      </button>
    </form>
  );
}
