import { useSession } from '../api/context';
import { Dialog } from '../ui/dialog';
import { SignInForm } from './SignInForm';

/** Over the page that was being looked at: what has been typed there is still there afterwards. */
export function SignInDialog() {
  const state = useSession();
  const email = 'user' in state ? (state.user.email ?? '') : '';
  return (
    <Dialog title="Your session has ended" persistent onClose={() => undefined}>
      <p>Sign in again to go on where you were. What you have typed is kept, and your automations go on running.</p>
      <SignInForm email={email} />
    </Dialog>
  );
}
