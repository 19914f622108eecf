import { describe, expect, it } from 'vitest';
import type { Unit, UnitAccount } from '../api/types';
import { accountInTheWay, compareUnits, fateStatus, FATES, isTerminal, RUN_STATUSES, runStatus, shownRunStatus, stepStatus, unitInfo, unitState, unitStatus } from './status';

const unit = (change: Partial<Unit>): Unit => ({ status: 'active', health: 'ok', failedOfLastFive: 0, createdAt: '2026-01-01T00:00:00Z', lastRunAt: null, ...change }) as Unit;

describe('unitState', () => {
  it.each([
    [{}, 'active'],
    [{ failedOfLastFive: 1 }, 'active'],
    [{ failedOfLastFive: 2 }, 'failing'],
    [{ failedOfLastFive: 5, health: 'needs_reauth' as const }, 'needs_reauth'],
    [{ status: 'paused' as const, health: 'needs_connection' as const }, 'paused'],
    [{ status: 'disabled' as const }, 'disabled'],
  ])('%o is %s', (change, state) => {
    expect(unitState(unit(change))).toBe(state);
  });
});

describe('unitInfo', () => {
  const mail: UnitAccount = { id: 'con_1', provider: 'gmail', email: 'ada@example.com', status: 'active' };
  const broken: UnitAccount = { id: 'con_2', provider: 'salesforce', email: 'ada@example.org', status: 'needs_reauth' };
  const missing: UnitAccount = { id: null, provider: 'google-calendar', email: null, status: 'not_connected' };

  it.each([
    ['needs_reauth', [{ ...mail, status: 'needs_reauth' as const }, broken], 'con_1', 'It uses ada@example.com at Gmail, which does not let Cortex in any more.'],
    ['needs_reauth', [mail, { ...mail, id: 'con_3', status: 'needs_reauth' as const }, broken], 'con_2', 'It uses ada@example.org at Salesforce, which does not let Cortex in any more.'],
    ['needs_reauth', [mail, { ...broken, email: null }], 'con_2', 'It uses Salesforce, which does not let Cortex in any more.'],
    ['needs_connection', [mail, broken, missing], null, 'It uses Google Calendar, which is not connected.'],
  ] as const)('of one that %s names the account that its user has to connect', (health, accounts, id, meaning) => {
    const of = unit({ health, accounts: [...accounts] });
    expect(accountInTheWay(of)?.id).toBe(id);
    expect(unitInfo(of)).toEqual({ ...unitStatus(health), meaning });
  });

  it.each([{}, { status: 'paused' as const, health: 'needs_connection' as const }])('of one that %o names none', (change) => {
    const of = unit({ accounts: [mail, missing], ...change });
    expect(accountInTheWay(of)).toBeUndefined();
    expect(unitInfo(of)).toEqual(unitStatus(unitState(of)));
  });
});

it('puts what needs attention first, then what was active last', () => {
  const broken = unit({ name: 'broken', health: 'needs_connection' });
  const recent = unit({ name: 'recent', lastRunAt: '2026-03-01T00:00:00Z' });
  const old = unit({ name: 'old', lastRunAt: '2026-02-01T00:00:00Z' });
  const never = unit({ name: 'never' });
  expect([never, old, recent, broken].toSorted(compareUnits).map((each) => each.name)).toEqual(['broken', 'recent', 'old', 'never']);
});

it('tells every status of a kind by another shape and with a sentence', () => {
  for (const infos of [RUN_STATUSES.map(runStatus), FATES.map(fateStatus), (['active', 'failing', 'paused', 'disabled', 'needs_connection', 'needs_reauth'] as const).map(unitStatus), (['running', 'completed', 'failed', 'skipped', 'not_run'] as const).map(stepStatus)]) {
    expect(new Set(infos.map((info) => info.icon)).size).toBe(infos.length);
    for (const info of infos) expect(info.meaning).toMatch(/^[A-Z].*\.$/);
  }
});

it('knows which ends are ends', () => {
  expect(RUN_STATUSES.filter(isTerminal)).toEqual(['completed', 'failed', 'canceled']);
});

it.each([
  ['running', 75_000, 'Running'],
  ['running', 75_001, 'Stalled'],
  ['queued', 75_001, 'Stalled'],
  ['waiting', 3_600_000, 'Waiting'],
  ['completed', 3_600_000, 'Completed'],
] as const)('shows a run that is %s and was last heard of %d ms ago as %s', (status, ago, word) => {
  const shown = shownRunStatus({ status, updatedAt: '2026-01-01T00:00:00Z' }, Date.parse('2026-01-01T00:00:00Z') + ago);
  expect(shown.word).toBe(word);
  expect(shown.meaning).toMatch(/^[A-Z].*\.$/);
});

it('shows a status that it does not know as one', () => {
  expect(runStatus('exploded' as never).word).toBe('Unknown');
});
