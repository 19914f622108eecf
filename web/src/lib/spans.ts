import type { Span, UnderstoodSpan } from '../api/types';

/** A part of a prompt, and what Cortex made of it. */
export interface Segment {
  start: number;
  text: string;
  kind: 'plain' | 'understood' | 'left';
  /** What it was read as. */
  as?: string;
}

/** The whole prompt in parts, in its order. A span that is not in the prompt, or overlaps one before it, is passed over. */
export function segmentsOf(prompt: string, understood: readonly UnderstoodSpan[], leftOver: readonly Span[]): Segment[] {
  const spans = [
    ...understood.map((span) => ({ ...span, kind: 'understood' as const })),
    ...leftOver.map((span) => ({ ...span, as: undefined, kind: 'left' as const })),
  ].toSorted((one, other) => one.start - other.start);

  const segments: Segment[] = [];
  let position = 0;
  for (const { start, length, kind, as } of spans) {
    if (start < position || length <= 0 || start + length > prompt.length) continue;
    if (start > position) segments.push({ start: position, text: prompt.slice(position, start), kind: 'plain' });
    segments.push({ start, text: prompt.slice(start, start + length), kind, ...(as !== undefined && { as }) });
    position = start + length;
  }

  if (position < prompt.length) segments.push({ start: position, text: prompt.slice(position), kind: 'plain' });
  return segments;
}
