import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { fireEvent, render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { createRef, useState } from 'react';
import type { ReactNode } from 'react';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../api/client';
import { ConsoleContext } from '../api/context';
import type { Danger, Preview, Unit } from '../api/types';
import { Session } from '../session/session';
import { EditDialog } from './EditDialog';
import { NewAutomation } from './NewAutomation';

const WORDS = 'When I get an email, move it to the trash';
const danger: Danger = { sentence: 'It would have moved 412 of the last 412 emails to the trash.', matched: 412, of: 412, days: 30 };
const preview: Preview = {
  program: { version: 1, trigger: { provider: 'gmail', event: 'email.received', where: { all: [] } }, steps: [{ tool: 'gmail.trash', input: {} }] } as unknown as Preview['program'],
  programHash: 'hash-of-trash',
  explanation: 'When an email arrives, move it to the trash.',
  readBack: { when: 'When an email arrives', then: ['Move it to the trash'] },
  compiler: 'builtin',
  missingConnections: [],
  warnings: [],
};
const unit = { id: 'u1', name: 'Clean', prompt: 'when: email from a@b.example then: star it', programHash: 'hash-of-star', readBack: { when: 'When an email arrives', then: ['Star it'] } } as Unit;
const needsConfirmation = {
  title: 'Unprocessable Content',
  status: 422,
  error: `Invalid compilation: ${danger.sentence} Say which items you mean, or send the programHash of the preview to confirm.`,
  code: 'needs_confirmation',
  danger,
  programHash: preview.programHash,
};

type Sent = { method: string; path: string; body: Record<string, unknown> };

/** Answers requests by their path, and keeps those that change something. */
function answering(answers: Record<string, (body: Record<string, unknown>) => Response>): Sent[] {
  const sent: Sent[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn(async (url: string, init: RequestInit) => {
      const path = url.replace('/api/cortex', '');
      const body = JSON.parse(init.body as string) as Record<string, unknown>;
      if (path !== '/units/preview') sent.push({ method: init.method ?? '', path, body });
      return answers[path]?.(body) ?? Response.json({}, { status: 500 });
    }),
  );
  return sent;
}

function Console({ children }: { children: ReactNode }) {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { mutations: { retry: false } } }));
  const [console] = useState(() => {
    const session = new Session();
    return { config: {} as never, session, api: new ApiClient({ token: async () => 'token', renew: async () => null, expired: () => undefined }) };
  });
  return (
    <QueryClientProvider client={queries}>
      <ConsoleContext value={console}>{children}</ConsoleContext>
    </QueryClientProvider>
  );
}

function Composer({ onCreated }: { onCreated: (unit: Unit) => void }) {
  const [draft, setDraft] = useState({ name: '', prompt: '' });
  return <NewAutomation draft={draft} onDraft={setDraft} onCreated={onCreated} field={createRef()} />;
}

/** The preview comes when nobody has typed for 0.8 s, and a busy machine takes longer. */
const PATIENCE = { timeout: 10_000 };
vi.setConfig({ testTimeout: 30_000 });

const button = (name: string) => screen.findByRole('button', { name }, PATIENCE);

const write = (words: string) => fireEvent.change(screen.getByLabelText('What should happen?'), { target: { value: words } });

/** jsdom draws no dialogs. */
function open(this: HTMLDialogElement) {
  this.open = true;
}

function close(this: HTMLDialogElement) {
  this.open = false;
}

beforeEach(() => {
  HTMLDialogElement.prototype.showModal = open;
  HTMLDialogElement.prototype.close = close;
});

afterEach(() => {
  vi.unstubAllGlobals();
  sessionStorage.clear();
});

describe('a new automation that could hurt', () => {
  it('says what it would have done, and is created only by a button that says so', async () => {
    const sent = answering({ '/units/preview': () => Response.json({ ...preview, danger }), '/units': () => Response.json({ unit }, { status: 201 }) });
    const onCreated = vi.fn();
    render(<Composer onCreated={onCreated} />, { wrapper: Console });
    write(WORDS);

    const agree = await button('Create anyway');
    expect(screen.getByText(danger.sentence)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Create automation' })).toBeNull();
    await userEvent.type(screen.getByLabelText('Name (optional)'), 'Clean{Enter}');
    expect(sent).toEqual([]);

    await userEvent.click(agree);
    await waitFor(() => expect(onCreated).toHaveBeenCalledTimes(1), PATIENCE);
    expect(sent).toEqual([{ method: 'POST', path: '/units', body: { name: 'Clean', prompt: WORDS, programHash: preview.programHash } }]);
  });

  it('is not created by whoever was quicker than its preview', async () => {
    const sent = answering({ '/units/preview': () => Response.json({ ...preview, danger }), '/units': () => Response.json({ unit }, { status: 201 }) });
    render(<Composer onCreated={vi.fn()} />, { wrapper: Console });
    write(WORDS);

    await userEvent.click(await button('Create automation'));

    expect(await button('Create anyway')).toBeTruthy();
    expect(sent).toEqual([]);
  });

  it('is asked about after a refusal when there was no preview', async () => {
    const sent = answering({
      '/units/preview': () => Response.json({ error: 'Not now.' }, { status: 503 }),
      '/units': (body) => ('programHash' in body ? Response.json({ unit }, { status: 201 }) : Response.json(needsConfirmation, { status: 422 })),
    });
    const onCreated = vi.fn();
    render(<Composer onCreated={onCreated} />, { wrapper: Console });
    write(WORDS);
    await userEvent.click(await button('Create automation'));

    const agree = await button('Create anyway');
    expect(screen.getByText(danger.sentence)).toBeTruthy();
    expect(screen.queryByText(/Invalid compilation/)).toBeNull();
    await userEvent.click(agree);

    await waitFor(() => expect(onCreated).toHaveBeenCalledTimes(1), PATIENCE);
    expect(sent.map((request) => request.body['programHash'])).toEqual([undefined, preview.programHash]);
  });

  it('is not asked about once its words have changed to harmless ones', async () => {
    answering({ '/units/preview': (body) => Response.json((body['prompt'] as string).includes('from') ? preview : { ...preview, danger }) });
    render(<Composer onCreated={vi.fn()} />, { wrapper: Console });
    write(WORDS);
    await button('Create anyway');
    write(`${WORDS} from a@b.example`);

    expect(await button('Create automation')).toBeTruthy();
    expect(screen.queryByText(danger.sentence)).toBeNull();
  });
});

describe('an edit', () => {
  it('to what could hurt is saved only by a button that says so', async () => {
    const sent = answering({ '/units/preview': () => Response.json({ ...preview, danger }), '/units/u1': () => Response.json({ unit }) });
    const onClose = vi.fn();
    render(<EditDialog unit={unit} onClose={onClose} />, { wrapper: Console });
    write(WORDS);

    await userEvent.click(await button('Save anyway'));

    await waitFor(() => expect(onClose).toHaveBeenCalledTimes(1), PATIENCE);
    expect(sent).toEqual([{ method: 'PATCH', path: '/units/u1', body: { prompt: WORDS, programHash: preview.programHash } }]);
  });

  it('of the words alone is not asked about: it does already what it could hurt by', async () => {
    answering({ '/units/preview': () => Response.json({ ...preview, danger }), '/units/u1': () => Response.json({ unit }) });
    render(<EditDialog unit={{ ...unit, programHash: preview.programHash }} onClose={vi.fn()} />, { wrapper: Console });
    write(WORDS);

    expect(await screen.findByText(/Here's what Cortex understood/, {}, PATIENCE)).toBeTruthy();
    expect(screen.queryByText(danger.sentence)).toBeNull();
    expect(await button('Save')).toBeTruthy();
  });
});

describe('a refused prompt whose suggestion could hurt', () => {
  const REFUSED = 'When I get an email, frobnicate it';
  const refusal = {
    title: 'Unprocessable Content',
    status: 422,
    error: 'Invalid compilation: Cortex does not know how to "frobnicate it".',
    code: 'unsupported_action',
    suggestions: [{ prompt: WORDS, program: preview.program, explanation: preview.explanation, changes: ['frobnicate it → move it to the trash'] }],
  };
  const previews = (body: Record<string, unknown>) =>
    body['prompt'] === WORDS ? Response.json({ ...preview, danger }) : Response.json(refusal, { status: 422, headers: { 'Content-Type': 'application/problem+json' } });

  it('is put right with one click, and then created only by a button that says so', async () => {
    const sent = answering({ '/units/preview': previews, '/units': () => Response.json({ unit }, { status: 201 }) });
    const onCreated = vi.fn();
    render(<Composer onCreated={onCreated} />, { wrapper: Console });
    write(REFUSED);

    await userEvent.click(await button('Use it'));
    expect(await screen.findByText(danger.sentence, undefined, PATIENCE)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Use it' })).toBeNull();
    expect(sent).toEqual([]);

    await userEvent.click(await button('Create anyway'));
    await waitFor(() => expect(onCreated).toHaveBeenCalledOnce(), PATIENCE);
    expect(sent[0]?.body).toMatchObject({ prompt: WORDS, programHash: preview.programHash });
  });

  it('is put right in an automation that is there, and then saved only by a button that says so', async () => {
    const sent = answering({ '/units/preview': previews, '/units/u1': () => Response.json({ unit }) });
    render(<EditDialog unit={unit} onClose={vi.fn()} />, { wrapper: Console });
    write(REFUSED);

    await userEvent.click(await button('Use it'));
    expect(await screen.findByText(danger.sentence, undefined, PATIENCE)).toBeTruthy();
    expect(sent).toEqual([]);

    await userEvent.click(await button('Save anyway'));
    await waitFor(() => expect(sent).toHaveLength(1), PATIENCE);
    expect(sent[0]?.body).toMatchObject({ prompt: WORDS, programHash: preview.programHash });
  });
});
