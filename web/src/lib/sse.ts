/** One message of an event stream. */
export interface SseMessage {
  /** Its name; `message` if the stream gives none. */
  event: string;
  data: string;
  /** The last id that the stream gave, here or before; empty if none. */
  id: string;
  /** How many milliseconds to wait before connecting again, if the stream has said so by now. */
  retry: number | null;
}

/** The longest message that is kept, in characters; the API's are cut far below. */
export const SSE_BUFFER_MAX = 1_048_576;

/** Reads `text/event-stream` as it comes, cut anywhere: https://html.spec.whatwg.org/multipage/server-sent-events.html */
export class SseParser {
  #line: string[] = [];
  #lineLength = 0;
  #data: string[] = [];
  #dataLength = 0;
  #event = '';
  #id = '';
  #retry: number | null = null;
  #isFirst = true;
  #endedByCr = false;

  /** @throws RangeError where a message is longer than `SSE_BUFFER_MAX`: the connection is of no more use. */
  push(chunk: string): SseMessage[] {
    const messages: SseMessage[] = [];
    let start = 0;
    if (this.#isFirst && chunk.length > 0) {
      this.#isFirst = false;
      start = chunk.startsWith('\uFEFF') ? 1 : 0;
    }

    if (this.#endedByCr && chunk.length > start) {
      // The line was ended by the chunk before; its LF only comes now.
      this.#endedByCr = false;
      start += chunk[start] === '\n' ? 1 : 0;
    }

    const ends = /\r\n|\r|\n/g;
    ends.lastIndex = start;
    for (let end = ends.exec(chunk); end !== null; end = ends.exec(chunk)) {
      this.#keep(chunk.slice(start, end.index));
      start = ends.lastIndex;
      this.#endedByCr = end[0] === '\r' && start === chunk.length;
      const line = this.#line.join('');
      this.#line = [];
      this.#lineLength = 0;
      this.#read(line, messages);
    }

    this.#keep(chunk.slice(start));
    return messages;
  }

  #keep(part: string): void {
    if (part.length === 0) {
      return;
    }

    this.#lineLength += part.length;
    this.#bound();
    this.#line.push(part);
  }

  #read(line: string, messages: SseMessage[]): void {
    if (line === '') {
      this.#dispatch(messages);
      return;
    }

    const colon = line.indexOf(':');
    const field = colon === -1 ? line : line.slice(0, colon);
    const raw = colon === -1 ? '' : line.slice(colon + 1);
    const value = raw.startsWith(' ') ? raw.slice(1) : raw;
    switch (field) {
      case 'data':
        // The line break counts too, or empty lines of data would be kept without end.
        this.#dataLength += value.length + 1;
        this.#bound();
        this.#data.push(value);
        break;
      case 'event':
        this.#event = value;
        break;
      case 'id':
        this.#id = value.includes('\0') ? this.#id : value;
        break;
      case 'retry':
        this.#retry = /^\d+$/.test(value) ? Number(value) : this.#retry;
        break;
      default:
        break;
    }
  }

  #dispatch(messages: SseMessage[]): void {
    if (this.#data.length > 0) {
      messages.push({ event: this.#event === '' ? 'message' : this.#event, data: this.#data.join('\n'), id: this.#id, retry: this.#retry });
    }

    this.#data = [];
    this.#dataLength = 0;
    this.#event = '';
  }

  #bound(): void {
    if (this.#lineLength + this.#dataLength > SSE_BUFFER_MAX) {
      throw new RangeError(`A message of the stream is longer than ${SSE_BUFFER_MAX} characters.`);
    }
  }
}
