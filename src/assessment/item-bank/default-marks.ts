import type { TaskBody } from '../tasks/item.ts';

/** A mark for everything that can be right or wrong; undefined where only the author can say. */
export function defaultMarks(body: TaskBody): number | undefined {
  switch (body.kind) {
    case 'multiple-choice':
      return body.choose;
    case 'true-false':
      return body.statements.length + (body.reason ? body.statements.filter(({ key }) => !key).length : 0);
    case 'matching':
      return body.left.length;
    case 'cloze':
    case 'table':
      return body.blanks.length;
    case 'labelling':
      return body.labels.length;
    case 'ordering':
    case 'identify':
    case 'short':
    case 'extended':
    case 'parts':
      return undefined;
  }
}
