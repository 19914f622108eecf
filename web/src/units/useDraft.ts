import { useEffect, useState } from 'react';

export interface Draft {
  name: string;
  prompt: string;
}

const EMPTY: Draft = { name: '', prompt: '' };

/** What has been typed and not sent; it outlives a reload and signing in again, in this tab. */
export function useDraft(key: string): [Draft, (draft: Draft) => void] {
  const [draft, setDraft] = useState<Draft>(() => {
    try {
      return { ...EMPTY, ...(JSON.parse(sessionStorage.getItem(key) ?? '{}') as Partial<Draft>) };
    } catch {
      return EMPTY;
    }
  });
  useEffect(() => {
    if (draft.name === '' && draft.prompt === '') sessionStorage.removeItem(key);
    else sessionStorage.setItem(key, JSON.stringify(draft));
  }, [key, draft]);
  return [draft, setDraft];
}
