import type { Json, JsonObject } from '../api/types';

/** What `POST /sandbox/items` takes beside a connection: records as Nango's sync of that model brings them. */
export interface SampleItems {
  model: string;
  records: JsonObject[];
}

export interface SampleEmail {
  from: string;
  subject: string;
  body: string;
  /** The connected mailbox itself unless given. */
  to?: string;
}

export interface SampleEvent {
  summary: string;
  /** A moment, in ISO 8601 with its offset. */
  start: string;
  /** An hour after the start unless given. */
  end?: string;
  description?: string;
  location?: string;
  organizer?: string;
  attendees?: readonly string[];
}

export interface SampleLead {
  lastName: string;
  company: string;
  firstName?: string;
  email?: string;
  status?: string;
  source?: string;
}

const EVENT_LASTS_MS = 3_600_000;

/** An email that arrives now; the sandbox gives it its id, its thread and its time. */
export function sampleEmail({ from, subject, body, to }: SampleEmail): SampleItems {
  return { model: 'GmailEmail', records: [filled({ sender: from, recipients: to, subject, body, attachments: [] })] };
}

/** An event that was just made. Throws a RangeError where the start is no moment. */
export function sampleEvent({ summary, start, end, description, location, organizer, attendees = [] }: SampleEvent): SampleItems {
  const record = filled({
    summary,
    description,
    location,
    start: { dateTime: moment(start) },
    end: { dateTime: text(end) ? moment(end) : new Date(Date.parse(start) + EVENT_LASTS_MS).toISOString() },
    organizer: text(organizer) ? { email: organizer.trim() } : undefined,
    attendees: attendees.filter(text).map((email) => ({ email: email.trim() })),
  });
  return { model: 'CalendarEvent', records: [record] };
}

/** A lead that was just made, under Salesforce's own names of its fields. */
export function sampleLead({ lastName, company, firstName, email, status, source }: SampleLead): SampleItems {
  const name = [firstName, lastName].filter(text).map((one) => one.trim()).join(' ');
  const record = filled({ Name: name, FirstName: firstName, LastName: lastName, Company: company, Email: email, Status: status, LeadSource: source });
  return { model: 'Lead', records: [record] };
}

/** What is empty is left out, so that the sandbox fills it in. */
function filled(members: { [name: string]: Json | undefined }): JsonObject {
  const record: JsonObject = {};
  for (const [name, value] of Object.entries(members)) {
    if (typeof value !== 'string') {
      if (value !== undefined) {
        record[name] = value;
      }
    } else if (text(value)) {
      record[name] = value.trim();
    }
  }

  return record;
}

function text(value: string | undefined): value is string {
  return value !== undefined && value.trim() !== '';
}

function moment(iso: string): string {
  return new Date(Date.parse(iso)).toISOString();
}
