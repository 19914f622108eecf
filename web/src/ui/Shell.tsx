import { Activity, Cable, CircleUser, Inbox, Workflow } from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { ReactNode } from 'react';
import { Link, useLocation } from 'wouter';
import { useConsole, useSession } from '../api/context';
import { useConnections } from '../api/queries';
import { Notices } from '../live/Notices';
import { Bell } from '../notifications/Bell';
import { Announcements } from './announcer';
import { Menu } from './menu';
import { useShortcutHelp } from './shortcuts';
import { Strips } from './Strips';
import { ThemeChoice } from './theme';

const pages: { href: string; title: string; icon: LucideIcon; also: string }[] = [
  { href: '/', title: 'Automations', icon: Workflow, also: '/automations' },
  { href: '/runs', title: 'Runs', icon: Activity, also: '/runs' },
  { href: '/events', title: 'Events', icon: Inbox, also: '/events' },
  { href: '/connections', title: 'Connections', icon: Cable, also: '/connections' },
];

/** The frame of every page: the way around, who is signed in, what is wrong at the moment, and the notices. */
export function Shell({ children }: { children: ReactNode }) {
  const [path] = useLocation();
  const broken = useConnections().data?.filter((connection) => connection.status !== 'active').length ?? 0;

  return (
    <>
      <a className="button skip" href="#main">
        Skip to the content
      </a>
      <div className="shell">
        <header className="sidebar">
          <Link className="brand" href="/">
            <img src="/favicon.svg" alt="" width="22" height="22" />
            Cortex
          </Link>
          <nav className="nav" aria-label="Main">
            <ul>
              {pages.map(({ href, title, icon: Icon, also }) => (
                <li key={href}>
                  <Link href={href} aria-current={path === href || path.startsWith(also) ? 'page' : undefined}>
                    <Icon size={17} aria-hidden="true" />
                    {title}
                    {href === '/connections' && broken > 0 && (
                      <span className="nav-count">
                        {broken}
                        <span className="visually-hidden"> to be connected again</span>
                      </span>
                    )}
                  </Link>
                </li>
              ))}
            </ul>
          </nav>
          <div className="sidebar-foot">
            <Bell />
            <Account />
          </div>
        </header>
        <div>
          <Strips />
          <main id="main" className="main" tabIndex={-1}>
            {children}
          </main>
        </div>
      </div>
      <Notices />
      <Announcements />
    </>
  );
}

function Account() {
  const { session } = useConsole();
  const state = useSession();
  const showHelp = useShortcutHelp();
  const who = 'user' in state ? (state.user.email ?? state.user.uid) : '';
  return (
    <Menu
      label={`Account of ${who}`}
      button={
        <>
          <CircleUser size={17} aria-hidden="true" />
          <span>{who}</span>
        </>
      }
    >
      <ThemeChoice />
      <button type="button" className="button" onClick={showHelp}>
        Keyboard shortcuts
      </button>
      <a className="button" href="/docs">
        API reference
      </a>
      <button type="button" className="button" onClick={() => void session.signOut()}>
        Sign out
      </button>
    </Menu>
  );
}
