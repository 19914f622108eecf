import type { JsonObject, Provider } from '../api/types';

/** What `POST /sandbox/items` takes: records as Nango's syncs bring them, and the name of their model. */
export interface SampleItems {
  model: string;
  records: JsonObject[];
}

export interface SampleEmail {
  from: string;
  subject: string;
  body: string;
}

export function sampleEmail(email: SampleEmail): SampleItems {
  return { model: 'GmailEmail', records: [{ sender: email.from, subject: email.subject, body: email.body, attachments: [] }] };
}

export function sampleMeeting(title: string, start: Date): SampleItems {
  const HALF_HOUR_MS = 1_800_000;
  return {
    model: 'CalendarEvent',
    records: [{ summary: title, start: { dateTime: start.toISOString() }, end: { dateTime: new Date(start.getTime() + HALF_HOUR_MS).toISOString() } }],
  };
}

export function sampleLead(name: string, company: string): SampleItems {
  const [first, ...rest] = name.trim().split(/\s+/);
  return { model: 'Lead', records: [{ FirstName: rest.length > 0 ? (first ?? '') : '', LastName: rest.length > 0 ? rest.join(' ') : (first ?? ''), Company: company, Status: 'Open - Not Contacted' }] };
}

/** What the sandbox can make happen at each provider, in words. */
export const sampleNames: Record<Provider, string> = { gmail: 'Send a test email', 'google-calendar': 'Create a test event', salesforce: 'Create a test lead' };
