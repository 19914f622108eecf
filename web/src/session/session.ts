import type { TokenSource } from '../api/client';
import type { Config } from '../api/types';

export interface User {
  uid: string;
  email: string | null;
}

export interface Credentials {
  email: string;
  password: string;
}

/** One way to sign in: Firebase, or the sandbox that stands in for it. */
export interface Issuer {
  /** Whoever was signed in when the page was left. */
  restore(): Promise<User | null>;
  signIn(credentials: Credentials): Promise<User>;
  /** In a window of Google's; must be called by a click. Null: the user closed it. Only where the deployment offers it. */
  signInWithGoogle?(): Promise<User | null>;
  signOut(): Promise<void>;
  /** `fresh`: a new one, however good the old one looks. Null: refused. A network that fails is an exception. */
  token(fresh: boolean): Promise<string | null>;
  /** Called when the user signs out or in elsewhere, in another tab. */
  onChange(listener: (user: User | null) => void): void;
}

export type SessionState =
  | { kind: 'starting' }
  | { kind: 'signed-out' }
  | { kind: 'signed-in'; user: User }
  /** The page stays as it is, under a dialog that asks to sign in again. */
  | { kind: 'expired'; user: User };

/** Who is signed in. The only place that knows tokens. */
export class Session implements TokenSource {
  #state: SessionState = { kind: 'starting' };
  #issuer: Issuer | null = null;
  readonly #listeners = new Set<() => void>();

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };

  readonly state = (): SessionState => this.#state;

  async start(config: Config): Promise<void> {
    const issuer = await issuerOf(config);
    this.#issuer = issuer;
    issuer.onChange((user) => this.#set(user ? { kind: 'signed-in', user } : { kind: 'signed-out' }));
    const user = await issuer.restore();
    this.#set(user ? { kind: 'signed-in', user } : { kind: 'signed-out' });
  }

  async signIn(credentials: Credentials): Promise<void> {
    const user = await this.#known().signIn(credentials);
    this.#set({ kind: 'signed-in', user });
  }

  async signInWithGoogle(): Promise<void> {
    const user = await this.#known().signInWithGoogle?.();
    if (user) this.#set({ kind: 'signed-in', user });
  }

  async signOut(): Promise<void> {
    await this.#known().signOut();
    this.#set({ kind: 'signed-out' });
  }

  async token(): Promise<string | null> {
    return this.#state.kind === 'signed-in' ? this.#known().token(false) : null;
  }

  async renew(): Promise<string | null> {
    return this.#state.kind === 'signed-in' ? this.#known().token(true) : null;
  }

  expired(): void {
    if (this.#state.kind === 'signed-in') this.#set({ kind: 'expired', user: this.#state.user });
  }

  #known(): Issuer {
    if (!this.#issuer) throw new Error('The session has not been started.');
    return this.#issuer;
  }

  #set(state: SessionState): void {
    this.#state = state;
    for (const listener of this.#listeners) listener();
  }
}

async function issuerOf(config: Config): Promise<Issuer> {
  if (config.auth.mode === 'firebase') {
    const { FirebaseIssuer } = await import('./firebase');
    return new FirebaseIssuer(config.auth.firebase);
  }

  const { SandboxIssuer } = await import('./sandbox');
  return new SandboxIssuer(config.sandbox?.url ?? null);
}
