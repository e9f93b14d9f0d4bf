import type { Block, Inline } from '../src/blocks/block.ts';

/** What blocks are, as text: a line each, set in as they are nested, so that a test can say it at a glance. */
export const outlineOf = (blocks: readonly Block[]): string[] =>
  blocks.flatMap((block) => {
    const [first, ...others] = linesOf(block);
    return [first ?? '', ...others.map((line) => `  ${line}`)];
  });

function linesOf(block: Block): string[] {
  switch (block.kind) {
    case 'heading':
      return [
        `${'#'.repeat(block.level)} ${inlineOf(block.text)}${block.ids?.length ? ` {${block.ids}}` : ''}`,
      ];
    case 'paragraph': {
      const flags = [
        block.open && 'open',
        block.verse && 'verse',
        block.preformatted && 'code',
        block.look !== 'body' && block.look,
      ];
      const said = flags.filter(Boolean).join(' ');
      return [`${said ? `(${said}) ` : ''}${inlineOf(block.text)}`];
    }
    case 'list':
      return [
        'list',
        ...block.items.flatMap((item, index) => {
          const [first = '', ...others] = outlineOf(item);
          const label =
            block.labels?.texts[index] ?? (block.start === undefined ? '•' : `${block.start + index}.`);
          return [`${label} ${first}`, ...others.map((line) => `  ${line}`)];
        }),
      ];
    case 'table':
      return [
        'table',
        ...[block.header, ...block.rows]
          .filter((row) => row.length > 0)
          .map((row) => row.map((cell) => outlineOf(cell).join(' ')).join(' | ')),
      ];
    case 'columns':
      return [
        'columns',
        ...block.columns.flatMap(({ share, blocks }) => [`${share}:`, ...outlineOf(blocks)]),
      ];
    case 'definitions':
      return [
        'definitions',
        ...block.items.flatMap(({ terms, definitions }) => [
          ...terms.map(inlineOf),
          ...definitions.flatMap(outlineOf),
        ]),
      ];
    case 'figure':
      return [`figure ${block.picture} “${block.alt}”`];
    case 'box':
    case 'quote':
    case 'group':
      return [block.kind, ...outlineOf(block.blocks)];
    default:
      return [block.kind];
  }
}

const inlineOf = (text: readonly Inline[]): string =>
  text
    .map((inline) => {
      if (inline.kind === 'break') return '⏎';
      if (inline.kind === 'note') return `^${inline.number}(${outlineOf(inline.blocks).join(' ')})`;
      if (inline.kind !== 'text') return `<${inline.kind}>`;
      const looks = Object.keys(inline).filter(
        (key) => !['kind', 'text', 'link', 'at', 'script'].includes(key),
      );
      const said = [
        ...looks,
        ...('script' in inline ? [String(inline.script)] : []),
        ...(inline.link ? [inline.link] : []),
      ];
      return said.length > 0 ? `[${said.join(' ')}: ${inline.text}]` : inline.text;
    })
    .join('');
