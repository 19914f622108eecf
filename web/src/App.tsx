import { QueryClient, QueryClientProvider } from '@tanstack/react-query';
import { lazy, Suspense, useEffect, useMemo, useState } from 'react';
import type { ReactNode } from 'react';
import { Redirect, Route, Switch, useLocation, useSearch } from 'wouter';
import { ApiClient } from './api/client';
import { ConsoleContext, useSession } from './api/context';
import { forgetFailures } from './api/polling';
import type { Config } from './api/types';
import { LiveProvider } from './live/LiveProvider';
import { SignInDialog } from './session/SignInDialog';
import { Session } from './session/session';
import { BareFrame } from './ui/BareFrame';
import { ErrorBoundary } from './ui/ErrorBoundary';
import { Shell } from './ui/Shell';
import { ShortcutsProvider } from './ui/shortcuts';
import { SkeletonRows } from './ui/states';
import { StartFailed } from './ui/StartFailed';

// What most visits begin with is asked for at once, beside the frame.
const automationsPage = import('./pages/automations/AutomationsPage');
const AutomationsPage = lazy(() => automationsPage);
const AutomationPage = lazy(() => import('./pages/automation/AutomationPage'));
const RunsPage = lazy(() => import('./pages/runs/RunsPage'));
const RunPage = lazy(() => import('./pages/run/RunPage'));
const EventsPage = lazy(() => import('./pages/events/EventsPage'));
const ConnectionsPage = lazy(() => import('./pages/connections/ConnectionsPage'));
const SignInPage = lazy(() => import('./pages/sign-in/SignInPage'));
const NotFoundPage = lazy(() => import('./pages/NotFoundPage'));

/** How long an answer counts as fresh when a page is opened that shows it. */
const FRESH_MS = 2_000;

export function App() {
  const [config, setConfig] = useState<Config | null>(null);
  const [error, setError] = useState<unknown>(null);
  const [session] = useState(() => new Session());
  const api = useMemo(() => new ApiClient(session), [session]);

  useEffect(() => {
    let left = false;
    (async () => {
      const response = await fetch('/api/cortex/config');
      if (!response.ok) throw new Error(`Cortex answered with an error (${response.status}).`);
      const read = (await response.json()) as Config;
      await session.start(read);
      if (!left) setConfig(read);
    })().catch((problem: unknown) => setError(problem));
    return () => {
      left = true;
    };
  }, [session]);

  const value = useMemo(() => config && { config, session, api }, [config, session, api]);
  if (error !== null) return <StartFailed error={error} />;
  if (!value) return <Starting />;
  return (
    <ConsoleContext value={value}>
      <SignedIn api={api} />
    </ConsoleContext>
  );
}

/** Each user begins with nothing kept from the one before. */
function SignedIn({ api }: { api: ApiClient }) {
  const state = useSession();
  const user = 'user' in state ? state.user.uid : null;
  if (user === null) return <SignedOut />;
  return (
    <UserData key={user} api={api}>
      <ShortcutsProvider>
        <LiveProvider key={state.kind}>
          <Shell>
            <Pages />
          </Shell>
          {state.kind === 'expired' && <SignInDialog />}
        </LiveProvider>
      </ShortcutsProvider>
    </UserData>
  );
}

function UserData({ api, children }: { api: ApiClient; children: ReactNode }) {
  const [queries] = useState(
    () =>
      new QueryClient({
        defaultOptions: {
          // Polls try again by themselves; everything else says what went wrong and offers to.
          queries: { retry: false, staleTime: FRESH_MS },
          mutations: { retry: false, networkMode: 'always' },
        },
      }),
  );
  const state = useSession();
  useEffect(() => {
    if (state.kind === 'signed-in') void queries.invalidateQueries();
  }, [state.kind, queries]);
  useEffect(
    () => () => {
      api.forget();
      forgetFailures();
    },
    [api],
  );
  return <QueryClientProvider client={queries}>{children}</QueryClientProvider>;
}

function Pages() {
  const [path] = useLocation();
  return (
    <ErrorBoundary key={path}>
      <Suspense fallback={<SkeletonRows rows={6} />}>
        <Switch>
          <Route path="/" component={AutomationsPage} />
          <Route path="/automations/:id">{({ id }) => <AutomationPage key={id} id={id} />}</Route>
          <Route path="/runs" component={RunsPage} />
          <Route path="/runs/:id">{({ id }) => <RunPage key={id} id={id} />}</Route>
          <Route path="/events" component={EventsPage} />
          <Route path="/connections" component={ConnectionsPage} />
          <Route path="/sign-in">
            <Back />
          </Route>
          <Route component={NotFoundPage} />
        </Switch>
      </Suspense>
    </ErrorBoundary>
  );
}

/** Signed in already: on to where one wanted to go. */
function Back() {
  return <Redirect to={nextOf(useSearch())} replace />;
}

function SignedOut() {
  const [path] = useLocation();
  const search = useSearch();
  if (path !== '/sign-in') {
    const here = `${path}${search && `?${search}`}`;
    return <Redirect to={here === '/' ? '/sign-in' : `/sign-in?next=${encodeURIComponent(here)}`} replace />;
  }

  return (
    <Suspense fallback={<Starting />}>
      <SignInPage />
    </Suspense>
  );
}

/** A path of ours and nothing else: a link must not lead from here to another site. */
function nextOf(search: string): string {
  const next = new URLSearchParams(search).get('next') ?? '/';
  return next.startsWith('/') && !next.startsWith('//') && !next.includes('\\') ? next : '/';
}

function Starting() {
  return (
    <BareFrame>
      <main className="main" aria-busy="true">
        <p className="starting">
          Cortex is starting. Your automations are not waiting for this page: what your mail, calendar and CRM report is taken in, kept and dealt with whether anybody looks or not. In a moment you see what has
          happened, and what there is to do.
        </p>
      </main>
    </BareFrame>
  );
}
