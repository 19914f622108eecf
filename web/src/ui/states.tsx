import { CircleX, Copy, RotateCw } from 'lucide-react';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { ApiError, messageOf } from '../api/problem';

/** Rows in the place of those that are on their way; seen only if that takes longer than 200 ms. */
export function SkeletonRows({ rows = 3, height = 44 }: { rows?: number; height?: number }) {
  return (
    <div role="status" aria-busy="true" className="stack-s">
      <span className="visually-hidden">Loading…</span>
      {Array.from({ length: rows }, (_, row) => (
        <span key={row} className="skeleton" style={{ height }} />
      ))}
    </div>
  );
}

/** In the place of what could not be read. */
export function ErrorCard({ what, error, onRetry }: { what: string; error: unknown; onRetry: () => void }) {
  const [status, traceId] = error instanceof ApiError ? [error.status, error.traceId] : [undefined, undefined];
  return (
    <div className="notice tone-bad" role="alert">
      <CircleX size={18} aria-hidden="true" />
      <div className="notice-body stack-s">
        <p>{what} could not be loaded.</p>
        <p>{messageOf(error)}</p>
        <div className="row">
          <button type="button" className="button" onClick={onRetry}>
            <RotateCw size={15} aria-hidden="true" />
            Try again
          </button>
          {status !== undefined && <span className="muted small">Error {status}</span>}
          {traceId !== undefined && <CopyButton text={traceId} label="Copy the trace id" />}
        </div>
      </div>
    </div>
  );
}

export function EmptyState({ title, children }: { title: string; children?: ReactNode }) {
  return (
    <div className="empty" aria-live="polite">
      <h2>{title}</h2>
      {children}
    </div>
  );
}

export function CopyButton({ text, label }: { text: string; label: string }) {
  const [copied, setCopied] = useState(false);
  return (
    <button
      type="button"
      className="button button-quiet"
      onClick={() => {
        void navigator.clipboard.writeText(text).then(() => setCopied(true));
      }}
      onBlur={() => setCopied(false)}
    >
      <Copy size={15} aria-hidden="true" />
      <span aria-live="polite">{copied ? 'Copied' : label}</span>
    </button>
  );
}

/** Data as a text; a text is shown as it is. */
export function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value, null, 2);
}

/** Data as it is. */
export function JsonView({ value, label }: { value: unknown; label: string }) {
  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex -- what scrolls must be reachable by keyboard
    <pre className="json" tabIndex={0} role="region" aria-label={label}>
      {textOf(value)}
    </pre>
  );
}
