import type { ConditionVerdict } from '../../api/types';

/** Why a condition failed, in the words of the innermost one that did. */
export function reasonOf(verdict: ConditionVerdict): string {
  const inner = verdict.parts.find((part) => part.verdict !== 'holds');
  if (inner) return reasonOf(inner);
  return verdict.explanation ?? (verdict.saw === null ? verdict.condition : `wanted ${verdict.condition}, saw “${verdict.saw}”`);
}
