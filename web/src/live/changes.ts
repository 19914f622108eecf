import type { QueryClient } from '@tanstack/react-query';
import { dropUnit, mapRows, putUnit } from '../api/mutations';
import { keys } from '../api/queries';
import type { Pages, RunView } from '../api/queries';
import type { CortexEvent, Run, Unit } from '../api/types';
import type { SseMessage } from '../lib/sse';
import { isTerminal } from '../lib/status';

/** Shows at once what the stream tells, wherever it is on the screen already; new rows come with the next answer. Returns the run that it was about. */
export function applyChange(queries: QueryClient, message: SseMessage): Run | null {
  switch (message.event) {
    case 'unit': {
      const unit = JSON.parse(message.data) as Unit | { id: string; deleted: true };
      if ('deleted' in unit) dropUnit(queries, unit.id);
      else putUnit(queries, unit);
      return null;
    }

    case 'run': {
      // Its item is cut, and no list shows one; the page of one run has it whole.
      const { trigger: _, triggerTruncated: __, ...run } = JSON.parse(message.data) as Run & { trigger: unknown; triggerTruncated: unknown };
      putRun(queries, run);
      return run;
    }

    case 'event': {
      const event = JSON.parse(message.data) as CortexEvent;
      queries.setQueriesData<Pages<CortexEvent>>({ queryKey: [...keys.events, 'list'] }, (pages) => pages && mapRows(pages, (row) => (row.id === event.id ? event : row)));
      return null;
    }

    default:
      return null;
  }
}

function putRun(queries: QueryClient, run: Run): void {
  queries.setQueriesData<Pages<Run>>({ queryKey: [...keys.runs, 'list'] }, (pages) => pages && mapRows(pages, (row) => (row.id === run.id ? later(row, run) : row)));
  queries.setQueryData<Run[]>(keys.latestRuns, (runs) => runs?.map((row) => (row.id === run.id ? later(row, run) : row)));
  queries.setQueryData<RunView>(keys.run(run.id), (view) => {
    if (!view || later(view.run, run) === view.run) return view;
    return { ...view, run: { ...view.run, ...run } };
  });
}

/** A run does not go back, unless it is tried anew. */
function later(known: Run, news: Run): Run {
  if (news.attempt !== known.attempt) return news.attempt > known.attempt ? news : known;
  return isTerminal(known.status) && !isTerminal(news.status) ? known : news;
}
