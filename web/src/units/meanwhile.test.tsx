import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { render, screen, waitFor } from '@testing-library/react';
import { userEvent } from '@testing-library/user-event';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from '../api/client';
import { ConsoleContext } from '../api/context';
import type { Preview } from '../api/types';
import { Session } from '../session/session';
import { PreviewPanel } from './PreviewPanel';
import { useLivePreview } from './useLivePreview';

const WORDS = 'when an email arrives, frobnicate it';
const BETTER = 'when an email arrives then: star it';
const preview = { explanation: 'When an email arrives, star it.', readBack: { when: 'When an email arrives', then: ['Star it'] }, missingConnections: [], warnings: [] } as unknown as Preview;
const repair = { leftOver: [{ start: 23, length: 10 }], suggestions: [{ prompt: BETTER, program: {}, explanation: preview.explanation, changes: ['frobnicate it → star it'] }] };
const refusal = { error: 'Invalid compilation: "frobnicate it" is nothing that can be done.', code: 'unsupported_action', ...repair };

function Console({ children }: { children: ReactNode }) {
  const [queries] = useState(() => new QueryClient({ defaultOptions: { mutations: { retry: false } } }));
  const [console] = useState(() => ({ config: {} as never, session: new Session(), api: new ApiClient({ token: async () => 'token', renew: async () => null, expired: () => undefined }) }));
  return (
    <QueryClientProvider client={queries}>
      <ConsoleContext value={console}>{children}</ConsoleContext>
    </QueryClientProvider>
  );
}

function Panel({ onUse }: { onUse: (prompt: string) => void }) {
  return <PreviewPanel state={useLivePreview(WORDS).state} onUse={onUse} />;
}

/** Answers of the built-in compiler at once, and of all readers when they are let. */
function reading(builtin: () => Response) {
  const waiting: ((response: Response) => void)[] = [];
  const all = new Promise<Response>((resolve) => waiting.push(resolve));
  const asked: unknown[] = [];
  vi.stubGlobal(
    'fetch',
    vi.fn((_url: string, init: RequestInit) => {
      const body = JSON.parse(init.body as string) as { reader?: string };
      asked.push(body);
      return body.reader === 'builtin' ? Promise.resolve(builtin()) : all;
    }),
  );
  return { asked, answer: (response: Response) => waiting.forEach((resolve) => resolve(response)) };
}

const PATIENCE = { timeout: 10_000 };
vi.setConfig({ testTimeout: 30_000 });

afterEach(() => vi.unstubAllGlobals());

describe('while the language model reads', () => {
  it('what the built-in compiler suggests can be taken', async () => {
    const { asked } = reading(() => Response.json(refusal, { status: 422 }));
    const onUse = vi.fn<(prompt: string) => void>();
    render(<Panel onUse={onUse} />, { wrapper: Console });

    await userEvent.click(await screen.findByRole('button', { name: 'Use it' }, PATIENCE));

    expect(onUse).toHaveBeenCalledExactlyOnceWith(BETTER);
    expect(screen.getByText('Still reading what you wrote…')).toBeTruthy();
    expect(screen.queryByText(refusal.error)).toBeNull();
    expect(asked).toEqual([{ prompt: WORDS }, { prompt: WORDS, reader: 'builtin' }]);
  });

  it('what the built-in compiler understood is shown until there is an answer', async () => {
    const { answer } = reading(() => Response.json(preview));
    render(<Panel onUse={vi.fn()} />, { wrapper: Console });
    expect(await screen.findByRole('heading', { name: 'What Cortex understood so far' }, PATIENCE)).toBeTruthy();

    answer(Response.json(preview));

    expect(await screen.findByRole('heading', { name: "Here's what Cortex understood" }, PATIENCE)).toBeTruthy();
    expect(screen.queryByRole('heading', { name: 'What Cortex understood so far' })).toBeNull();
  });
});

describe('when the language model is away', () => {
  it('what the built-in compiler suggests stays', async () => {
    const { answer, asked } = reading(() => Response.json({}, { status: 500 }));
    answer(Response.json({ error: 'The language model cannot be reached at the moment.', ...repair }, { status: 503 }));
    render(<Panel onUse={vi.fn()} />, { wrapper: Console });

    expect(await screen.findByText('The language model cannot be reached at the moment.', {}, PATIENCE)).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Use it' })).toBeTruthy();
    await waitFor(() => expect(asked).toEqual([{ prompt: WORDS }]));
  });
});
