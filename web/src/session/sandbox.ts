import type { Credentials, Issuer, User } from './session';

interface Kept extends User {
  idToken: string;
  /** Milliseconds since 1970. */
  expiresAt: number;
}

/** Tokens of this tab; they are gone with it. */
const SESSION_KEY = 'cortex.session';
/** Who it was, for other tabs and the next visit: the sandbox asks for no password. */
const USER_KEY = 'cortex.user';
const LIFE_MS = 3_600_000;
/** A token that ends sooner is renewed before it is used. */
const MARGIN_MS = 30_000;

/** The sandbox's token issuer: on loopback, for whoever says who they are. */
export class SandboxIssuer implements Issuer {
  readonly #url: string | null;
  #kept: Kept | null = read<Kept>(sessionStorage, SESSION_KEY);

  constructor(url: string | null) {
    this.#url = url;
  }

  async restore(): Promise<User | null> {
    const user = this.#kept ?? read<User>(localStorage, USER_KEY);
    return user && { uid: user.uid, email: user.email };
  }

  async signIn({ email }: Credentials): Promise<User> {
    const user = { uid: uidOf(email), email };
    await this.#issue(user);
    localStorage.setItem(USER_KEY, JSON.stringify(user));
    return user;
  }

  async signOut(): Promise<void> {
    this.#kept = null;
    sessionStorage.removeItem(SESSION_KEY);
    localStorage.removeItem(USER_KEY);
  }

  async token(fresh: boolean): Promise<string | null> {
    if (!fresh && this.#kept && this.#kept.expiresAt - Date.now() > MARGIN_MS) return this.#kept.idToken;
    const user = await this.restore();
    return user && this.#issue(user);
  }

  onChange(listener: (user: User | null) => void): void {
    addEventListener('storage', (event) => {
      if (event.key !== USER_KEY) return;
      const user = event.newValue === null ? null : (JSON.parse(event.newValue) as User);
      if (user?.uid !== this.#kept?.uid) {
        this.#kept = null;
        sessionStorage.removeItem(SESSION_KEY);
        listener(user);
      }
    });
  }

  async #issue(user: User): Promise<string | null> {
    if (this.#url === null) throw new Error('This deployment has no sign-in of its own: its issuer is neither Firebase nor the sandbox.');
    const asked = Date.now();
    const response = await fetch(`${this.#url}/sandbox/token`, {
      method: 'POST',
      headers: { 'Content-Type': 'application/json' },
      body: JSON.stringify({ uid: user.uid, email: user.email ?? undefined, expiresIn: LIFE_MS / 1000 }),
    });
    if (response.status >= 400 && response.status < 500) return null;
    if (!response.ok) throw new Error(`The sandbox did not issue a token (${response.status}).`);
    const { idToken } = (await response.json()) as { idToken: string };
    this.#kept = { ...user, idToken, expiresAt: asked + LIFE_MS };
    sessionStorage.setItem(SESSION_KEY, JSON.stringify(this.#kept));
    return idToken;
  }
}

/** The same person has the same id at every visit. */
function uidOf(email: string): string {
  return email.trim().toLowerCase();
}

function read<T>(storage: Storage, key: string): T | null {
  try {
    const text = storage.getItem(key);
    return text === null ? null : (JSON.parse(text) as T);
  } catch {
    return null;
  }
}
