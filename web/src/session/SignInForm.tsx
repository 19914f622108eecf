import { useId, useState } from 'react';
import { useConsole } from '../api/context';
import { messageOf } from '../api/problem';

/** Where Cortex is real, by e-mail and password at Firebase; in the sandbox by name alone, and it says so. */
export function SignInForm({ email: known = '' }: { email?: string }) {
  const { config, session } = useConsole();
  const isSandbox = config.auth.mode !== 'firebase';
  const id = useId();
  const [email, setEmail] = useState(known || (isSandbox ? 'me@example.com' : ''));
  const [password, setPassword] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);

  async function submit(signIn: () => Promise<void>) {
    setBusy(true);
    setProblem(null);
    try {
      await signIn();
    } catch (error) {
      setProblem(error instanceof TypeError ? 'Whoever signs users in could not be reached. Try again.' : messageOf(error));
    } finally {
      setBusy(false);
    }
  }

  return (
    <form
      className="stack"
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void submit(() => session.signIn({ email: email.trim(), password }));
      }}
    >
      {isSandbox && (
        <p className="notice tone-wait">
          This is the sandbox: no password is asked for, and any address will do. Nothing here reaches a real account.
        </p>
      )}
      <div className="stack-s">
        <label htmlFor={`${id}-email`}>E-mail</label>
        <input id={`${id}-email`} type="email" required autoComplete="username" data-autofocus value={email} onChange={(event) => setEmail(event.target.value)} />
      </div>
      {!isSandbox && (
        <div className="stack-s">
          <label htmlFor={`${id}-password`}>Password</label>
          <input id={`${id}-password`} type="password" required autoComplete="current-password" value={password} onChange={(event) => setPassword(event.target.value)} />
        </div>
      )}
      {problem !== null && (
        <p className="notice tone-bad" role="alert">
          {problem}
        </p>
      )}
      <button type="submit" className="button button-primary" disabled={busy}>
        {busy ? 'Signing in…' : 'Sign in'}
      </button>
      {!isSandbox && config.auth.firebase.google && (
        <button type="button" className="button" disabled={busy} onClick={() => void submit(() => session.signInWithGoogle())}>
          Sign in with Google
        </button>
      )}
    </form>
  );
}
