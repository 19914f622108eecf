import { SignInForm } from '../../session/SignInForm';
import { Page } from '../../ui/page';

export default function SignInPage() {
  return (
    <div className="shell">
      <header className="sidebar">
        <span className="brand">
          <img src="/favicon.svg" alt="" width="22" height="22" />
          Cortex
        </span>
      </header>
      <main className="main">
        <Page title="Sign in">
          <div className="sign-in stack">
            <p className="muted">Automations in your own words, for your mail, calendar and CRM.</p>
            <SignInForm />
          </div>
        </Page>
      </main>
    </div>
  );
}
