import { useState } from 'react';
import { Link } from 'wouter';
import { useDisconnect } from '../../api/mutations';
import { messageOf } from '../../api/problem';
import { rowsOf, useConnections, useUnits } from '../../api/queries';
import type { Connection, Provider, Unit } from '../../api/types';
import { ConnectButton } from '../../connections/ConnectButton';
import { LiveSign } from '../../live/LiveSign';
import { useOnline } from '../../live/online';
import { PROVIDERS, providerName, providersOf } from '../../lib/tools';
import { Badge, ProviderIcon } from '../../ui/badge';
import { Time } from '../../ui/clock';
import { ConfirmDialog } from '../../ui/dialog';
import { Page } from '../../ui/page';
import { ErrorCard, SkeletonRows } from '../../ui/states';
import { toasts } from '../../ui/toasts';
import './connections.css';

const connected = { word: 'Connected', meaning: 'Cortex hears what happens there.', tone: 'ok', icon: 'circle-check' } as const;
const broken = { word: 'Reconnect needed', meaning: 'The provider does not let Cortex in any more. Runs that need it wait.', tone: 'bad', icon: 'key-round' } as const;

export default function ConnectionsPage() {
  const connections = useConnections();
  const units = rowsOf(useUnits().data) ?? [];
  const online = useOnline();
  const [doomed, setDoomed] = useState<Connection | null>(null);
  const disconnect = useDisconnect();

  async function confirmed(connection: Connection) {
    try {
      await disconnect.mutateAsync(connection);
      toasts.ok(`${providerName(connection.provider)} disconnected`);
    } catch (error) {
      toasts.fail(`${providerName(connection.provider)} could not be disconnected. ${messageOf(error)}`);
    } finally {
      setDoomed(null);
    }
  }

  return (
    <Page title="Connections" aside={<LiveSign />}>
      <div className="stack">
        <p className="muted">The accounts that your automations hear from and act on. Cortex never sees your passwords: Nango holds the access that you grant.</p>
        {connections.isPending && <SkeletonRows rows={3} height={72} />}
        {connections.isError && !connections.data && <ErrorCard what="Your connections" error={connections.error} onRetry={() => void connections.refetch()} />}
        {connections.data && (
          <ul className="list" aria-label="Accounts">
            {PROVIDERS.map((provider) => {
              const own = connections.data.filter((connection) => connection.provider === provider);
              return own.length === 0 ? (
                <li key={provider} className="list-row connection-row">
                  <Name provider={provider}>
                    <span className="muted">not connected</span>
                  </Name>
                  <ConnectButton provider={provider} />
                </li>
              ) : (
                own.map((connection) => (
                  <li key={connection.id} className="list-row connection-row" data-connection={connection.id}>
                    <Name provider={provider}>
                      <Facts connection={connection} units={usersOf(units, provider)} />
                    </Name>
                    <div className="row">
                      <Badge status={connection.status === 'active' ? connected : broken} />
                      <ConnectButton provider={provider} again={connection} primary={connection.status !== 'active'} />
                      <button type="button" className="button" disabled={!online} aria-label={`Disconnect ${providerName(provider)}`} onClick={() => setDoomed(connection)}>
                        Disconnect
                      </button>
                    </div>
                  </li>
                ))
              );
            })}
          </ul>
        )}
      </div>
      {doomed && (
        <ConfirmDialog title={`Disconnect ${providerName(doomed.provider)}?`} confirm={disconnect.isPending ? 'Disconnecting…' : 'Disconnect'} busy={disconnect.isPending} onConfirm={() => void confirmed(doomed)} onClose={() => setDoomed(null)}>
          <Consequences units={usersOf(units, doomed.provider)} />
        </ConfirmDialog>
      )}
    </Page>
  );
}

function Name({ provider, children }: { provider: Provider; children: React.ReactNode }) {
  return (
    <div className="connection-text">
      <h2 className="row">
        <ProviderIcon provider={provider} size={18} />
        {providerName(provider)}
      </h2>
      <p className="facts">{children}</p>
    </div>
  );
}

function Facts({ connection, units }: { connection: Connection; units: Unit[] }) {
  return (
    <>
      <span>{connection.email ?? connection.connectionId}</span>
      <span>
        connected <Time at={connection.createdAt} />
      </span>
      <span>{connection.lastEventAt === null ? 'nothing received yet' : <>last event <Time at={connection.lastEventAt} /></>}</span>
      <span>{units.length === 0 ? 'not used' : `used by ${units.length} ${units.length === 1 ? 'automation' : 'automations'}`}</span>
      <Link href={`/events?connection=${connection.id}`}>Events</Link>
    </>
  );
}

function Consequences({ units }: { units: Unit[] }) {
  if (units.length === 0) return <p>No automation uses it. The access that you granted is given up at Nango, too.</p>;
  return (
    <div className="stack-s">
      <p>The access that you granted is given up at Nango, too. These automations stop until an account is connected again:</p>
      <ul className="bullets">
        {units.map((unit) => (
          <li key={unit.id}>{unit.name}</li>
        ))}
      </ul>
    </div>
  );
}

function usersOf(units: Unit[], provider: Provider): Unit[] {
  return units.filter((unit) => providersOf(unit.program).includes(provider));
}
