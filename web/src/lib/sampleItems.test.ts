import { describe, expect, it } from 'vitest';
import { sampleEmail, sampleEvent, sampleLead } from './sampleItems';

describe('sampleEmail', () => {
  it('is what the legacy sync brings, to the mailbox itself', () => {
    expect(sampleEmail({ from: ' test@test.com ', subject: 'Hello', body: 'Hi.' })).toEqual({
      model: 'GmailEmail',
      records: [{ sender: 'test@test.com', subject: 'Hello', body: 'Hi.', attachments: [] }],
    });
  });

  it('goes to somebody else if that is wanted', () => {
    expect(sampleEmail({ from: 'a@b.example', subject: '', body: '', to: 'c@d.example' }).records).toEqual([
      { sender: 'a@b.example', recipients: 'c@d.example', attachments: [] },
    ]);
  });
});

describe('sampleEvent', () => {
  it('is what Google says of an event, an hour long', () => {
    expect(sampleEvent({ summary: 'Interview', start: '2026-11-22T22:30:00+01:00', location: '', attendees: ['ana@example.com', ' '] })).toEqual({
      model: 'CalendarEvent',
      records: [
        {
          summary: 'Interview',
          start: { dateTime: '2026-11-22T21:30:00.000Z' },
          end: { dateTime: '2026-11-22T22:30:00.000Z' },
          attendees: [{ email: 'ana@example.com' }],
        },
      ],
    });
  });

  it('has the end, the place and the organizer that it is given', () => {
    const { records } = sampleEvent({ summary: 'x', start: '2026-11-22T10:00Z', end: '2026-11-22T10:15Z', location: 'Room 4', organizer: 'ben@example.com' });
    expect(records[0]).toMatchObject({ end: { dateTime: '2026-11-22T10:15:00.000Z' }, location: 'Room 4', organizer: { email: 'ben@example.com' } });
  });

  it.each(['', 'soon'])('has to start at some time, which "%s" is not', (start) => {
    expect(() => sampleEvent({ summary: 'x', start })).toThrow(RangeError);
  });
});

describe('sampleLead', () => {
  it('has Salesforce names, and only what was filled in', () => {
    expect(sampleLead({ firstName: 'Ana', lastName: 'Lopes', company: 'Acme', email: '', source: 'Web' })).toEqual({
      model: 'Lead',
      records: [{ Name: 'Ana Lopes', FirstName: 'Ana', LastName: 'Lopes', Company: 'Acme', LeadSource: 'Web' }],
    });
  });
});
