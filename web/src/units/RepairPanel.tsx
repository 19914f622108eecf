import { useId, useState } from 'react';
import type { PromptQuestion, Suggestion } from '../api/types';
import type { ApiError } from '../api/problem';
import { segmentsOf } from '../lib/spans';

/** Stands for the answer in a question's `insert`. */
const GAP = '{answer}';

interface RepairPanelProps {
  prompt: string;
  error: ApiError;
  /** Takes another prompt in the place of the refused one. */
  onUse: (prompt: string) => void;
}

/** What a refused prompt can be put right with: what was understood of it, what is missing, and wordings that work. */
export function RepairPanel({ prompt, error, onUse }: RepairPanelProps) {
  const { understood, leftOver, suggestions, question } = error;
  // Which of several readings is meant is answered by taking one of them.
  const isChoice = question !== undefined && suggestions.length > 0 && question.options.every((option) => suggestions.some((suggestion) => suggestion.prompt === option));
  return (
    <>
      {understood.length + leftOver.length > 0 && (
        <p className="understood">
          {segmentsOf(prompt, understood, leftOver).map((segment) =>
            segment.kind === 'plain' ? (
              segment.text
            ) : (
              <mark key={segment.start} className={segment.kind === 'left' ? 'tone-bad' : 'tone-ok'} title={segment.as ?? 'not understood'}>
                {segment.text}
              </mark>
            ),
          )}
        </p>
      )}
      {question && !isChoice && <Question key={question.insert} question={question} onUse={onUse} />}
      {suggestions.length > 0 && (
        <section className="stack-s" aria-label="Suggestions">
          <h3>{isChoice ? question.text : suggestions.length === 1 ? 'Did you mean this?' : 'Did you mean one of these?'}</h3>
          <ul className="stack-s">
            {suggestions.map((suggestion) => (
              <SuggestionCard key={suggestion.prompt} suggestion={suggestion} onUse={onUse} />
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

function SuggestionCard({ suggestion, onUse }: { suggestion: Suggestion; onUse: (prompt: string) => void }) {
  const id = useId();
  return (
    <li className="card row-between">
      <div className="suggestion stack-s">
        <p id={id}>{suggestion.prompt}</p>
        <p className="muted small">{suggestion.explanation}</p>
        {suggestion.changes.map((change) => (
          <p key={change} className="small">
            {change}
          </p>
        ))}
      </div>
      <button type="button" className="button" aria-describedby={id} onClick={() => onUse(suggestion.prompt)}>
        Use it
      </button>
    </li>
  );
}

function Question({ question, onUse }: { question: PromptQuestion; onUse: (prompt: string) => void }) {
  const id = useId();
  const [answer, setAnswer] = useState('');
  const use = (words: string) => onUse(question.insert.replace(GAP, () => words.trim()));
  return (
    <section className="stack-s" aria-labelledby={id}>
      <h3 id={id}>{question.text}</h3>
      {question.options.length > 0 && (
        <div className="row">
          {question.options.map((option) => (
            <button key={option} type="button" className="button" onClick={() => use(option)}>
              {option}
            </button>
          ))}
        </div>
      )}
      <div className="row">
        <input
          className="answer"
          aria-labelledby={id}
          value={answer}
          autoComplete="off"
          onChange={(event) => setAnswer(event.target.value)}
          onKeyDown={(event) => {
            // Enter would send the form around it, with the refused prompt.
            if (event.key !== 'Enter') return;
            event.preventDefault();
            if (answer.trim() !== '') use(answer);
          }}
        />
        <button type="button" className="button" disabled={answer.trim() === ''} onClick={() => use(answer)}>
          Answer
        </button>
      </div>
    </section>
  );
}
