import { describe, expect, it } from 'vitest';
import { SSE_BUFFER_MAX, SseParser } from './sse';

const STREAM = ': hello\nretry: 2000\n\nid: 7\nevent: run\ndata: {"id":"r1",\ndata: "n":1}\n\ndata:plain\n\n';
const EXPECTED = [
  { event: 'run', data: '{"id":"r1",\n"n":1}', id: '7', retry: 2_000 },
  { event: 'message', data: 'plain', id: '7', retry: 2_000 },
];

function read(...chunks: string[]) {
  const parser = new SseParser();
  return chunks.flatMap((chunk) => parser.push(chunk));
}

describe('SseParser', () => {
  it.each([
    ['LF', '\n'],
    ['CR LF', '\r\n'],
    ['CR', '\r'],
  ])('reads lines that end with %s, whole and cut at every place', (_, end) => {
    const stream = STREAM.replaceAll('\n', end);
    expect(read(stream)).toEqual(EXPECTED);
    expect(read(...stream)).toEqual(EXPECTED);
    for (let at = 0; at <= stream.length; at++) {
      expect(read(stream.slice(0, at), stream.slice(at))).toEqual(EXPECTED);
    }
  });

  it('gives a message as soon as its empty line is there, even if an LF may follow the CR', () => {
    const parser = new SseParser();
    expect(parser.push('data: a\r\n\r')).toHaveLength(1);
    expect(parser.push('\ndata: b\r\n\r\n').map((message) => message.data)).toEqual(['b']);
  });

  it('passes over a mark at the beginning, and only there', () => {
    expect(read('\uFEFFdata: a\n\n', '\uFEFFdata: b\n\n').map((message) => message.data)).toEqual(['a']);
  });

  it('gives nothing for comments, unknown fields and events without data', () => {
    expect(read(': heartbeat\n\n', 'colour: red\n\n', 'event: run\n\n')).toEqual([]);
  });

  it('takes the name of an event for that event alone', () => {
    expect(read('event: run\n\ndata: a\n\n').map((message) => message.event)).toEqual(['message']);
  });

  it('keeps empty data and spaces after the first', () => {
    expect(read('data\n\n', 'data:\ndata:  x \n\n').map((message) => message.data)).toEqual(['', '\n x ']);
  });

  it('forgets an id that is emptied, and ignores ids with NUL and retries that are no number', () => {
    const messages = read('id: 3\ndata: a\n\n', 'id: 4\0\nretry: 1.5\ndata: b\n\n', 'id\ndata: c\n\n');
    expect(messages.map((message) => [message.id, message.retry])).toEqual([['3', null], ['3', null], ['', null]]);
  });

  it('does not give what the stream never finished', () => {
    expect(read('data: a\n')).toEqual([]);
  });

  it('refuses a message beyond the limit, on one line or many, and takes one at it', () => {
    const piece = 'x'.repeat(SSE_BUFFER_MAX / 16);
    expect(() => read('data: ', ...Array.from({ length: 17 }, () => piece))).toThrow(RangeError);
    expect(() => read(...Array.from({ length: 17 }, () => `data: ${piece}\n`))).toThrow(RangeError);
    expect(() => read('data\n'.repeat(SSE_BUFFER_MAX + 1))).toThrow(RangeError);
    expect(read(`data:${'x'.repeat(SSE_BUFFER_MAX - 5)}`, '\n\n')).toHaveLength(1);
  });

  it('starts to count anew with each message', () => {
    const long = `data: ${'x'.repeat(SSE_BUFFER_MAX / 2)}\n\n`;
    expect(read(long, long, long)).toHaveLength(3);
  });
});
