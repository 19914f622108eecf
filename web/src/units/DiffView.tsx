import type { DiffLine, ReadBackDiff } from '../lib/diff';

const words: Record<DiffLine['kind'], string> = { same: '', changed: 'Changed: ', added: 'New: ', removed: 'No longer: ' };

/** What another prompt changes, word by word. */
export function DiffView({ diff }: { diff: ReadBackDiff }) {
  return (
    <dl className="readback">
      <dt>WHEN</dt>
      <dd>
        <Line line={diff.when} />
      </dd>
      <dt>THEN</dt>
      <dd>
        <ol>
          {diff.steps.map((step, index) => (
            // oxlint-disable-next-line react/no-array-index-key -- lines have no identity but their place
            <li key={index}>
              <Line line={step} />
            </li>
          ))}
        </ol>
      </dd>
    </dl>
  );
}

function Line({ line }: { line: DiffLine }) {
  return (
    <>
      {line.kind !== 'same' && <span className="visually-hidden">{words[line.kind]}</span>}
      {line.parts.map((part, index) => {
        // oxlint-disable-next-line react/no-array-index-key -- parts have no identity but their place
        if (part.kind === 'added') return <ins key={index}>{part.text}</ins>;
        // oxlint-disable-next-line react/no-array-index-key -- as above
        return part.kind === 'removed' ? <del key={index}>{part.text}</del> : <span key={index}>{part.text}</span>;
      })}
    </>
  );
}
