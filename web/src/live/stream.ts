import type { ApiClient } from '../api/client';
import { SignedOutError } from '../api/problem';
import { retryDelay } from '../lib/retry';
import { SseParser } from '../lib/sse';
import type { SseMessage } from '../lib/sse';

export type StreamState = 'connecting' | 'open' | 'waiting';

export interface StreamListener {
  message(message: SseMessage): void;
  state(state: StreamState): void;
}

/** A heartbeat comes every 15 s at most; after so long without any byte the stream is taken for dead. */
const SILENCE_MAX_MS = 40_000;
/** A stream that lasted so long was a good one: the next is opened at once. */
const GOOD_MS = 10_000;

/**
 * Reads `GET /api/cortex/stream` for ever: opens it anew when it ends, fails or falls silent, and goes on from the last message.
 * It only makes things quicker; what it misses comes with the next poll.
 */
export class LiveStream {
  readonly #api: ApiClient;
  readonly #listener: StreamListener;
  readonly #stopped = new AbortController();
  #lastId: string | undefined;
  #current: AbortController | undefined;

  constructor(api: ApiClient, listener: StreamListener) {
    this.#api = api;
    this.#listener = listener;
  }

  start(): void {
    void this.#run();
  }

  stop(): void {
    this.#stopped.abort();
    this.#current?.abort();
  }

  /** After sleep, or when the network is back: a connection that looks open may have been dead for long. */
  restart(): void {
    this.#current?.abort();
  }

  async #run(): Promise<void> {
    let failures = 0;
    while (!this.#stopped.signal.aborted) {
      const opened = Date.now();
      this.#listener.state('connecting');
      try {
        await this.#read();
      } catch (error) {
        if (error instanceof SignedOutError) return;
      }

      failures = Date.now() - opened > GOOD_MS ? 0 : failures + 1;

      if (this.#stopped.signal.aborted) return;
      this.#listener.state('waiting');
      await pause(failures === 0 ? 0 : retryDelay(failures), this.#stopped.signal);
    }
  }

  async #read(): Promise<void> {
    const current = new AbortController();
    this.#current = current;
    const silence = new Silence(() => current.abort());
    try {
      const headers: Record<string, string> = { Accept: 'text/event-stream' };
      if (this.#lastId !== undefined) headers['Last-Event-ID'] = this.#lastId;
      const response = await this.#api.send('GET', '/stream', { headers, signal: current.signal });
      if (!response.ok || !response.body) throw new Error(`The stream was refused (${response.status}).`);
      this.#listener.state('open');
      const parser = new SseParser();
      const reader = response.body.pipeThrough(new TextDecoderStream()).getReader();
      for (let part = await reader.read(); !part.done; part = await reader.read()) {
        silence.broken();
        for (const message of parser.push(part.value)) {
          if (message.id !== '') this.#lastId = message.id;
          this.#listener.message(message);
        }
      }
    } finally {
      silence.end();
    }
  }
}

class Silence {
  readonly #call: () => void;
  #timer: ReturnType<typeof setTimeout>;

  constructor(call: () => void) {
    this.#call = call;
    this.#timer = setTimeout(call, SILENCE_MAX_MS);
  }

  broken(): void {
    clearTimeout(this.#timer);
    this.#timer = setTimeout(this.#call, SILENCE_MAX_MS);
  }

  end(): void {
    clearTimeout(this.#timer);
  }
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
