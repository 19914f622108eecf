import { useId } from 'react';
import type { RefObject } from 'react';

/** What the API takes (contract 5). */
export const PROMPT_CHARS_MAX = 4_000;
/** From here on the field counts. */
const COUNTED_FROM = 3_600;

interface PromptFieldProps {
  value: string;
  onChange: (value: string) => void;
  onSubmit: () => void;
  invalid: boolean;
  field?: RefObject<HTMLTextAreaElement | null>;
}

export function PromptField({ value, onChange, onSubmit, invalid, field }: PromptFieldProps) {
  const id = useId();
  return (
    <div className="stack-s">
      <label htmlFor={id}>What should happen?</label>
      <textarea
        ref={field}
        id={id}
        rows={3}
        value={value}
        maxLength={PROMPT_CHARS_MAX}
        aria-invalid={invalid}
        aria-describedby={`${id}-hint`}
        placeholder="when: email from test@test.com then: do nothing"
        onChange={(event) => onChange(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
            event.preventDefault();
            onSubmit();
          }
        }}
      />
      <span id={`${id}-hint`} className="muted small">
        {value.length >= COUNTED_FROM ? `${value.length} of ${PROMPT_CHARS_MAX} characters` : 'Ctrl+Enter previews at once.'}
      </span>
    </div>
  );
}
