import { ServerClock } from '../lib/time';
import { ApiError, NetworkError, problemOf, SignedOutError } from './problem';

/** Whoever gives tokens: the session. */
export interface TokenSource {
  /** A token that has not expired as far as this side knows; null when nobody is signed in. */
  token(): Promise<string | null>;
  /** Asks the issuer for a new one, however good the old one looks; null when it refuses. */
  renew(): Promise<string | null>;
  /** The issuer refused, or Cortex refuses what it gave. */
  expired(): void;
}

export interface RequestOptions {
  body?: unknown;
  signal?: AbortSignal | undefined;
  headers?: Record<string, string>;
}

interface Remembered {
  etag: string;
  body: unknown;
}

/** Answers kept with their ETag, the least recently used dropped beyond. */
const REMEMBERED_MAX = 30;

/** Speaks to `/api/cortex` for whoever is signed in. */
export class ApiClient {
  readonly clock = new ServerClock();
  readonly #tokens: TokenSource;
  readonly #remembered = new Map<string, Remembered>();
  #renewal: Promise<string | null> | null = null;

  constructor(tokens: TokenSource) {
    this.#tokens = tokens;
  }

  get<T>(path: string, signal?: AbortSignal): Promise<T> {
    return this.#json<T>('GET', path, { signal });
  }

  post<T>(path: string, body?: unknown, options: RequestOptions = {}): Promise<T> {
    return this.#json<T>('POST', path, { ...options, body });
  }

  patch<T>(path: string, body: unknown): Promise<T> {
    return this.#json<T>('PATCH', path, { body });
  }

  delete(path: string): Promise<void> {
    return this.#json<void>('DELETE', path, {});
  }

  /** Forgets what was answered to whoever was signed in before. */
  forget(): void {
    this.#remembered.clear();
  }

  /** Sends with a token; at a 401 asks for a new one, for all that wait for it together, and sends once more. */
  async send(method: string, path: string, options: RequestOptions = {}): Promise<Response> {
    const token = await this.#tokens.token();
    if (token === null) return this.#end();
    const first = await this.#fetch(method, path, token, options);
    if (first.status !== 401) return first;

    // Somebody else may have got a new one while this request was under way.
    const current = await this.#tokens.token();
    const renewed = current !== null && current !== token ? current : await this.#renew();
    if (renewed === null) return this.#end();
    const second = await this.#fetch(method, path, renewed, options);
    return second.status === 401 ? this.#end() : second;
  }

  async #json<T>(method: string, path: string, options: RequestOptions): Promise<T> {
    const known = method === 'GET' ? this.#remembered.get(path) : undefined;
    const response = await this.send(method, path, known ? { ...options, headers: { 'If-None-Match': known.etag } } : options);
    if (response.status === 304 && known) return known.body as T;
    if (!response.ok) throw await problemOf(response);
    if (response.status === 204) return undefined as T;
    const body = (await response.json()) as T;
    if (method === 'GET') this.#remember(path, response.headers.get('ETag'), body);
    return body;
  }

  async #fetch(method: string, path: string, token: string, options: RequestOptions): Promise<Response> {
    const headers: Record<string, string> = { Accept: 'application/json', Authorization: `Bearer ${token}`, ...options.headers };
    const init: RequestInit = { method, headers, cache: 'no-store', signal: options.signal ?? null };
    if (options.body !== undefined) {
      headers['Content-Type'] = 'application/json';
      init.body = JSON.stringify(options.body);
    }

    try {
      const response = await fetch(`/api/cortex${path}`, init);
      this.clock.note(response.headers.get('Date'), Date.now());
      return response;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') throw error;
      throw new NetworkError(error);
    }
  }

  #renew(): Promise<string | null> {
    this.#renewal ??= this.#tokens.renew().finally(() => {
      this.#renewal = null;
    });
    return this.#renewal;
  }

  #end(): never {
    this.#tokens.expired();
    throw new SignedOutError();
  }

  #remember(path: string, etag: string | null, body: unknown): void {
    this.#remembered.delete(path);
    if (etag === null) return;
    this.#remembered.set(path, { etag, body });
    const oldest = this.#remembered.keys().next();
    if (this.#remembered.size > REMEMBERED_MAX && !oldest.done) this.#remembered.delete(oldest.value);
  }
}

export function isMissing(error: unknown): boolean {
  return error instanceof ApiError && error.isMissing;
}
