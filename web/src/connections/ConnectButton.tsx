import { Cable } from 'lucide-react';
import type { Provider, UnitAccount } from '../api/types';
import { useOnline } from '../live/online';
import { providerName } from '../lib/tools';
import { useConnect } from './useConnect';

interface ConnectButtonProps {
  provider: Provider;
  /** The account to be connected again; one without an id is connected for the first time. */
  again?: Pick<UnitAccount, 'id'>;
  primary?: boolean;
}

export function ConnectButton({ provider, again, primary = false }: ConnectButtonProps) {
  const { connect, pending } = useConnect();
  const online = useOnline();
  const name = providerName(provider);
  return (
    <button
      type="button"
      className={primary ? 'button button-primary' : 'button'}
      disabled={!online || pending !== null}
      onClick={() => connect({ provider, again: again?.id ?? null })}
    >
      <Cable size={15} aria-hidden="true" />
      {pending ? 'Finishing…' : `${again?.id ? 'Reconnect' : 'Connect'} ${name}`}
    </button>
  );
}
