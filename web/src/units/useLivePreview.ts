import { useCallback, useEffect, useRef, useState } from 'react';
import { usePreview } from '../api/mutations';
import type { Preview } from '../api/types';

/** Whoever waits longer waits for the language model. */
export const MEANWHILE_MS = 600;

/** Whoever pauses so long wants to see what Cortex made of it. */
export const PAUSE_MS = 800;

/** What came of a prompt. */
export type PreviewEnd = { kind: 'shown'; prompt: string; preview: Preview } | { kind: 'refused'; prompt: string; error: unknown };

/** While it is asked for, `meanwhile` is what the built-in compiler alone makes of it. */
export type PreviewState = { kind: 'none' } | { kind: 'typing' } | { kind: 'asking'; meanwhile?: PreviewEnd } | PreviewEnd;

/** Shows what a prompt compiles to while it is written; an answer to words that have changed since is dropped. */
export function useLivePreview(prompt: string) {
  const { mutateAsync } = usePreview();
  const [state, setState] = useState<PreviewState>({ kind: 'none' });
  const current = useRef<AbortController>(undefined);

  const ask = useCallback(
    async (words: string): Promise<PreviewEnd> => {
      current.current?.abort();
      const asking = new AbortController();
      current.current = asking;
      setState({ kind: 'asking' });
      const read = async (reader?: 'builtin'): Promise<PreviewEnd> => {
        try {
          return { kind: 'shown', prompt: words, preview: await mutateAsync({ prompt: words, ...(reader && { reader }), signal: asking.signal }) };
        } catch (error) {
          return { kind: 'refused', prompt: words, error };
        }
      };
      let ended = false;
      const showMeanwhile = async () => {
        const meanwhile = await read('builtin');
        if (!ended && !asking.signal.aborted) setState({ kind: 'asking', meanwhile });
      };
      const timer = setTimeout(() => void showMeanwhile(), MEANWHILE_MS);
      asking.signal.addEventListener('abort', () => clearTimeout(timer));
      const end = await read();
      ended = true;
      clearTimeout(timer);
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
