export interface SseMessage {
  event: string;
  data: string;
  /** The last id that the stream gave; it stays until another one comes. */
  id: string | undefined;
}

/** A line or message beyond is not one of ours. */
export const MESSAGE_CHARS_MAX = 1_000_000;

/** Reads `text/event-stream` as it comes, in whatever pieces (WHATWG HTML, 9.2.6). */
export class SseParser {
  #rest = '';
  #begun = false;
  #endedInCr = false;
  #event = '';
  #data: string[] = [];
  #size = 0;
  #id: string | undefined;

  push(chunk: string): SseMessage[] {
    let text = chunk;
    if (!this.#begun && text !== '') {
      this.#begun = true;
      if (text.startsWith('\uFEFF')) text = text.slice(1);
    }

    // CR and LF of one line's end may come in two pieces.
    if (this.#endedInCr && text.startsWith('\n')) text = text.slice(1);
    if (chunk !== '') this.#endedInCr = chunk.endsWith('\r');

    const lines = (this.#rest + text).split(/\r\n|\r|\n/);
    this.#rest = lines.pop() ?? '';
    this.#size += chunk.length;
    if (this.#size > MESSAGE_CHARS_MAX) throw new Error(`A message of the stream is longer than ${MESSAGE_CHARS_MAX} characters.`);
    return lines.flatMap((line) => this.#take(line) ?? []);
  }

  #take(line: string): SseMessage | undefined {
    if (line === '') return this.#dispatch();
    const colon = line.indexOf(':');
    if (colon === 0) return undefined;
    const field = colon < 0 ? line : line.slice(0, colon);
    const value = colon < 0 ? '' : line.slice(line[colon + 1] === ' ' ? colon + 2 : colon + 1);
    if (field === 'event') this.#event = value;
    else if (field === 'data') this.#data.push(value);
    else if (field === 'id' && !value.includes('\0')) this.#id = value;
    return undefined;
  }

  #dispatch(): SseMessage | undefined {
    const message = this.#data.length > 0 ? { event: this.#event || 'message', data: this.#data.join('\n'), id: this.#id } : undefined;
    this.#event = '';
    this.#data = [];
    this.#size = this.#rest.length;
    return message;
  }
}
