/** Times in words. Everything takes its clock and its place, so that it can be tested. */

export interface Place {
  locale?: string | undefined;
  timeZone?: string | undefined;
}

const SECOND = 1_000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** Older than this, a date says more than "n days ago". */
const RELATIVE_MAX = 7 * DAY;

/** "just now", "12 s ago", "in 2 h", "yesterday", or the date. */
export function relative(iso: string, now: number, place: Place = {}): string {
  const at = Date.parse(iso);
  const age = now - at;
  const size = Math.abs(age);
  if (size < 1.5 * SECOND) return 'just now';
  if (size >= RELATIVE_MAX) return new Intl.DateTimeFormat(place.locale, { dateStyle: 'medium', timeZone: place.timeZone }).format(at);
  const words = size < MINUTE ? `${Math.floor(size / SECOND)} s` : size < HOUR ? `${Math.floor(size / MINUTE)} min` : size < DAY ? `${Math.floor(size / HOUR)} h` : '';
  if (words !== '') return age > 0 ? `${words} ago` : `in ${words}`;
  const days = Math.floor(size / DAY);
  if (days === 1) return age > 0 ? 'yesterday' : 'tomorrow';
  return age > 0 ? `${days} days ago` : `in ${days} days`;
}

/** "22 Nov 2026, 21:40:03", in the user's place. */
export function absolute(iso: string, place: Place = {}): string {
  return new Intl.DateTimeFormat(place.locale, { dateStyle: 'medium', timeStyle: 'medium', timeZone: place.timeZone }).format(Date.parse(iso));
}

/** "21:40". */
export function clockTime(at: number, place: Place = {}): string {
  return new Intl.DateTimeFormat(place.locale, { timeStyle: 'short', timeZone: place.timeZone }).format(at);
}

/** "402 ms", "1.84 s", "12.3 s", "2 min 5 s", "3 h 2 min", "2 d 4 h". */
export function duration(ms: number): string {
  if (ms < SECOND) return `${Math.round(ms)} ms`;
  if (ms < MINUTE) {
    const seconds = ms / SECOND;
    return `${Number.isInteger(seconds) ? seconds : seconds.toFixed(seconds < 10 ? 2 : 1)} s`;
  }

  if (ms < HOUR) return two(ms, MINUTE, 'min', SECOND, 's');
  return ms < DAY ? two(ms, HOUR, 'h', MINUTE, 'min') : two(ms, DAY, 'd', HOUR, 'h');
}

function two(ms: number, big: number, bigWord: string, small: number, smallWord: string): string {
  const rest = Math.floor((ms % big) / small);
  return `${Math.floor(ms / big)} ${bigWord}${rest > 0 ? ` ${rest} ${smallWord}` : ''}`;
}

/** The server's time as this side reckons it, from the `Date` of its answers, which is to the second. */
export class ServerClock {
  #offset = 0;

  /** Smaller differences are the second's fractions and the way of the answer. */
  static readonly #noiseMs = 2 * SECOND;

  note(dateHeader: string | null, receivedAt: number): void {
    const at = dateHeader === null ? Number.NaN : Date.parse(dateHeader);
    if (Number.isNaN(at)) return;
    const offset = at - receivedAt;
    this.#offset = Math.abs(offset) < ServerClock.#noiseMs ? 0 : offset;
  }

  now(): number {
    return Date.now() + this.#offset;
  }
}
