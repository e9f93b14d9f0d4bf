/** The helper that marks lines of templates. Authors cannot call it: it is not among the helpers of templates. */
export const LINE_HELPER = 'template-line';

const FENCE = /^ {0,3}(~{3,}|`{3,})/;
const FIELD = /^[ -]*[a-z][a-z-]*:(?: |$)/;

/**
 * Adds a call to the end of each line of a template that opens a named block or begins one of its fields, so that what is
 * wrong with the block can be reported at this line: a filled template has other lines. Nothing else on the line moves.
 * @param file the number of the template among those that share the helper
 * @param isPiece whether it may be pasted into a block of another template, so that its fields are in no fence of its own
 */
export function markLines(template: string, file: number, isPiece: boolean): string {
  let fence = '';
  let before = '';
  return template
    .split('\n')
    .map((line, index) => {
      const opened = FENCE.exec(line)?.[1];
      const isOpening = fence === '' && opened !== undefined && line.trim() !== opened;
      const isInside = fence !== '' || isPiece;
      if (fence === '' && opened !== undefined) fence = opened;
      else if (opened?.startsWith(fence) && line.trim() === opened) fence = '';
      before += `${line}\n`;
      const isOpen = before.lastIndexOf('{{') > before.lastIndexOf('}}');
      if (isOpen || /(?: {2}|\\)$/.test(line) || !(isOpening || (isInside && FIELD.test(line)))) return line;
      return `${line}{{${LINE_HELPER} ${file} ${index + 1}}}`;
    })
    .join('\n');
}
