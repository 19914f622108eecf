import { useCallback, useEffect, useRef, useState } from 'react';
import { usePreview } from '../api/mutations';
import type { Preview } from '../api/types';

/** Whoever pauses so long wants to see what Cortex made of it. */
export const PAUSE_MS = 800;

export type PreviewState =
  | { kind: 'none' }
  | { kind: 'typing' }
  | { kind: 'asking' }
  | { kind: 'shown'; prompt: string; preview: Preview }
  | { kind: 'refused'; prompt: string; error: unknown };

/** Shows what a prompt compiles to while it is written; an answer to words that have changed since is dropped. */
export function useLivePreview(prompt: string) {
  const { mutateAsync } = usePreview();
  const [state, setState] = useState<PreviewState>({ kind: 'none' });
  const current = useRef<AbortController>(undefined);

  const ask = useCallback(
    async (words: string): Promise<PreviewState> => {
      current.current?.abort();
      const asking = new AbortController();
      current.current = asking;
      setState({ kind: 'asking' });
      let end: PreviewState;
      try {
        end = { kind: 'shown', prompt: words, preview: await mutateAsync({ prompt: words, signal: asking.signal }) };
      } catch (error) {
        end = { kind: 'refused', prompt: words, error };
      }

      if (!asking.signal.aborted) setState(end);
      return end;
    },
    [mutateAsync],
  );

  useEffect(() => {
    current.current?.abort();
    const words = prompt.trim();
    if (words === '') {
      setState({ kind: 'none' });
      return;
    }

    setState({ kind: 'typing' });
    const timer = setTimeout(() => void ask(words), PAUSE_MS);
    return () => clearTimeout(timer);
  }, [prompt, ask]);

  useEffect(() => () => current.current?.abort(), []);

  return { state, ask };
}
