import { CircleX } from 'lucide-react';
import { Link } from 'wouter';
import type { RunDetail } from '../../api/types';

/** What failed, and what to do about it, before anything else. */
export function RunError({ run }: { run: RunDetail }) {
  const advice = adviceOn(run.error ?? '');
  return (
    <div className="notice tone-bad" role="alert">
      <CircleX size={18} aria-hidden="true" />
      <div className="notice-body stack-s">
        <p>{run.error}</p>
        <p>
          <strong>What to do:</strong> {advice.text}
        </p>
        {advice.link && (
          <p>
            <Link className="button" href={advice.link === 'connections' ? '/connections' : `/automations/${run.unitId}`}>
              {advice.link === 'connections' ? 'Open Connections' : 'Edit the automation'}
            </Link>
          </p>
        )}
      </div>
    </div>
  );
}

interface Advice {
  text: string;
  link: 'connections' | 'automation' | null;
}

/** By what kind of thing went wrong; the sentence itself says which. */
export function adviceOn(error: string): Advice {
  if (/reconnect|connect(?:ed)? .*again|authoris|authoriz|permission|not connected|no connection/i.test(error)) {
    return { text: 'connect the account again and grant what is asked for; then retry from the failed step.', link: 'connections' };
  }

  if (/\b(?:429|5\d\d)\b|rate limit|too many|timed? ?out|unavailable|could not be reached|try again/i.test(error)) {
    return { text: 'nothing is wrong with the automation: the other side was not available. Retry from the failed step.', link: null };
  }

  return { text: 'say in the automation what the step needs, save it, and run it again. What was sent is below.', link: 'automation' };
}
