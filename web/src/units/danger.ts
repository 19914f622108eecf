import { ApiError } from '../api/problem';
import type { Danger } from '../api/types';
import type { PreviewState } from './useLivePreview';

/** What some words could hurt. Sending the hash of their program confirms it. */
export interface Asked {
  prompt: string;
  programHash: string;
  danger: Danger;
}

/** What Cortex asked about when it refused; null for any other refusal. */
export function askedBy(error: unknown, prompt: string): Asked | null {
  return error instanceof ApiError && error.danger && error.programHash !== undefined ? { prompt, programHash: error.programHash, danger: error.danger } : null;
}

/** What there is to ask about these very words, from their preview or else from a refusal. */
export function askedOf(state: PreviewState, refused: Asked | null, prompt: string): Asked | null {
  if (state.kind === 'shown' && state.prompt === prompt) {
    const { programHash, danger } = state.preview;
    return danger ? { prompt, programHash, danger } : null;
  }

  return refused?.prompt === prompt ? refused : null;
}
