import type { Provider } from '../api/types';

export interface Example {
  name: string;
  prompt: string;
  needs: Provider;
}

/** Prompts to begin with; the built-in compiler understands each of them, and a test of the whole system says so. */
export const examples: Example[] = [
  { name: 'Emails from the test address', prompt: 'when: email from test@test.com then: do nothing', needs: 'gmail' },
  { name: 'Star invoices', prompt: 'when: an email with subject containing "invoice" arrives then: star it', needs: 'gmail' },
  { name: 'Tell me about new leads', prompt: 'when: a lead is created then: notify me', needs: 'salesforce' },
];
