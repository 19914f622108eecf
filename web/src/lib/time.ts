const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Beyond this many days the date says more than the distance. */
export const RELATIVE_DAYS_MAX = 6;

/** Where and how times are written; the browser's own settings unless given. */
export interface TimeStyle {
  locale?: string;
  timeZone?: string;
}

/** "12 s ago", "in 2 h", "yesterday", "4 days ago", "22 Nov 2026". */
export function relative(iso: string, now: number, style: TimeStyle = {}): string {
  const at = Date.parse(iso);
  if (Number.isNaN(at)) {
    return '';
  }

  const distance = Math.abs(at - now);
  const isPast = at <= now;
  if (distance < SECOND) {
    return 'now';
  }

  if (distance < DAY) {
    const words =
      distance < MINUTE ? `${Math.floor(distance / SECOND)} s`
      : distance < HOUR ? `${Math.floor(distance / MINUTE)} min`
      : `${Math.floor(distance / HOUR)} h`;
    return isPast ? `${words} ago` : `in ${words}`;
  }

  const days = Math.abs(dayOf(at, style) - dayOf(now, style));
  if (days <= 1) {
    return isPast ? 'yesterday' : 'tomorrow';
  }

  return days > RELATIVE_DAYS_MAX ? date(at, style) : isPast ? `${days} days ago` : `in ${days} days`;
}

/** "22 Nov 2026, 21:40:03". */
export function absolute(iso: string, style: TimeStyle = {}): string {
  const at = Date.parse(iso);
  return Number.isNaN(at) ? '' : `${date(at, style)}, ${clock(at, style)}`;
}

/** "402 ms", "1.84 s", "12.3 s", "2 min 5 s", "3 h 2 min", "2 d 4 h". */
export function duration(milliseconds: number): string {
  if (!Number.isFinite(milliseconds)) {
    return '';
  }

  const ms = Math.max(0, milliseconds);
  if (Math.round(ms) < SECOND) {
    return `${Math.round(ms)} ms`;
  }

  // Rounded first: 59.96 s is 1 min, not 60.0 s.
  const tenths = Math.round(ms / 100);
  if (tenths < 600) {
    const hundredths = Math.round(ms / 10);
    return hundredths < 1_000 ? `${(hundredths / 100).toFixed(2)} s` : `${(tenths / 10).toFixed(1)} s`;
  }

  const seconds = Math.round(ms / SECOND);
  if (seconds < 3_600) {
    return two(Math.floor(seconds / 60), 'min', seconds % 60, 's');
  }

  const minutes = Math.floor(seconds / 60);
  return minutes < 1_440 ? two(Math.floor(minutes / 60), 'h', minutes % 60, 'min') : two(Math.floor(minutes / 1_440), 'd', Math.floor((minutes % 1_440) / 60), 'h');
}

/** How far the server's clock is from this one: durations that tick here are counted from the server's times. */
export class ServerClock {
  #offset: number | null = null;
  #lastReceivedAt = Number.NEGATIVE_INFINITY;
  readonly #local: () => number;

  constructor(local: () => number = Date.now) {
    this.#local = local;
  }

  /** Milliseconds to add to the local clock. */
  get offset(): number {
    return this.#offset ?? 0;
  }

  /** Takes the `Date` header of a response that was received at this moment of the local clock. An answer from a cache has an old one: do not pass those. */
  note(dateHeader: string | null, receivedAt: number): void {
    const seconds = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
    if (Number.isNaN(seconds)) {
      return;
    }

    // The header names the second that had begun when it was written, so the server was between these two when the answer came, or further if it took long.
    const [least, most] = [seconds - receivedAt, seconds + SECOND - receivedAt];
    const isSteady = this.#offset !== null && this.#offset >= least && this.#offset < most && receivedAt >= this.#lastReceivedAt;
    this.#offset = isSteady ? this.#offset : least + SECOND / 2;
    this.#lastReceivedAt = receivedAt;
  }

  /** Now, as the server would say. */
  now(): number {
    return this.#local() + this.offset;
  }
}

function two(large: number, largeUnit: string, small: number, smallUnit: string): string {
  return small === 0 ? `${large} ${largeUnit}` : `${large} ${largeUnit} ${small} ${smallUnit}`;
}

const formats = new Map<string, Intl.DateTimeFormat>();

function format(kind: string, options: Intl.DateTimeFormatOptions, style: TimeStyle): Intl.DateTimeFormat {
  // Making one costs more than a list of rows has time for.
  const key = `${kind} ${style.locale ?? ''} ${style.timeZone ?? ''}`;
  const known = formats.get(key);
  if (known) {
    return known;
  }

  const made = new Intl.DateTimeFormat(style.locale, style.timeZone === undefined ? options : { ...options, timeZone: style.timeZone });
  formats.set(key, made);
  return made;
}

function date(at: number, style: TimeStyle): string {
  return format('date', { day: 'numeric', month: 'short', year: 'numeric' }, style).format(at);
}

function clock(at: number, style: TimeStyle): string {
  return format('clock', { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' }, style).format(at);
}

/** The number of the calendar day, where people are, so that days can be subtracted whatever the clocks were put to. */
function dayOf(at: number, style: TimeStyle): number {
  const parts = format('day', { year: 'numeric', month: 'numeric', day: 'numeric', calendar: 'iso8601', numberingSystem: 'latn' }, style).formatToParts(at);
  const part = (type: string) => Number(parts.find((one) => one.type === type)?.value);
  return Date.UTC(part('year'), part('month') - 1, part('day')) / DAY;
}
