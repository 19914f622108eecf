import { initializeApp } from '@firebase/app';
import {
  browserLocalPersistence,
  browserPopupRedirectResolver,
  GoogleAuthProvider,
  indexedDBLocalPersistence,
  initializeAuth,
  onAuthStateChanged,
  signInWithEmailAndPassword,
  signInWithPopup,
  signOut,
} from '@firebase/auth';
import type { Auth, User as FirebaseUser } from '@firebase/auth';
import type { Config } from '../api/types';
import type { Credentials, Issuer, User } from './session';

/** Firebase Authentication; loaded only where it is used. */
export class FirebaseIssuer implements Issuer {
  readonly #auth: Auth;

  constructor(settings: Config['auth']['firebase']) {
    if (!settings.apiKey) {
      throw new Error('This deployment lacks FIREBASE_WEB_API_KEY, the public key of its Firebase project; without it nobody can sign in here.');
    }

    const app = initializeApp({ apiKey: settings.apiKey, authDomain: settings.authDomain, projectId: settings.projectId });
    // The session lives in IndexedDB, or where that is forbidden in the local storage that Firebase keeps.
    this.#auth = initializeAuth(app, {
      persistence: [indexedDBLocalPersistence, browserLocalPersistence],
      // Known from the beginning, so that browsers in which it takes long have it ready at the click.
      ...(settings.google && { popupRedirectResolver: browserPopupRedirectResolver }),
    });
  }

  async restore(): Promise<User | null> {
    await this.#auth.authStateReady();
    return userOf(this.#auth.currentUser);
  }

  async signIn({ email, password }: Credentials): Promise<User> {
    try {
      const { user } = await signInWithEmailAndPassword(this.#auth, email, password);
      return userOf(user);
    } catch (error) {
      throw new Error(sentenceOf(codeOf(error)), { cause: error });
    }
  }

  async signInWithGoogle(): Promise<User | null> {
    try {
      const { user } = await signInWithPopup(this.#auth, new GoogleAuthProvider());
      return userOf(user);
    } catch (error) {
      const code = codeOf(error);
      if (GIVEN_UP.has(code)) return null;
      throw new Error(sentenceOf(code), { cause: error });
    }
  }

  async signOut(): Promise<void> {
    await signOut(this.#auth);
  }

  async token(fresh: boolean): Promise<string | null> {
    try {
      return (await this.#auth.currentUser?.getIdToken(fresh)) ?? null;
    } catch (error) {
      if (codeOf(error) === 'auth/network-request-failed') throw error;
      return null;
    }
  }

  onChange(listener: (user: User | null) => void): void {
    let known: string | null | undefined;
    onAuthStateChanged(this.#auth, (user) => {
      const uid = user?.uid ?? null;
      if (known !== undefined && known !== uid) listener(userOf(user));
      known = uid;
    });
  }
}

function userOf(user: FirebaseUser): User;
function userOf(user: FirebaseUser | null): User | null;
function userOf(user: FirebaseUser | null): User | null {
  return user && { uid: user.uid, email: user.email };
}

/** The user closed Google's window, or opened another. */
const GIVEN_UP = new Set(['auth/popup-closed-by-user', 'auth/cancelled-popup-request', 'auth/user-cancelled']);

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}

/** Does not tell whether it was the address or the password: that would tell who has an account. */
function sentenceOf(code: string): string {
  switch (code) {
    case 'auth/invalid-credential':
    case 'auth/invalid-login-credentials':
    case 'auth/user-not-found':
    case 'auth/wrong-password':
    case 'auth/invalid-email':
    case 'auth/user-disabled':
      return 'The e-mail address or the password is not right.';
    case 'auth/too-many-requests':
      return 'Too many attempts. Wait a few minutes and try again.';
    case 'auth/popup-blocked':
      return 'The browser blocked the window in which Google signs you in. Allow pop-ups for this page and try again.';
    case 'auth/account-exists-with-different-credential':
      return 'This address signs in with a password. Use the form above.';
    case 'auth/operation-not-allowed':
    case 'auth/unauthorized-domain':
      return 'The Firebase project of this deployment does not allow signing in with Google here. Tell whoever runs this Cortex.';
    case 'auth/network-request-failed':
      return 'Firebase could not be reached. Check your connection and try again.';
    default:
      return 'Signing in failed. Try again.';
  }
}
