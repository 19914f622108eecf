import type { CortexEvent, ItemFate } from '../../api/types';
import { fateStatus } from '../../lib/status';

/** What became of a whole event, in a few words. */
export function resultOf(event: CortexEvent): string {
  if (event.status === 'failed') return 'Could not be processed';
  if (event.outcome === 'ran') {
    const runs = event.fateCounts.ran ?? 1;
    return `Started ${runs} ${runs === 1 ? 'run' : 'runs'}`;
  }

  if (event.outcome === 'filtered') return 'No automation matched';
  if (event.outcome === 'paused') return 'Automation paused';
  if (event.outcome === 'duplicate') return 'Ignored duplicate';
  return fateStatus(event.outcome).word;
}

/** Why it had this fate, in a sentence. */
export function reasonOf(fate: ItemFate): string {
  if (fate.condition !== undefined) {
    const saw = fate.saw === undefined ? '' : fate.saw === '' ? ' It was empty.' : ` It was: ${fate.saw}.`;
    return `Wanted: ${fate.condition}.${saw}`;
  }

  return fate.reason ?? fateStatus(fate.fate).meaning;
}
