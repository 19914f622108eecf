import type { ReactNode } from 'react';
import {
  Ban,
  CalendarDays,
  Cable,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleMinus,
  CirclePause,
  CirclePlay,
  CircleX,
  Clock,
  Cloud,
  Copy,
  Filter,
  Hourglass,
  KeyRound,
  LoaderCircle,
  Mail,
  PowerOff,
  Sparkles,
  TriangleAlert,
} from 'lucide-react';
import type { LucideIcon } from 'lucide-react';
import type { StatusInfo } from '../lib/status';

/** The icons that lib/status.ts names. */
const icons: Record<string, LucideIcon> = {
  ban: Ban,
  cable: Cable,
  'circle-alert': CircleAlert,
  'circle-check': CircleCheck,
  'circle-dashed': CircleDashed,
  'circle-minus': CircleMinus,
  'circle-pause': CirclePause,
  'circle-play': CirclePlay,
  'circle-x': CircleX,
  clock: Clock,
  copy: Copy,
  filter: Filter,
  hourglass: Hourglass,
  'key-round': KeyRound,
  'loader-circle': LoaderCircle,
  'power-off': PowerOff,
  'triangle-alert': TriangleAlert,
};

/** A status: its shape and its word say it, its colour only helps. */
export function Badge({ status, children }: { status: StatusInfo; children?: ReactNode }) {
  return (
    <span className={`badge tone-${status.tone}`} title={status.meaning}>
      <StatusIcon status={status} />
      {children ?? status.word}
    </span>
  );
}

export function StatusIcon({ status, size = 14 }: { status: StatusInfo; size?: number }) {
  const Icon = icons[status.icon] ?? CircleDashed;
  return <Icon size={size} aria-hidden="true" className={status.icon === 'loader-circle' ? 'spin' : undefined} />;
}

const providerIcons: Record<string, LucideIcon> = { gmail: Mail, 'google-calendar': CalendarDays, salesforce: Cloud, model: Sparkles };

export function ProviderIcon({ provider, size = 16 }: { provider: string; size?: number }) {
  const Icon = providerIcons[provider] ?? CircleDashed;
  return <Icon size={size} aria-hidden="true" />;
}
