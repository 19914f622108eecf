import type { Run } from '../../api/types';
import { runStatus } from '../../lib/status';

const HOURS = 24;
const HOUR_MS = 3_600_000;
const HEIGHT = 36;
const BAR = 10;

/** The runs of the last 24 hours, hour by hour; failures stand out, and the words say the same. */
export function Sparkline({ runs }: { runs: Run[] }) {
  const now = Date.now();
  const hours = Array.from({ length: HOURS }, () => ({ failed: 0, all: 0 }));
  for (const run of runs) {
    const hour = hours[HOURS - 1 - Math.floor((now - Date.parse(run.createdAt)) / HOUR_MS)];
    if (!hour) continue;
    hour.all++;
    if (run.status === 'failed') hour.failed++;
  }

  const most = Math.max(1, ...hours.map((hour) => hour.all));
  const [all, failed] = [hours.reduce((sum, hour) => sum + hour.all, 0), hours.reduce((sum, hour) => sum + hour.failed, 0)];
  const height = (count: number) => (count / most) * HEIGHT;
  return (
    <figure className="sparkline">
      <svg viewBox={`0 0 ${HOURS * BAR} ${HEIGHT + 1}`} preserveAspectRatio="none" aria-hidden="true">
        {hours.map((hour, index) => (
          // oxlint-disable-next-line react/no-array-index-key -- an hour is its place
          <g key={index}>
            <rect x={index * BAR} width={BAR - 2} y={HEIGHT} height={1} fill="var(--line)" />
            <rect x={index * BAR} width={BAR - 2} y={HEIGHT - height(hour.all)} height={height(hour.all)} fill="var(--ok)" />
            <rect x={index * BAR} width={BAR - 2} y={HEIGHT - height(hour.failed)} height={height(hour.failed)} fill="var(--bad)" />
          </g>
        ))}
      </svg>
      <figcaption className="muted small">
        Last 24 hours: {all} {all === 1 ? 'run' : 'runs'}, {failed === 0 ? 'none' : failed} {runStatus('failed').word.toLowerCase()}
        {all === runs.length && runs.length >= 25 && ' (of the newest that are loaded)'}
      </figcaption>
    </figure>
  );
}
