import { KIND_SYNONYMS } from '../../../assessment/tasks/kind-synonyms.ts';
import { ownValue } from '../../../diagnostics/collections/own-value.ts';
import type { Ask } from '../questions/question.ts';

const KINDS: readonly Ask['kind'][] = [
  'multiple-choice',
  'true-false',
  'matching',
  'ordering',
  'cloze',
  'short',
  'extended',
];

/** The kind of question that a cell names in any of the ways that teachers and programs do. */
export function kindNamed(name: string): Ask['kind'] | undefined {
  const bare = name.toLowerCase().replace(/[\s_-]+|questions?$/g, '');
  return KINDS.find((kind) => kind.replace('-', '') === bare || ownValue(KIND_SYNONYMS, bare) === kind);
}
