import { describe, expect, it } from 'vitest';
import type { Condition, ConditionVerdict } from '../api/types';
import { readCatalog } from '../testing/catalog';
import { conditionText, verdictLines } from './conditions';
import { FIELDS } from './fields';

const from: Condition = { field: 'from', op: 'equals', value: 'test@test.com' };
const subject: Condition = { field: 'subject', op: 'contains', value: 'contract' };
const attachment: Condition = { field: 'hasAttachment', op: 'equals', value: true };

const leaf = (condition: string, more: Partial<ConditionVerdict>): ConditionVerdict => ({ condition, verdict: 'holds', saw: null, explanation: null, parts: [], ...more });

describe('conditionText', () => {
  it.each<[Condition, string]>([
    [from, 'sender is test@test.com'],
    [{ not: from }, 'sender is not test@test.com'],
    [{ not: { not: from } }, 'sender is test@test.com'],
    [subject, 'subject contains "contract"'],
    [{ field: 'from', op: 'ends_with', value: 'acme.example' }, 'sender ends with "acme.example"'],
    [attachment, 'attachment is present'],
    [{ not: attachment }, 'attachment is absent'],
    [{ field: 'hasAttachment', op: 'equals', value: false }, 'attachment is absent'],
    [{ field: 'Phone', op: 'exists' }, 'phone is present'],
    [{ field: 'Phone', op: 'exists', value: false }, 'phone is absent'],
    [{ not: { field: 'Phone', op: 'exists', value: false } }, 'phone is present'],
    [{ field: 'Amount', op: 'gt', value: 10_000 }, 'amount is more than 10000'],
    [{ not: { field: 'CloseDate', op: 'lt', value: '2027-01-01' } }, 'close date is not before 2027-01-01'],
    [{ field: 'start', op: 'gt', value: 'tomorrow' }, 'start is after tomorrow'],
    [{ field: 'labels', op: 'contains', value: 'IMPORTANT' }, 'labels include "IMPORTANT"'],
    [{ not: { field: 'to', op: 'contains', value: 'acme' } }, 'recipients have none with "acme"'],
    [{ field: 'to', op: 'equals', value: 'team@example.com' }, 'recipients include team@example.com'],
    [{ field: 'attachments', op: 'ends_with', value: '.pdf' }, 'attachment names include one that ends with ".pdf"'],
    [{ field: 'StageName', op: 'equals', value: 'Closed Won', edge: true }, 'stage is "Closed Won", as of this change'],
    [{ op: 'semantic', value: 'an angry customer' }, 'item fits "an angry customer"'],
    [{ field: 'steps[0].output.label', op: 'equals', value: 'urgent' }, 'label of step 1 is "urgent"'],
    [{ field: 'steps[1].output', op: 'exists' }, 'output of step 2 is present'],
    [{ field: 'Region__c', op: 'starts_with', value: 'No' }, 'Region__c starts with "No"'],
    [{ all: [from, { any: [subject, { not: attachment }] }] }, 'sender is test@test.com and (subject contains "contract" or attachment is absent)'],
    [{ not: { any: [from, subject] } }, 'not (sender is test@test.com or subject contains "contract")'],
    [{ all: [{ not: { all: [from, subject] } }, attachment] }, 'not (sender is test@test.com and subject contains "contract") and attachment is present'],
    [{ all: [] }, 'always'],
  ])('says %j as: %s', (condition, text) => {
    expect(conditionText(condition)).toBe(text);
  });

  it('has a word for every field, as the catalog calls and takes it', () => {
    const { fields } = readCatalog();
    const kinds: Record<string, string[]> = {
      text: ['text'],
      number: ['number'],
      time: ['time'],
      'yes/no': ['flag'],
      address: ['address'],
      addresses: ['addresses'],
      texts: ['texts', 'names'],
    };
    expect(new Set(fields.map((field) => field.name))).toEqual(new Set(FIELDS.keys()));
    for (const { name, kind, called } of fields) {
      expect(kinds[kind], name).toContain(FIELDS.get(name)?.kind);
      // An email's id and an event's are called by different names.
      expect(name === 'id' ? 'id' : called[0], name).toBe(FIELDS.get(name)?.label);
    }
  });
});

describe('verdictLines', () => {
  it('says what each part saw, the whole first', () => {
    const verdict = leaf('sender is test@test.com and (a or b)', {
      verdict: 'fails',
      parts: [
        leaf('sender is test@test.com', { verdict: 'fails', saw: 'boss@x.com', explanation: 'sender was boss@x.com, wanted test@test.com' }),
        leaf('a or b', { verdict: 'unknown', parts: [leaf('a', { saw: 'x' }), leaf('b', { verdict: 'unknown' })] }),
      ],
    });
    expect(verdictLines(verdict)).toEqual([
      { depth: 0, verdict: 'fails', text: 'sender is test@test.com and (a or b)' },
      { depth: 1, verdict: 'fails', text: 'sender was boss@x.com, wanted test@test.com' },
      { depth: 1, verdict: 'unknown', text: 'a or b' },
      { depth: 2, verdict: 'holds', text: 'a, saw x' },
      { depth: 2, verdict: 'unknown', text: 'b' },
    ]);
  });
});
