import type { Pack, Passage } from '../../content/entries/entry.ts';
import type { Task } from '../tasks/item.ts';

/** Kinds whose key is letters or numbers of a form. */
export const KEYED_BY_ORDER: readonly string[] = ['multiple-choice', 'true-false', 'matching', 'ordering'];

/** The right answers of a task in words, in the order of its author. */
export function answersOf({ body }: Task, pack: Pack): Passage[] {
  switch (body.kind) {
    case 'multiple-choice':
      return body.options.filter(({ key }) => key).map(({ text, at }) => ({ text, at }));
    case 'true-false':
      return body.statements.map(({ text, at, key }) => ({
        text: `**${key ? 'True' : 'False'}:** ${text}`,
        at,
      }));
    case 'matching':
      return body.left.map(({ text, at }, index) => ({ text: `${text} – ${body.right[index]!.text}`, at }));
    case 'ordering':
      return body.steps.map(({ text, at }, index) => ({ text: `${index + 1}\\. ${text}`, at }));
    case 'cloze':
    case 'table':
      return body.blanks.map(({ words, at }, index) => ({
        text: `${index + 1}\\. ${words.join(' / ')}`,
        at,
      }));
    case 'labelling':
      return body.labels.map(({ letter, answer: { text, at } }) => ({ text: `${letter}: ${text}`, at }));
    case 'identify': {
      const quotation = pack.entries['quotations']?.find(({ id }) => id === body.quotation);
      if (!quotation) return [];
      const { speaker, chapter } = quotation.fields as { speaker: string; chapter?: string };
      const narrator = pack.entries['book']?.[0]?.fields['narrator'];
      const name = (id: unknown) => pack.entries['characters']?.find((one) => one.id === id)?.name;
      const unit = String(pack.entries['book']?.[0]?.fields['unit'] ?? 'chapter');
      const who =
        speaker === 'narrator'
          ? `${name(narrator) ?? 'The narrator'}, narrating`
          : (name(speaker) ?? speaker);
      return [
        ...(body.asks.includes('who') ? [{ text: `**Who:** ${who}`, at: quotation.at }] : []),
        ...(body.asks.includes('where') && chapter !== undefined
          ? [{ text: `**Where:** ${unit}\u00A0${chapter}`, at: quotation.at }]
          : []),
      ];
    }
    default:
      return [];
  }
}
