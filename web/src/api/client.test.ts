import { afterEach, describe, expect, it, vi } from 'vitest';
import { ApiClient } from './client';
import type { TokenSource } from './client';
import { ApiError, NetworkError, SignedOutError } from './problem';

function source(renewed: string | null = 'new') {
  let token: string | null = 'old';
  const tokens = {
    token: vi.fn(async () => token),
    renew: vi.fn(async () => {
      await Promise.resolve();
      token = renewed;
      return renewed;
    }),
    expired: vi.fn(),
  } satisfies TokenSource;
  return tokens;
}

type Answer = (token: string, headers: Headers) => Response;

function answering(answer: Answer) {
  const fetched = vi.fn(async (_url: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    return answer((headers.get('Authorization') ?? '').replace('Bearer ', ''), headers);
  });
  vi.stubGlobal('fetch', fetched);
  return fetched;
}

afterEach(() => vi.unstubAllGlobals());

const ok = () => Response.json({ units: [] });
const refused = () => Response.json({ error: 'expired' }, { status: 401 });

describe('a 401', () => {
  it('asks for one new token for all that wait, and sends each once more', async () => {
    const tokens = source();
    const fetched = answering((token) => (token === 'new' ? ok() : refused()));
    const api = new ApiClient(tokens);
    await Promise.all([api.get('/units'), api.get('/runs'), api.get('/events')]);
    expect(tokens.renew).toHaveBeenCalledTimes(1);
    expect(fetched).toHaveBeenCalledTimes(6);
    expect(tokens.expired).not.toHaveBeenCalled();
  });

  it('ends the session when the new token is refused, too', async () => {
    const tokens = source();
    answering(refused);
    await expect(new ApiClient(tokens).get('/units')).rejects.toBeInstanceOf(SignedOutError);
    expect(tokens.expired).toHaveBeenCalledTimes(1);
  });

  it('ends the session when there is no new token', async () => {
    const tokens = source(null);
    const fetched = answering(refused);
    await expect(new ApiClient(tokens).get('/units')).rejects.toBeInstanceOf(SignedOutError);
    expect(fetched).toHaveBeenCalledTimes(1);
  });
});

describe('answers', () => {
  it('are asked for by their tag, and a 304 is what they were', async () => {
    answering((_token, headers) => (headers.get('If-None-Match') === 'W/"1"' ? new Response(null, { status: 304 }) : Response.json({ units: [1] }, { headers: { ETag: 'W/"1"' } })));
    const api = new ApiClient(source());
    expect(await api.get('/units')).toEqual({ units: [1] });
    expect(await api.get('/units')).toEqual({ units: [1] });
    api.forget();
    expect(await api.get('/units')).toEqual({ units: [1] });
  });

  it('of refusals carry their sentence, code, place, trace and when to come back', async () => {
    answering(() => Response.json({ error: 'Invalid compilation: no.', code: 'no_trigger', at: { start: 1, length: 2 }, traceId: 'abc' }, { status: 422, headers: { 'Retry-After': '7' } }));
    const error = await new ApiClient(source()).post('/units', {}).catch((problem: unknown) => problem);
    expect(error).toMatchObject({ status: 422, message: 'Invalid compilation: no.', code: 'no_trigger', at: { start: 1, length: 2 }, traceId: 'abc', retryAfter: 7 });
  });

  it('of a proxy in between are said in our own words', async () => {
    answering(() => new Response('<html>Bad gateway', { status: 502 }));
    const error = await new ApiClient(source()).get('/units').catch((problem: unknown) => problem);
    expect(error).toBeInstanceOf(ApiError);
    expect((error as ApiError).message).toContain('not available');
  });

  it('that never come are told from refusals', async () => {
    vi.stubGlobal('fetch', () => Promise.reject(new TypeError('Failed to fetch')));
    await expect(new ApiClient(source()).get('/units')).rejects.toBeInstanceOf(NetworkError);
  });
});
