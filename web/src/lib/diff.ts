import type { ReadBack } from '../api/types';

export interface DiffPart {
  text: string;
  kind: 'same' | 'added' | 'removed';
}

export interface DiffLine {
  kind: 'same' | 'changed' | 'added' | 'removed';
  parts: DiffPart[];
}

export interface ReadBackDiff {
  when: DiffLine;
  steps: DiffLine[];
}

/** Two steps are one that changed if they share so much of their words. */
const SIMILAR = 0.5;

/** What another prompt would change of what an automation does. */
export function diffReadBack(before: ReadBack, after: ReadBack): ReadBackDiff {
  return { when: diffLine(before.when, after.when), steps: diffSteps(before.then, after.then) };
}

export function isSame(diff: ReadBackDiff): boolean {
  return diff.when.kind === 'same' && diff.steps.every((step) => step.kind === 'same');
}

function diffSteps(before: string[], after: string[]): DiffLine[] {
  const lines: DiffLine[] = [];
  let [a, b] = [0, 0];
  for (const [i, j] of common(before, after, (x, y) => likeness(x, y) >= SIMILAR)) {
    while (a < i) lines.push(whole('removed', before[a++] ?? ''));
    while (b < j) lines.push(whole('added', after[b++] ?? ''));
    lines.push(diffLine(before[a++] ?? '', after[b++] ?? ''));
  }

  while (a < before.length) lines.push(whole('removed', before[a++] ?? ''));
  while (b < after.length) lines.push(whole('added', after[b++] ?? ''));
  return lines;
}

function whole(kind: 'added' | 'removed', text: string): DiffLine {
  return { kind, parts: [{ kind, text }] };
}

function diffLine(before: string, after: string): DiffLine {
  if (before === after) return { kind: 'same', parts: [{ kind: 'same', text: before }] };
  const [was, is] = [wordsOf(before), wordsOf(after)];
  const parts: DiffPart[] = [];
  const put = (kind: DiffPart['kind'], text: string) => {
    const last = parts.at(-1);
    if (last?.kind === kind) last.text += text;
    else parts.push({ kind, text });
  };
  let [a, b] = [0, 0];
  for (const [i, j] of common(was, is, (x, y) => x === y)) {
    while (a < i) put('removed', was[a++] ?? '');
    while (b < j) put('added', is[b++] ?? '');
    put('same', was[a] ?? '');
    a++;
    b++;
  }

  while (a < was.length) put('removed', was[a++] ?? '');
  while (b < is.length) put('added', is[b++] ?? '');
  return { kind: 'changed', parts };
}

/** Words, each with the space after it. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*/g) ?? [];
}

function likeness(a: string, b: string): number {
  const [x, y] = [wordsOf(a).map((word) => word.trim()), wordsOf(b).map((word) => word.trim())];
  const shared = common(x, y, (p, q) => p === q).length;
  return x.length + y.length === 0 ? 1 : (2 * shared) / (x.length + y.length);
}

/** The longest common subsequence, as pairs of places. */
function common(a: string[], b: string[], same: (x: string, y: string) => boolean): [number, number][] {
  const lengths = Array.from({ length: a.length + 1 }, () => Array.from({ length: b.length + 1 }, () => 0));
  const at = (i: number, j: number) => lengths[i]?.[j] ?? 0;
  for (let i = a.length - 1; i >= 0; i--) {
    for (let j = b.length - 1; j >= 0; j--) {
      const row = lengths[i];
      if (row) row[j] = same(a[i] ?? '', b[j] ?? '') ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }

  const pairs: [number, number][] = [];
  let [i, j] = [0, 0];
  while (i < a.length && j < b.length) {
    if (same(a[i] ?? '', b[j] ?? '') && at(i, j) === at(i + 1, j + 1) + 1) pairs.push([i++, j++]);
    else if (at(i + 1, j) >= at(i, j + 1)) i++;
    else j++;
  }

  return pairs;
}
