import { Pause, Play } from 'lucide-react';
import { useNow } from '../ui/clock';
import { useLive } from './LiveProvider';
import type { LiveMode } from './LiveProvider';
import { duration } from '../lib/time';

const words: Record<LiveMode, string> = { live: 'Live', polling: 'Live, every 3 s', paused: 'Paused', offline: 'Offline' };

/** Says how fresh the page is, and lets it be held still. */
export function LiveSign() {
  const { mode, updatedAt, paused, setPaused } = useLive();
  useNow();
  const age = updatedAt === null ? null : Math.max(0, Date.now() - updatedAt);
  return (
    <span className="live">
      <span className="live-dot" data-live={mode} aria-hidden="true" />
      <span>
        {words[mode]}
        {age !== null && ` · updated ${age < 1_500 ? 'now' : `${duration(Math.round(age / 1_000) * 1_000)} ago`}`}
      </span>
      <button type="button" className="button button-quiet" aria-label={paused ? 'Go on updating' : 'Pause updating'} onClick={() => setPaused(!paused)}>
        {paused ? <Play size={15} aria-hidden="true" /> : <Pause size={15} aria-hidden="true" />}
      </button>
    </span>
  );
}
