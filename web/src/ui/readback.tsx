import type { ReadBack as Parts } from '../api/types';

/** What Cortex understood: when it runs, and what it does, step by step. */
export function ReadBack({ parts, explanation }: { parts: Parts | null; explanation: string }) {
  if (!parts) return <p>{explanation}</p>;
  return (
    <dl className="readback">
      <dt>WHEN</dt>
      <dd>{parts.when.replace(/^When /, '')}</dd>
      <dt>THEN</dt>
      <dd>
        <ol>
          {parts.then.map((step, index) => (
            // Steps have no identity but their place.
            // oxlint-disable-next-line react/no-array-index-key
            <li key={index}>{step}</li>
          ))}
        </ol>
      </dd>
    </dl>
  );
}
