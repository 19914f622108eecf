import { createContext, useContext } from 'react';
import type { ApiClient } from './client';
import type { Config } from './types';
import type { Session, SessionState } from '../session/session';
import { useSyncExternalStore } from 'react';

export interface Console {
  config: Config;
  session: Session;
  api: ApiClient;
}

export const ConsoleContext = createContext<Console | null>(null);

export function useConsole(): Console {
  const value = useContext(ConsoleContext);
  if (!value) throw new Error('The console has not been started.');
  return value;
}

export const useApi = (): ApiClient => useConsole().api;
export const useConfig = (): Config => useConsole().config;

export function useSession(): SessionState {
  const { session } = useConsole();
  return useSyncExternalStore(session.subscribe, session.state);
}
