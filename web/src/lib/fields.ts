/** What explanations call the fields of items, by what they hold. A name has one kind, whichever item it is of. */
const TEXTS = {
  id: 'id', threadId: 'conversation id', fromName: "sender's name", subject: 'subject', snippet: 'preview', body: 'body', summary: 'title', description: 'description',
  location: 'location', calendar: 'calendar', status: 'status', Id: 'record id', Name: 'name', FirstName: 'first name', LastName: 'last name', Company: 'company',
  Phone: 'phone', Title: 'job title', Status: 'status', LeadSource: 'lead source', Industry: 'industry', Rating: 'rating', Country: 'country', City: 'city', State: 'state',
  Website: 'website', Description: 'description', OwnerId: 'owner', OwnerName: "owner's name", AccountId: 'account id', Type: 'type', StageName: 'stage',
  AccountName: 'account name', CaseNumber: 'case number', Subject: 'subject', Priority: 'priority', Origin: 'origin', Reason: 'reason',
};
const NUMBERS = { AnnualRevenue: 'annual revenue', NumberOfEmployees: 'number of employees', Amount: 'amount', Probability: 'probability' };
const TIMES = { date: 'date', start: 'start', end: 'end', CreatedDate: 'creation date', LastModifiedDate: 'last change', CloseDate: 'close date', ActivityDate: 'due date' };
const FLAGS = { hasAttachment: 'attachment', allDay: 'all-day mark' };
const ADDRESSES = { from: 'sender', organizer: 'organizer', Email: 'email', ContactEmail: "contact's email" };
const ADDRESS_LISTS = { to: 'recipients', cc: 'Cc recipients', attendees: 'attendees' };
const TEXT_LISTS = { attachments: 'attachment names' };
/** Lists whose elements are names: a part of one means nothing. */
const NAME_LISTS = { labels: 'labels', changed: 'changed fields' };

export type FieldKind = 'text' | 'number' | 'time' | 'flag' | 'address' | 'addresses' | 'texts' | 'names';

export interface FieldWords {
  label: string;
  kind: FieldKind;
}

export const FIELDS: ReadonlyMap<string, FieldWords> = new Map(
  (
    [
      ['text', TEXTS],
      ['number', NUMBERS],
      ['time', TIMES],
      ['flag', FLAGS],
      ['address', ADDRESSES],
      ['addresses', ADDRESS_LISTS],
      ['texts', TEXT_LISTS],
      ['names', NAME_LISTS],
    ] satisfies [FieldKind, Record<string, string>][]
  ).flatMap(([kind, labels]: [FieldKind, Record<string, string>]) => Object.entries(labels).map(([name, label]): [string, FieldWords] => [name, { label, kind }])),
);
