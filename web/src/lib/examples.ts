import type { Provider } from '../api/types';

/** What somebody who has no automation yet can begin with. The built-in compiler understands each, and each needs its own provider's account alone. */
export const EXAMPLES: Record<Provider, readonly [string, string, string]> = {
  gmail: [
    'when: email from test@test.com then: do nothing',
    'When I get an email from billing@example.com with an attachment, label it Invoices and star it',
    'When an important email arrives, notify me',
  ],
  'google-calendar': [
    'Remind me 15 minutes before every meeting',
    'When a meeting is cancelled, let me know',
    'When an event with "interview" in the title is created, set its location to Room 4 and notify me',
  ],
  salesforce: [
    'When a new lead is created in Salesforce, notify me',
    'When an opportunity is won with an amount of more than 10k, create a task "Say thank you" due in 2 days',
    'Alert me when a case is created with priority High',
  ],
};

/** What somebody can begin with whose accounts are these; of Gmail where none is connected yet. */
export function examplesFor(connected: readonly Provider[]): readonly string[] {
  const providers = [...new Set(connected)];
  const [only] = providers;
  return providers.length > 1 ? providers.map((provider) => EXAMPLES[provider][0]) : EXAMPLES[only ?? 'gmail'];
}
