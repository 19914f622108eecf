import type { Program, Provider } from '../api/types';

/** Whose service a tool uses: a provider's, Cortex' own, or the language model's. */
export type ToolProvider = Provider | 'cortex' | 'model';

interface ToolWords {
  name: string;
  provider: ToolProvider;
}

const PROVIDER_NAMES: Record<ToolProvider, string> = {
  gmail: 'Gmail',
  'google-calendar': 'Google Calendar',
  salesforce: 'Salesforce',
  cortex: 'Cortex',
  model: 'AI',
};

const PROVIDERS: readonly Provider[] = ['gmail', 'google-calendar', 'salesforce'];

/** What a step does, as a line of a list. */
export const TOOLS: ReadonlyMap<string, ToolWords> = new Map(
  Object.entries({
    none: { name: 'Do nothing', provider: 'cortex' },
    'notify.user': { name: 'Notify you', provider: 'cortex' },
    wait: { name: 'Wait', provider: 'cortex' },
    'ai.summarize': { name: 'Summarize with AI', provider: 'model' },
    'ai.draft': { name: 'Write a text with AI', provider: 'model' },
    'ai.extract': { name: 'Extract data with AI', provider: 'model' },
    'ai.classify': { name: 'Classify with AI', provider: 'model' },
    'gmail.send_email': { name: 'Send an email', provider: 'gmail' },
    'gmail.reply': { name: 'Reply to the email', provider: 'gmail' },
    'gmail.forward': { name: 'Forward the email', provider: 'gmail' },
    'gmail.create_draft': { name: 'Write a draft', provider: 'gmail' },
    'gmail.add_label': { name: 'Add a label to the email', provider: 'gmail' },
    'gmail.remove_label': { name: 'Remove a label from the email', provider: 'gmail' },
    'gmail.archive': { name: 'Archive the email', provider: 'gmail' },
    'gmail.mark_read': { name: 'Mark the email as read', provider: 'gmail' },
    'gmail.mark_spam': { name: 'Mark the email as spam', provider: 'gmail' },
    'gmail.star': { name: 'Star the email', provider: 'gmail' },
    'gmail.trash': { name: 'Move the email to the trash', provider: 'gmail' },
    'gmail.find': { name: 'Find an email', provider: 'gmail' },
    'calendar.create_event': { name: 'Create a calendar event', provider: 'google-calendar' },
    'calendar.update_event': { name: 'Change the calendar event', provider: 'google-calendar' },
    'calendar.delete_event': { name: 'Delete the calendar event', provider: 'google-calendar' },
    'calendar.find_events': { name: 'Find calendar events', provider: 'google-calendar' },
    'salesforce.create_record': { name: 'Create a Salesforce record', provider: 'salesforce' },
    'salesforce.update_record': { name: 'Change a Salesforce record', provider: 'salesforce' },
    'salesforce.find_record': { name: 'Find a Salesforce record', provider: 'salesforce' },
  } satisfies Record<string, ToolWords>),
);

/** What sets an automation off, by provider and event. */
export const TRIGGERS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    'gmail.email.received': 'An email arrives',
    'gmail.email.sent': 'You send an email',
    'gmail.email.starred': 'You star an email',
    'gmail.email.labeled': 'You label an email',
    'google-calendar.event.created': 'A calendar event is created',
    'google-calendar.event.updated': 'A calendar event changes',
    'google-calendar.event.cancelled': 'A calendar event is cancelled',
    'google-calendar.event.starting': 'A calendar event starts',
    'google-calendar.event.ended': 'A calendar event ends',
    'salesforce.lead.created': 'A lead is created',
    'salesforce.contact.created': 'A contact is created',
    'salesforce.account.created': 'An account is created',
    'salesforce.opportunity.created': 'An opportunity is created',
    'salesforce.case.created': 'A case is created',
    'salesforce.task.created': 'A task is created',
    'salesforce.lead.updated': 'A lead changes',
    'salesforce.opportunity.updated': 'An opportunity changes',
    'salesforce.case.updated': 'A case changes',
  }),
);

/** A tool in words; one that this page does not know yet, by its own name. */
export function toolName(tool: string): string {
  return TOOLS.get(tool)?.name ?? readable(tool);
}

/** Null for a tool that this page does not know yet. */
export function toolProvider(tool: string): ToolProvider | null {
  return TOOLS.get(tool)?.provider ?? null;
}

/** `gmail.email.received` in words. */
export function triggerName(type: string): string {
  return TRIGGERS.get(type) ?? readable(type);
}

export function providerName(provider: string): string {
  return isNamed(provider) ? PROVIDER_NAMES[provider] : readable(provider);
}

/** The providers whose accounts a program uses: what sets it off first, then its steps' in their order. */
export function providersOf(program: Program): Provider[] {
  const used = [program.trigger.provider, ...program.steps.map((step) => toolProvider(step.tool))];
  return [...new Set(used)].filter((one): one is Provider => PROVIDERS.some((provider) => provider === one));
}

function isNamed(provider: string): provider is ToolProvider {
  return Object.hasOwn(PROVIDER_NAMES, provider);
}

/** `slack.post_message`: "Slack post message". */
function readable(name: string): string {
  const words = name.replaceAll(/[._-]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}
