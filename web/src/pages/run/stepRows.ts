import type { Json, RunDetail, Step, StepStatus } from '../../api/types';

export interface StepRow {
  index: number;
  tool: string;
  status: StepStatus | 'not_run' | 'next';
  /** Why it was not carried out, if it was not. */
  note: string | null;
  step: Step | null;
  input: Json;
}

/** The steps that there are, and in their places those that have not been reached or never will be. */
export function stepRows(run: RunDetail, steps: Step[]): StepRow[] {
  const known = new Map(steps.map((step) => [step.index, step]));
  const total = Math.max(run.program?.steps.length ?? 0, ...steps.map((step) => step.index + 1));
  const failed = steps.find((step) => step.status === 'failed');
  return Array.from({ length: total }, (_, index) => {
    const step = known.get(index);
    if (step) return { index, tool: step.tool, status: step.status, note: null, step, input: step.input };
    const planned = run.program?.steps[index];
    return { index, tool: planned?.tool ?? '', ...absent(run, failed), step: null, input: planned?.input ?? null };
  });
}

function absent(run: RunDetail, failed: Step | undefined): { status: StepRow['status']; note: string } {
  if (run.status === 'failed') return { status: 'not_run', note: failed ? `not run because step ${failed.index + 1} failed` : 'not run because the run failed before it' };
  if (run.status === 'canceled') return { status: 'not_run', note: 'not run because the run was canceled' };
  if (run.status === 'completed') return { status: 'not_run', note: 'not run because a condition was not met' };
  return { status: 'next', note: 'not reached yet' };
}
