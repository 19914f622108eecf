import { TriangleAlert } from 'lucide-react';
import type { Danger } from '../api/types';

/** Says what could hurt before it is created; read out when it appears. */
export function DangerNotice({ danger, verb }: { danger: Danger | undefined; verb: string }) {
  return (
    <div aria-live="polite">
      {danger && (
        <div className="notice tone-bad">
          <TriangleAlert size={18} aria-hidden="true" />
          <div className="notice-body">
            <p>{danger.sentence}</p>
            <p>Your words do not say which ones you mean. Add that, or {verb} it anyway.</p>
          </div>
        </div>
      )}
    </div>
  );
}
