import { describe, expect, it } from 'vitest';
import { absolute, duration, relative, ServerClock } from './time';

const style = { locale: 'en-GB', timeZone: 'UTC' };
const now = Date.parse('2026-11-22T21:40:03Z');

describe('relative', () => {
  it.each([
    ['2026-11-22T21:40:03.000Z', 'now'],
    ['2026-11-22T21:40:03.999Z', 'now'],
    ['2026-11-22T21:40:02.000Z', '1 s ago'],
    ['2026-11-22T21:39:04.000Z', '59 s ago'],
    ['2026-11-22T21:39:03.000Z', '1 min ago'],
    ['2026-11-22T20:40:04.000Z', '59 min ago'],
    ['2026-11-22T20:40:03.000Z', '1 h ago'],
    ['2026-11-22T23:40:03.000Z', 'in 2 h'],
    ['2026-11-21T21:40:04.000Z', '23 h ago'],
    ['2026-11-21T21:40:03.000Z', 'yesterday'],
    ['2026-11-21T00:00:00.000Z', 'yesterday'],
    ['2026-11-20T23:59:59.000Z', '2 days ago'],
    ['2026-11-16T10:00:00.000Z', '6 days ago'],
    ['2026-11-15T10:00:00.000Z', '15 Nov 2026'],
    ['2026-11-23T22:00:00.000Z', 'tomorrow'],
    ['2026-11-25T00:00:00.000Z', 'in 3 days'],
    ['nonsense', ''],
  ])('says of %s: %s', (iso, words) => {
    expect(relative(iso, now, style)).toBe(words);
  });

  it('counts days where people are, over a change of the clocks', () => {
    const berlin = { locale: 'en-GB', timeZone: 'Europe/Berlin' };
    const monday = Date.parse('2026-10-26T22:30:00Z');
    expect(relative('2026-10-24T21:30:00Z', monday, berlin)).toBe('2 days ago');
    expect(relative('2026-10-24T22:30:00Z', monday, berlin)).toBe('yesterday');
  });

  it('counts days in locales whose calendar or digits differ', () => {
    expect(relative('2026-11-20T10:00:00Z', now, { locale: 'fa-IR', timeZone: 'UTC' })).toBe('2 days ago');
    expect(relative('2026-11-20T10:00:00Z', now, { locale: 'th-TH', timeZone: 'UTC' })).toBe('2 days ago');
  });
});

describe('absolute', () => {
  it('names the day and the second, where people are', () => {
    expect(absolute('2026-11-22T21:40:03Z', style)).toBe('22 Nov 2026, 21:40:03');
    expect(absolute('2026-11-22T23:00:03.900Z', { locale: 'en-GB', timeZone: 'Europe/Berlin' })).toBe('23 Nov 2026, 00:00:03');
    expect(absolute('nonsense', style)).toBe('');
  });
});

describe('duration', () => {
  it.each([
    [-5, '0 ms'],
    [0, '0 ms'],
    [402, '402 ms'],
    [999.4, '999 ms'],
    [999.6, '1.00 s'],
    [1_840, '1.84 s'],
    [9_994, '9.99 s'],
    [9_996, '10.0 s'],
    [12_340, '12.3 s'],
    [59_940, '59.9 s'],
    [59_960, '1 min'],
    [125_000, '2 min 5 s'],
    [3_599_600, '1 h'],
    [10_920_000, '3 h 2 min'],
    [187_200_000, '2 d 4 h'],
    [Number.NaN, ''],
  ])('writes %d ms as "%s"', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });
});

describe('ServerClock', () => {
  const header = 'Sun, 22 Nov 2026 21:40:03 GMT';

  it('is the local clock until a response has said more', () => {
    const clock = new ServerClock(() => now);
    clock.note(null, now);
    clock.note('nonsense', now);
    expect(clock.now()).toBe(now);
  });

  it('goes by the server where the local clock is wrong, to half a second', () => {
    const clock = new ServerClock(() => now - 3_600_000);
    clock.note(header, now - 3_600_000);
    expect(clock.now()).toBe(now + 500);
  });

  it('does not jump with every response: a header names whole seconds only', () => {
    const clock = new ServerClock(() => now);
    clock.note(header, now);
    const before = clock.now();
    clock.note(header, now + 200);
    clock.note('Sun, 22 Nov 2026 21:40:04 GMT', now + 900);
    expect(clock.now()).toBe(before);
  });

  it('follows a local clock that was put right', () => {
    const clock = new ServerClock(() => now);
    clock.note(header, now - 60_000);
    clock.note(header, now);
    expect(clock.now()).toBe(now + 500);
  });
});
