import { createHash } from 'node:crypto';
import type { ExamPaper, Form } from '../papers/exam-paper.ts';
import type { KeyEntry } from './key-of.ts';

/**
 * Characters that people read out and write down without mistakes: Crockford’s base 32, which has no I, L, O and U.
 */
export const SIGNS = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/**
 * Identifies a form of a paper, and changes whenever an item or the key changes: the form's letter, and five characters of
 * a digest of the pack, the paper, the seed, all orders and the whole key: `A7K3QF`.
 */
export function formKey(pack: string, paper: ExamPaper, form: Form, key: readonly KeyEntry[]): string {
  const content = JSON.stringify([pack, paper.id, paper.seed, form.letter, form.sections, key]);
  const digest = createHash('sha256').update(content).digest();
  return form.letter + [...digest.subarray(0, 5)].map((byte) => SIGNS[byte % 32]).join('');
}
