import { describe, expect, it } from 'vitest';
import { RETRY_AFTER_MAX_MS, retryAfterOf, retryDelay } from './retry';

describe('retryDelay', () => {
  it.each([
    [1, 3_000],
    [2, 6_000],
    [3, 12_000],
    [4, 30_000],
    [5, 30_000],
    [1_000_000, 30_000],
    [Number.POSITIVE_INFINITY, 30_000],
  ])('waits after %d failures in a row %d ms', (failures, delay) => {
    expect(retryDelay(failures)).toBe(delay);
  });

  it.each([0, -1])('waits before a first failure is counted as after it', (failures) => {
    expect(retryDelay(failures)).toBe(3_000);
  });

  it('never asks sooner than it was told, nor later than the longest wait', () => {
    expect(retryDelay(1, 20)).toBe(20_000);
    expect(retryDelay(4, 20)).toBe(30_000);
    expect(retryDelay(1, 86_400)).toBe(RETRY_AFTER_MAX_MS);
    expect(retryDelay(1, Number.NaN)).toBe(3_000);
    expect(retryDelay(2, null)).toBe(6_000);
  });
});

describe('retryAfterOf', () => {
  const now = Date.parse('2026-11-22T21:40:00Z');

  it.each([
    ['7', 7],
    [' 0 ', 0],
    ['Sun, 22 Nov 2026 21:40:12 GMT', 12],
    ['Sun, 22 Nov 2026 21:39:00 GMT', 0],
    ['-1', null],
    ['1.5', null],
    ['soon', null],
    ['', null],
    [null, null],
  ])('reads %s', (header, seconds) => {
    expect(retryAfterOf(header, now)).toBe(seconds);
  });
});
