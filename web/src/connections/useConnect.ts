import type { ConnectUI } from '@nangohq/frontend';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { useConfig } from '../api/context';
import { useClaimConnection, useConnectSession } from '../api/mutations';
import { messageOf } from '../api/problem';
import { keys } from '../api/queries';
import type { Provider } from '../api/types';
import { providerName } from '../lib/tools';
import { toasts } from '../ui/toasts';

type Library = typeof import('@nangohq/frontend');

export interface Wanted {
  provider: Provider;
  /** The id of a connection to authorise again, which keeps it and its history; null for a new one. */
  again: string | null;
}

let library: Library | undefined;

/** What can go wrong in the dialog, in words; what is not here is told as Nango tells it. */
const sentences: Record<string, string> = {
  blocked_by_browser: 'Your browser blocked the window of the provider. Allow pop-ups for this page and try again.',
  connection_test_failed: 'The provider let us in, but a test of the access failed. Try again, and grant everything that is asked for.',
  connection_validation_failed: 'The provider let us in, but not with what Cortex needs. Try again, and grant everything that is asked for.',
  resource_capped: 'This Cortex has reached the number of accounts that its Nango plan allows. Ask whoever runs it.',
};

/** Connects an account through Nango's own dialog. Which one is being connected, and how to begin. */
export function useConnect() {
  const { nango } = useConfig();
  const openSession = useConnectSession();
  const claim = useClaimConnection();
  const queries = useQueryClient();
  const [pending, setPending] = useState<Provider | null>(null);

  // There before anybody clicks: what opens later than the click may be blocked.
  useEffect(() => {
    void import('@nangohq/frontend').then((loaded) => {
      library = loaded;
    });
  }, []);

  async function finish(provider: Provider, connectionId: string, providerConfigKey: string) {
    setPending(provider);
    try {
      await claim.mutateAsync({ connectionId, providerConfigKey });
      toasts.ok(`${providerName(provider)} connected`);
    } catch (error) {
      toasts.fail(`${providerName(provider)} could not be connected. ${messageOf(error)}`);
    } finally {
      setPending(null);
      await queries.invalidateQueries({ queryKey: keys.connections });
    }
  }

  function connect({ provider, again }: Wanted): void {
    if (!library) {
      void import('@nangohq/frontend').then((loaded) => {
        library = loaded;
        connect({ provider, again });
      });
      return;
    }

    let connected: { connectionId: string; providerConfigKey: string } | null = null;
    const dialog: ConnectUI = new library.ConnectUI({
      ...(nango.connectUrl !== null && { baseURL: nango.connectUrl }),
      apiURL: nango.apiUrl,
      detectClosedAuthWindow: true,
      onEvent: (event) => {
        switch (event.type) {
          case 'connect':
            connected = event.payload;
            dialog.close();
            void finish(provider, connected.connectionId, connected.providerConfigKey);
            break;
          case 'close':
            dialog.close();
            break;
          case 'error':
            // Whoever closes the window knows that they did.
            if (event.payload.errorType !== 'window_closed') toasts.fail(sentences[event.payload.errorType] ?? event.payload.errorMessage);
            break;
          default:
        }
      },
    });
    dialog.open();
    // The dialog is a frame over the page; for those who do not see it, too.
    dialog.iframe?.setAttribute('title', `Connect ${providerName(provider)}`);
    openSession(again ? { connection: again } : { providerConfigKey: nango.integrations[provider] })
      .then((session) => dialog.setSessionToken(session.token))
      .catch((error: unknown) => {
        dialog.close();
        toasts.fail(`${providerName(provider)} could not be connected. ${messageOf(error)}`);
      });
  }

  return { connect, pending };
}
