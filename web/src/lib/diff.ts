import type { ReadBack } from '../api/types';

export interface DiffPart {
  text: string;
  kind: 'same' | 'added' | 'removed';
}

export interface DiffStep {
  kind: 'same' | 'changed' | 'added' | 'removed';
  parts: DiffPart[];
}

export interface ReadBackDiff {
  when: DiffPart[];
  // oxlint-disable-next-line unicorn/no-thenable -- the API's word for it, and nothing here is awaited
  then: DiffStep[];
}

/** Sentences with more words are not compared word by word: the time grows with the square. */
export const DIFF_WORDS_MAX = 1_500;
/** A step that shares less than this part of its words with another is another step. */
export const SIMILAR_FROM = 0.5;

/** What a new prompt changes. */
export function diffReadBack(before: ReadBack, after: ReadBack): ReadBackDiff {
  const similarity = before.then.map((old) => after.then.map((now) => similar(old, now)));
  const pairs = align(before.then.length, after.then.length, (i, j) => similarity[i]?.[j] ?? 0);
  // oxlint-disable-next-line unicorn/no-thenable -- as above
  return { when: diffWords(before.when, after.when), then: pairs.map(([i, j]) => diffStep(at(before.then, i), at(after.then, j))) };
}

/** By words: what is the same and what was added is the new text, letter by letter. */
export function diffWords(before: string, after: string): DiffPart[] {
  const [old, now] = [wordsOf(before), wordsOf(after)];
  if (old.length > DIFF_WORDS_MAX || now.length > DIFF_WORDS_MAX) {
    return before === after ? [{ text: after, kind: 'same' }] : merge([{ text: before, kind: 'removed' }, { text: after, kind: 'added' }]);
  }

  const [oldBare, nowBare] = [old, now].map((words) => words.map((word) => word.trim()));
  return merge(
    align(old.length, now.length, (i, j) => Number(oldBare?.[i] === nowBare?.[j])).map(([i, j]) => ({
      text: at(now, j) ?? at(old, i) ?? '',
      kind: i === null ? 'added' : j === null ? 'removed' : 'same',
    })),
  );
}

function diffStep(before: string | null, after: string | null): DiffStep {
  if (before === null || after === null) {
    const kind = before === null ? 'added' : 'removed';
    return { kind, parts: [{ text: after ?? before ?? '', kind }] };
  }

  const parts = diffWords(before, after);
  return { kind: parts.every((part) => part.kind === 'same') ? 'same' : 'changed', parts };
}

/**
 * The longest common subsequence where things may be alike by degrees: pairs in order, null for what has none on the other side.
 * What is 0 alike is never paired; what went is named before what came.
 */
function align(before: number, after: number, alike: (i: number, j: number) => number): [number | null, number | null][] {
  const width = after + 1;
  const best = new Float64Array((before + 1) * width);
  const score = (i: number, j: number) => best[i * width + j] ?? 0;
  for (let i = before - 1; i >= 0; i--) {
    for (let j = after - 1; j >= 0; j--) {
      const degree = alike(i, j);
      best[i * width + j] = Math.max(score(i + 1, j), score(i, j + 1), degree > 0 ? degree + score(i + 1, j + 1) : 0);
    }
  }

  const pairs: [number | null, number | null][] = [];
  let [i, j] = [0, 0];
  while (i < before || j < after) {
    const degree = i < before && j < after ? alike(i, j) : 0;
    if (degree > 0 && score(i, j) === degree + score(i + 1, j + 1)) {
      pairs.push([i++, j++]);
    } else if (i < before && (j === after || score(i, j) === score(i + 1, j))) {
      pairs.push([i++, null]);
    } else {
      pairs.push([null, j++]);
    }
  }

  return pairs;
}

/** The part of their words that two sentences share, whatever their order; 0 if it is too little. */
function similar(a: string, b: string): number {
  const [left, right] = [wordsOf(a), wordsOf(b)].map((words) => words.map((word) => word.trim()));
  if (!left || !right || left.length + right.length === 0) {
    return 1;
  }

  const counts = new Map<string, number>();
  for (const word of left) {
    counts.set(word, (counts.get(word) ?? 0) + 1);
  }

  let shared = 0;
  for (const word of right) {
    const count = counts.get(word) ?? 0;
    shared += Number(count > 0);
    counts.set(word, count - 1);
  }

  const part = (2 * shared) / (left.length + right.length);
  return part >= SIMILAR_FROM ? part : 0;
}

/** Words with the space after them. */
function wordsOf(text: string): string[] {
  return text.match(/\S+\s*|\s+/g) ?? [];
}

function merge(parts: DiffPart[]): DiffPart[] {
  const merged: DiffPart[] = [];
  for (const part of parts) {
    const last = merged.at(-1);
    if (last?.kind === part.kind) {
      last.text += part.text;
    } else if (part.text !== '') {
      merged.push({ ...part });
    }
  }

  return merged;
}

function at(texts: readonly string[], index: number | null): string | null {
  return index === null ? null : (texts[index] ?? null);
}
