import type { Run, RunStatus } from '../api/types';

/** When the world of the tests begins. */
export const START = Date.parse('2026-11-22T21:40:00Z');

/** A run that was made a second later. */
export function run(id: string, status: RunStatus, more: Partial<Run> = {}): Run {
  const isOver = status === 'completed' || status === 'failed';
  return {
    id,
    unitId: 'u1',
    unitName: 'Email from test@test.com',
    unitVersion: 1,
    eventId: 'e1',
    connectionId: 'c1',
    providerConfigKey: 'google-mail-ynxw',
    status,
    resumeAt: null,
    heldBy: null,
    triggerType: 'gmail.email.received',
    summary: null,
    attempt: 1,
    error: null,
    errorCode: null,
    provider: null,
    retryable: null,
    fix: null,
    stepsDone: isOver ? 1 : 0,
    stepsTotal: 1,
    createdAt: new Date(START + 1_000).toISOString(),
    updatedAt: new Date(START + 1_000).toISOString(),
    startedAt: new Date(START + 1_000).toISOString(),
    completedAt: null,
    durationMs: isOver ? 402 : null,
    judgement: null,
    ...more,
  };
}
