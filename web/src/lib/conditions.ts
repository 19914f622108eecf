import type { Condition, ConditionVerdict, Json } from '../api/types';
import { type FieldKind, FIELDS } from './fields';

/** One line of what became of a condition and of those that it is made of. */
export interface VerdictLine {
  /** How deep it lies in others; 0 is the whole. */
  depth: number;
  verdict: ConditionVerdict['verdict'];
  text: string;
}

type Leaf = Extract<Condition, { op: string }>;

/** In the words that the API has for verdicts: "sender is test@test.com". */
export function conditionText(condition: Condition, isNegated = false): string {
  if ('not' in condition) {
    return conditionText(condition.not, !isNegated);
  }

  if ('op' in condition) {
    return leafText(condition, isNegated);
  }

  const [parts, word] = 'all' in condition ? [condition.all, ' and '] : [condition.any, ' or '];
  const sentences = parts.map((part) => ('all' in part || 'any' in part ? `(${conditionText(part)})` : conditionText(part)));
  const joined = sentences.length === 0 ? 'always' : sentences.join(word);
  return isNegated ? `not (${joined})` : joined;
}

/** The whole first, then its parts, each with what it saw. */
export function verdictLines(verdict: ConditionVerdict, depth = 0): VerdictLine[] {
  const saw = verdict.saw === null ? '' : `, saw ${verdict.saw}`;
  const line = { depth, verdict: verdict.verdict, text: verdict.explanation ?? `${verdict.condition}${saw}` };
  return [line, ...verdict.parts.flatMap((part) => verdictLines(part, depth + 1))];
}

function leafText(leaf: Leaf, isNegated: boolean): string {
  const name = leaf.field ?? 'item';
  const field = FIELDS.get(name);
  const label = field?.label ?? stepLabel(name) ?? name;
  const isPresence = leaf.op === 'exists' || field?.kind === 'flag';
  const isWanted = typeof leaf.value === 'boolean' ? leaf.value : true;
  const said = isPresence ? `is ${isWanted === isNegated ? 'absent' : 'present'}` : `${verb(leaf.op, field?.kind, isNegated)} ${valueText(leaf, field?.kind)}`;
  return `${label} ${said}${leaf.edge === true ? ', as of this change' : ''}`;
}

/** `steps[0].output.label`: "label of step 1". */
function stepLabel(name: string): string | null {
  const [, step, path] = /^steps\[(\d+)\]\.output(?:\.(.+))?$/.exec(name) ?? [];
  return step === undefined ? null : `${path ?? 'output'} of step ${Number(step) + 1}`;
}

function verb(op: string, kind: FieldKind | undefined, isNegated: boolean): string {
  if (kind === 'names' || kind === 'texts' || kind === 'addresses') {
    return op === 'contains' && kind !== 'names' ? (isNegated ? 'have none with' : 'include one with')
      : op === 'equals' || op === 'contains' ? (isNegated ? 'do not include' : 'include')
      : `include ${isNegated ? 'none' : 'one'} that ${verb(op, undefined, false)}`;
  }

  const not = isNegated ? ' not' : '';
  switch (op) {
    case 'equals':
      return `is${not}`;
    case 'gt':
      return kind === 'time' ? `is${not} after` : `is${not} more than`;
    case 'lt':
      return kind === 'time' ? `is${not} before` : `is${not} less than`;
    case 'contains':
      return isNegated ? 'does not contain' : 'contains';
    case 'starts_with':
      return isNegated ? 'does not start with' : 'starts with';
    case 'ends_with':
      return isNegated ? 'does not end with' : 'ends with';
    case 'matches':
      return isNegated ? 'does not match the pattern' : 'matches the pattern';
    default:
      return isNegated ? 'does not fit' : 'fits';
  }
}

function valueText({ op, value }: Leaf, kind: FieldKind | undefined): string {
  const isBare = ((kind === 'address' || kind === 'addresses') && op === 'equals') || kind === 'time';
  return typeof value === 'string' && isBare ? value : quoted(value);
}

function quoted(value: Json | undefined): string {
  return typeof value === 'string' ? `"${value}"` : JSON.stringify(value ?? null);
}
