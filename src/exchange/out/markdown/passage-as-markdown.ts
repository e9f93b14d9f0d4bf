import { figuresIn } from '../../../blocks/figures-in.ts';
import { picturePath } from '../../../blocks/markdown/pictures/picture-path.ts';
import type { Passage } from '../../../content/entries/entry.ts';
import { smallest } from '../../../diagnostics/collections/smallest.ts';
import { EMPTY_COMMENT, takeOutComments } from '../../../diagnostics/take-out-comments.ts';
import type { Loss } from '../../losses/loss.ts';
import type { PackOut } from '../pack-out.ts';
import { passageWriter } from '../rich-text/passage-writer.ts';

const NO_PICTURES = { lang: 'lang', isStrict: false, pictureAddress: () => undefined } as const;

const FENCE = /^ {0,3}(```+|~~~+)\s*([a-z-]*)/;
const HEADING = /^( {0,3})(#{1,6})(?=\s)/;
const PICTURE = /(!\[[^\]]*\]\(\s*)(<[^>]*>|[^\s)]+)/g;

/**
 * Writes a passage for other tools: without comments, with its headings below a level, and with pictures by their paths from
 * the folder of the pack.
 * @param losses grows: named blocks, which other tools show as they are written
 */
export function passageAsMarkdown(passage: Passage, level: number, source: PackOut, losses: Loss[]): string {
  const { at } = passage;
  const lines = takeOutComments(passage.text).text.replaceAll(EMPTY_COMMENT, '').split('\n');
  const fenced = linesInFences(lines);
  const highest = smallest(
    lines.flatMap((line, index) => {
      const marks = fenced[index] ? undefined : HEADING.exec(line)?.[2];
      return marks === undefined ? [] : [marks.length];
    }),
    level,
  );
  const down = Math.max(0, level - highest);
  const folder = folderOf(source);
  for (const [index, line] of lines.entries()) {
    const name = fenced[index] === 'opening' ? FENCE.exec(line)![2]! : '';
    if (source.blocks.some((block) => block.name === name))
      losses.push({
        what: `a block of the program’s own (${name}), which other tools show as it is written`,
        text: '',
        at: { ...at, line: at.line + index, column: 1 },
      });
  }
  const blocks = passageWriter(source, NO_PICTURES, []).blocks(passage);
  if (figuresIn(blocks).length > 0)
    losses.push({ what: 'a picture, which stays in the folder of the pack', text: '', at });
  return lines
    .map((line, index) => {
      if (fenced[index]) return line;
      const lower = line.replace(
        HEADING,
        (_, indent: string, marks: string) => `${indent}${'#'.repeat(Math.min(6, marks.length + down))}`,
      );
      return lower.replace(PICTURE, (_, opening: string, address: string) => {
        const bare = address.replace(/^<|>$/g, '');
        const path = picturePath(at.file, bare);
        const near = path.startsWith(`${folder}/`) ? path.slice(folder.length + 1) : path;
        return `${opening}${/\s/.test(near) ? `<${near}>` : near}`;
      });
    })
    .join('\n')
    .trim();
}

/** The folder of the pack, as the places in it name it. */
const folderOf = ({ pack }: PackOut): string =>
  pack.about.at.file.replaceAll('\\', '/').replace(/\/?[^/]*$/, '');

/** Which lines are in a fence or open one. */
function linesInFences(lines: readonly string[]): (undefined | 'opening' | 'inside')[] {
  let open: string | undefined;
  return lines.map((line) => {
    const mark = FENCE.exec(line)?.[1];
    if (open === undefined && mark) {
      open = mark;
      return 'opening';
    }
    if (open === undefined) return undefined;
    if (mark?.startsWith(open) && line.trim() === mark) open = undefined;
    return 'inside';
  });
}
