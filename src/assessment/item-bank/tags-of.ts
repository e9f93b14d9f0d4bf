import type { AssessmentEntry } from '../tasks/exam-pack.ts';

/** The tags of items that a product of its own prints, with their answers. Nothing else draws them without naming the tag. */
export const PRODUCT_TAGS: readonly string[] = ['readers', 'flashcards', 'checking'];

/** The tags of an item: its own, and the name of its file if that is in the folder `items`. */
export function tagsOf({ group, fields: { tags }, at: { file } }: AssessmentEntry<'items'>): string[] {
  const fromFile = file.endsWith('items.md') && group === 'items' ? [] : [group];
  // File names that come from a Mac may have their accents as letters of their own.
  return [...new Set([...fromFile, ...tags].map((tag) => tag.normalize('NFC')))];
}
