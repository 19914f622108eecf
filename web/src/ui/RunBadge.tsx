import type { ReactNode } from 'react';
import type { Run } from '../api/types';
import { shownRunStatus } from '../lib/status';
import { Badge } from './badge';
import { useNow } from './clock';

/** How a run does, now: one that is not heard of any more is stalled. */
export function RunBadge({ run, children }: { run: Run; children?: ReactNode }) {
  return <Badge status={shownRunStatus(run, useNow())}>{children}</Badge>;
}
