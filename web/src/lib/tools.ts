import type { Program, Provider } from '../api/types';

/** What tools do, in words; docs/catalog.md has them all, and a test holds this table to it. */
const tools: Record<string, string> = {
  none: 'Do nothing (just record it)',
  'notify.user': 'Notify you',
  wait: 'Wait',
  'ai.summarize': 'Summarize with AI',
  'ai.draft': 'Write a text with AI',
  'ai.extract': 'Extract data with AI',
  'ai.classify': 'Classify with AI',
  'gmail.send_email': 'Send an email',
  'gmail.reply': 'Reply to the email',
  'gmail.forward': 'Forward the email',
  'gmail.create_draft': 'Write a draft',
  'gmail.add_label': 'Add a label',
  'gmail.remove_label': 'Remove a label',
  'gmail.archive': 'Archive the email',
  'gmail.mark_read': 'Mark the email as read',
  'gmail.mark_spam': 'Mark the email as spam',
  'gmail.star': 'Star the email',
  'gmail.trash': 'Move the email to the trash',
  'gmail.find': 'Find an email',
  'calendar.create_event': 'Create a calendar event',
  'calendar.update_event': 'Change the calendar event',
  'calendar.delete_event': 'Delete the calendar event',
  'calendar.find_events': 'Find calendar events',
  'salesforce.create_record': 'Create a Salesforce record',
  'salesforce.update_record': 'Change a Salesforce record',
  'salesforce.find_record': 'Find a Salesforce record',
};

const events: Record<string, string> = {
  'email.received': 'An email arrived',
  'email.sent': 'You sent an email',
  'email.starred': 'You starred an email',
  'email.labeled': 'You labeled an email',
  'event.created': 'A calendar event was created',
  'event.updated': 'A calendar event changed',
  'event.cancelled': 'A calendar event was cancelled',
  'event.starting': 'A calendar event starts',
  'event.ended': 'A calendar event ended',
  'lead.created': 'A lead was created',
  'contact.created': 'A contact was created',
  'account.created': 'An account was created',
  'opportunity.created': 'An opportunity was created',
  'case.created': 'A case was created',
  'task.created': 'A task was created',
  'lead.updated': 'A lead changed',
  'opportunity.updated': 'An opportunity changed',
  'case.updated': 'A case changed',
};

/** What Nango's webhooks are about, and Cortex's own clock. */
const deliveries: Record<string, string> = {
  sync: 'New records',
  auth: 'An account was connected',
  forward: 'A message from the provider',
  clock: 'A time has come',
};

const providers: Record<Provider, string> = { gmail: 'Gmail', 'google-calendar': 'Google Calendar', salesforce: 'Salesforce' };

export const PROVIDERS = Object.keys(providers) as Provider[];
export const TOOLS = Object.keys(tools);
export const EVENTS = Object.keys(events);

export const toolName = (tool: string): string => tools[tool] ?? tool;
export const deliveryName = (type: string): string => deliveries[type] ?? type;
export const providerName = (provider: string): string => providers[provider as Provider] ?? provider;

/** Of `email.received`, or of `gmail.email.received`. */
export function eventName(event: string): string {
  return events[event] ?? events[event.slice(event.indexOf('.') + 1)] ?? event;
}

/** The provider that a tool acts on; null for Cortex itself and the model. */
export function providerOf(tool: string): Provider | null {
  if (tool.startsWith('gmail.')) return 'gmail';
  if (tool.startsWith('calendar.')) return 'google-calendar';
  return tool.startsWith('salesforce.') ? 'salesforce' : null;
}

/** The accounts that a program needs, the trigger's first. */
export function providersOf(program: Program): Provider[] {
  const used = program.steps.flatMap((step) => providerOf(step.tool) ?? []);
  return [...new Set([program.trigger.provider, ...used])];
}
