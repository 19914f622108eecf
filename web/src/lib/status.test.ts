import * as icons from 'lucide-react';
import { describe, expect, it } from 'vitest';
import type { Unit, UnitHealth, UnitStatus } from '../api/types';
import { compareUnits, FATES, isTerminal, RUN_STATUSES, STEP_STATUSES, UNIT_STATES, unitState } from './status';

const unit = (id: string, more: Partial<Unit>): Unit => ({
  id,
  name: id,
  prompt: '',
  status: 'active',
  health: 'ok',
  version: 1,
  program: { version: 1, trigger: { provider: 'gmail', event: 'email.received' }, steps: [] },
  programHash: '',
  explanation: '',
  readBack: null,
  compiler: 'builtin',
  createdAt: '2026-11-01T00:00:00Z',
  updatedAt: '2026-11-01T00:00:00Z',
  lastRunAt: null,
  lastRun: null,
  runsLastDay: 0,
  failedOfLastFive: 0,
  ...more,
});

const TABLES = { RUN_STATUSES, STEP_STATUSES, UNIT_STATES, FATES };

describe.each(Object.entries(TABLES))('%s', (_, table) => {
  const rows = Object.values(table);

  it('has a word and a shape of its own for each', () => {
    expect(new Set(rows.map((row) => row.word)).size).toBe(rows.length);
    expect(new Set(rows.map((row) => row.icon)).size).toBe(rows.length);
  });

  it.each(Object.entries(table))('says in one sentence what %s means, with an icon that there is', (__, { meaning, icon }) => {
    expect(meaning).toMatch(/^[A-Z][^.]+\.$/);
    expect(icons).toHaveProperty(icon);
  });
});

it('says the same of runs and steps that are the same', () => {
  for (const status of ['running', 'completed', 'failed'] as const) {
    expect({ ...STEP_STATUSES[status], meaning: '' }).toEqual({ ...RUN_STATUSES[status], meaning: '' });
  }
});

it.each([
  ['queued', false],
  ['running', false],
  ['waiting', false],
  ['completed', true],
  ['failed', true],
  ['canceled', true],
  ['skipped', true],
] as const)('knows whether %s is the end', (status, isEnd) => {
  expect(isTerminal(status)).toBe(isEnd);
});

describe('unitState', () => {
  it.each<[UnitStatus, UnitHealth, number, string]>([
    ['active', 'ok', 0, 'active'],
    ['active', 'ok', 1, 'active'],
    ['active', 'ok', 2, 'failing'],
    ['active', 'needs_reauth', 5, 'needs_reauth'],
    ['active', 'needs_connection', 0, 'needs_connection'],
    ['paused', 'needs_connection', 5, 'paused'],
    ['disabled', 'ok', 5, 'disabled'],
  ])('of one that is %s, %s and failed %d times is %s', (status, health, failedOfLastFive, state) => {
    expect(unitState({ status, health, failedOfLastFive })).toBe(state);
  });
});

describe('compareUnits', () => {
  it('puts first what needs attention, then what was active last, then goes by name', () => {
    const units = [
      unit('quiet b', {}),
      unit('quiet a', {}),
      unit('ran', { lastRunAt: '2026-11-03T00:00:00Z' }),
      unit('changed later', { lastRunAt: '2026-11-02T00:00:00Z', updatedAt: '2026-11-03T00:00:00.001Z' }),
      unit('paused', { status: 'paused', failedOfLastFive: 5, updatedAt: '2026-11-05T00:00:00Z' }),
      unit('cut off', { health: 'needs_reauth' }),
      unit('failing', { failedOfLastFive: 2, lastRunAt: '2026-11-02T00:00:00Z' }),
    ];
    expect(units.toSorted(compareUnits).map((one) => one.id)).toEqual(['failing', 'cut off', 'paused', 'changed later', 'ran', 'quiet a', 'quiet b']);
  });

  it('tells apart what has the same name', () => {
    const [a, b] = [unit('1', { name: 'same' }), unit('2', { name: 'same' })];
    expect([compareUnits(a, b), compareUnits(b, a), compareUnits(a, a)]).toEqual([-1, 1, 0]);
  });
});
