import { describe, expect, it, vi } from 'vitest';
import { absolute, clockTime, duration, relative, ServerClock } from './time';

const NOW = Date.parse('2026-11-22T21:40:03Z');
const HERE = { locale: 'en-GB', timeZone: 'UTC' };

describe('relative', () => {
  it.each([
    [0, 'just now'],
    [12_000, '12 s ago'],
    [-12_000, 'in 12 s'],
    [59_999, '59 s ago'],
    [60_000, '1 min ago'],
    [3_600_000, '1 h ago'],
    [-7_200_000, 'in 2 h'],
    [86_400_000, 'yesterday'],
    [-86_400_000, 'tomorrow'],
    [3 * 86_400_000, '3 days ago'],
    [8 * 86_400_000, '14 Nov 2026'],
  ])('%i ms → %s', (age, words) => {
    expect(relative(new Date(NOW - age).toISOString(), NOW, HERE)).toBe(words);
  });
});

describe('duration', () => {
  it.each([
    [0, '0 ms'],
    [402, '402 ms'],
    [1_840, '1.84 s'],
    [12_300, '12.3 s'],
    [30_000, '30 s'],
    [125_000, '2 min 5 s'],
    [120_000, '2 min'],
    [10_920_000, '3 h 2 min'],
    [187_200_000, '2 d 4 h'],
  ])('%i ms → %s', (ms, words) => {
    expect(duration(ms)).toBe(words);
  });
});

it('tells times of the day and of the year in the place given', () => {
  expect(absolute('2026-11-22T21:40:03Z', HERE)).toBe('22 Nov 2026, 21:40:03');
  expect(clockTime(NOW, { ...HERE, timeZone: 'Asia/Tokyo' })).toBe('06:40');
});

describe('ServerClock', () => {
  it('follows the server when this clock is far off, and not for a second or two', () => {
    vi.useFakeTimers({ now: NOW });
    const clock = new ServerClock();
    clock.note(new Date(NOW - 1_000).toUTCString(), NOW);
    expect(clock.now()).toBe(NOW);
    clock.note(new Date(NOW + 3_600_000).toUTCString(), NOW);
    expect(clock.now()).toBe(Date.parse('2026-11-22T22:40:03Z'));
    clock.note('not a date', NOW);
    expect(clock.now()).toBe(Date.parse('2026-11-22T22:40:03Z'));
    vi.useRealTimers();
  });
});
