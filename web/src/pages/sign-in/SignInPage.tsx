import { SignInForm } from '../../session/SignInForm';
import { BareFrame } from '../../ui/BareFrame';
import { Page } from '../../ui/page';

export default function SignInPage() {
  return (
    <BareFrame>
      <main className="main">
        <Page title="Sign in">
          <div className="sign-in stack">
            <p className="muted">Automations in your own words, for your mail, calendar and CRM.</p>
            <SignInForm />
          </div>
        </Page>
      </main>
    </BareFrame>
  );
}
