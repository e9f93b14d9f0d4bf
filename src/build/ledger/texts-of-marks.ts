import { append } from '../../diagnostics/collections/append.ts';
import type { Mark } from '../../pages/page.ts';

/** Lists the texts of marks in their order, with the descriptions and addresses of links. */
export function textsOfMarks(marks: readonly Mark[]): string[] {
  const texts: string[] = [];
  for (const mark of marks) {
    if (mark.kind === 'text') texts.push(mark.text);
    else if (mark.kind === 'group') append(texts, textsOfMarks(mark.marks));
    else if (mark.kind === 'link') texts.push(mark.contents, 'url' in mark.target ? mark.target.url : '');
  }
  return texts;
}
