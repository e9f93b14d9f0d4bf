import { describe, expect, it } from 'vitest';
import { createReport } from '../../../src/diagnostics/report.ts';
import type { StructureNode } from '../../../src/pages/laid.ts';
import type { Mark } from '../../../src/pages/page.ts';
import type { Picture } from '../../../src/pages/picture.ts';
import { encodePng } from '../../../src/pages/pictures/encode-png.ts';
import { readPictures } from '../../../src/pages/pictures/read-pictures.ts';
import { layOutText, textOfPages } from '../../print-text.ts';
import { readBlocks } from '../../read-blocks.ts';
import { fonts } from '../../support.ts';

/** 400 by 200 pixels: 144 by 72 points at 200 to the inch. */
const picture: Picture = {
  kind: 'raster',
  format: 'png',
  data: btoa(String.fromCharCode(...encodePng(new Uint8Array(400 * 200 * 3).fill(9), 400, 200))),
  width: 400,
  height: 200,
  turn: 0,
};
const lay = (text: string) => layOutText(text, new Map([['a.png', picture]]));

interface Drawn {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** The pictures on the pages, each with the box that it is drawn in. */
function drawnIn(text: string): Drawn[] {
  const find = (marks: readonly Mark[]): Drawn[] =>
    marks.flatMap((mark) => {
      if (mark.kind !== 'group') return [];
      const { clip } = mark;
      return mark.role === 'figure' && clip
        ? [{ x: mark.x, y: mark.y, width: clip.width, height: clip.height }]
        : find(mark.marks);
    });
  return lay(text).laid.pages.flatMap(({ marks }) => find(marks));
}

const rolesIn = (node: StructureNode): string[] => [
  node.role,
  ...node.children.flatMap((child) => ('role' in child ? rolesIn(child) : [])),
];

describe('a picture', () => {
  it.each([
    ['alone', '![x](a.png)'],
    ['in a line', 'Before ![x](a.png) after.'],
    ['in a cell', '| a |\n|---|\n| ![x](a.png) |'],
    ['in a cell with words', '| a |\n|---|\n| b ![x](a.png) c |'],
    ['in a list', '- ![x](a.png)\n- b'],
    ['in a list with words', '1. b ![x](a.png)'],
    ['in a heading', '# b ![x](a.png)'],
    ['in a link', '[![x](a.png)](https://example.org)'],
    ['in a link with words', 'See [b ![x](a.png)](https://example.org).'],
    ['in a quotation', '> ![x](a.png)'],
    ['in a note', 'b[^1]\n\n[^1]: c ![x](a.png)'],
    ['by a reference', '![x][r]\n\n[r]: a.png'],
    ['in HTML', '<p align="center"><img src="a.png" alt="x"></p>'],
    ['in a box', '<details><summary>b</summary>\n\n![x](a.png)\n\n</details>'],
    ['below a line', 'b\n![x](a.png)'],
    ['in bold', '**![x](a.png)**'],
  ])('%s is drawn, once, with its description', (_, text) => {
    const { laid, report } = lay(text);
    expect(drawnIn(text)).toHaveLength(1);
    expect(rolesIn(laid.structure).filter((role) => role === 'Figure')).toHaveLength(1);
    expect(JSON.stringify(laid.structure)).toContain('"alt":"x"');
    expect(textOfPages(laid)).not.toContain('x');
    expect(report.diagnostics).toEqual([]);
  });

  it.each([
    ['![x](a.png)', 144],
    ['![x](a.png){width=50%}', 368.504 / 2],
    ['![x](a.png){: width="50%" }', 368.504 / 2],
    ['![x](a.png){#fig-map .wide width=72pt}', 72],
    ['![x](a.png){width=96}', 72],
    ['![x](a.png){height=36pt}', 72],
    ['[![x](a.png)](https://example.org){width=1in}', 72],
    ['<img src="a.png" alt="x" width="96">', 72],
    ['<img src="a.png" alt="x" style="width: 50%">', 368.504 / 2],
    ['b ![x](a.png){width=1cm} c', 28.346],
    ['![x](a.png){width=400%}', 368.504],
  ])('%s is as wide as it says', (text, width) => {
    const [drawn] = drawnIn(text);
    expect(drawn!.width).toBeCloseTo(width, 1);
    expect(drawn!.height).toBeCloseTo(width / 2, 1);
    expect(textOfPages(lay(text).laid)).not.toMatch(/[{}]/);
  });

  it('has the lines below it as its caption, after its title', () => {
    expect(readBlocks('![x](a.png "The mouth")\n**Figure 2.** The mouth of the river.').blocks).toMatchObject(
      [
        {
          kind: 'figure',
          caption: [
            { text: 'The mouth' },
            { kind: 'break' },
            { text: 'Figure 2.', bold: true },
            { text: ' The mouth of the river.' },
          ],
        },
      ],
    );
    expect(readBlocks(`![x](a.png)\n${'A long text. '.repeat(40)}`).blocks.map(({ kind }) => kind)).toEqual([
      'figure',
      'paragraph',
    ]);
  });

  it('stands side by side with others of its line, and below those of the line above', () => {
    const [left, right] = drawnIn('![Left](a.png) ![Right](a.png)');
    expect(left!.y).toBe(right!.y);
    expect(right!.x).toBeGreaterThan(left!.x + left!.width);
    const [upper, lower] = drawnIn('![Upper](a.png)\n![Lower](a.png)');
    expect(lower!.y).toBeGreaterThan(upper!.y + upper!.height);
  });

  it('stands on the line of its words, and makes room above', () => {
    const text = `Words above ${'more '.repeat(20)}<br>before ![x](a.png){height=40pt} after`;
    const { laid } = lay(text);
    const [drawn] = drawnIn(text);
    const texts = laid.pages[0]!.marks.flatMap((mark) => (mark.kind === 'text' ? [mark] : []));
    const line = texts.find((mark) => mark.text.includes('after'))!;
    expect(drawn!.y + drawn!.height).toBeCloseTo(line.y, 1);
    for (const mark of texts) expect(mark.y <= drawn!.y || mark.y >= line.y - 0.01).toBe(true);
  });

  it('is a link where it is in one', () => {
    const links = lay('[![A map](a.png)](https://example.org/map)').laid.pages[0]!.marks.filter(
      (mark) => mark.kind === 'link',
    );
    expect(links).toMatchObject([{ target: { url: 'https://example.org/map' }, contents: 'A map' }]);
  });

  it('without a description is an artifact, and named', () => {
    for (const text of ['![](a.png)', 'b ![](a.png) c', '<img src="a.png">']) {
      const { laid, report } = lay(text);
      expect(drawnIn(text)).toHaveLength(1);
      expect(rolesIn(laid.structure)).not.toContain('Figure');
      expect(report.diagnostics).toMatchObject([{ code: 'alt-missing', severity: 'warning' }]);
    }
    // An empty description in HTML says that there is nothing to tell.
    expect(lay('<img src="a.png" alt="">').report.diagnostics).toEqual([]);
  });

  it.each(['![the map](no.png)', 'b ![the map](no.png) c', '| a |\n|---|\n| ![the map](no.png) b |'])(
    'that is missing is its description in a frame: %j',
    (text) => {
      const { laid } = lay(text);
      expect(textOfPages(laid)).toContain('the map');
      expect(laid.pages[0]!.marks.some((mark) => mark.kind === 'shape' && mark.stroke)).toBe(true);
    },
  );
});

describe('a picture in the text itself', () => {
  const data = btoa(String.fromCharCode(...encodePng(new Uint8Array(300).fill(200), 10, 10)));
  const at = { file: 'page.md', line: 3, column: 1 };
  const readData = (uri: string) => {
    const report = createReport();
    const pictures = readPictures([{ picture: uri, at }], [], fonts, report);
    return { picture: pictures.get(uri), found: report.diagnostics };
  };

  it('is read, in base64 or as text', () => {
    expect(readData(`data:image/png;base64,${data}`).picture).toMatchObject({ width: 10, height: 10 });
    expect(readData(`data:image/png;charset=x;base64,${data.replaceAll('+', '%2B')}`).found).toEqual([]);
    const svg = encodeURIComponent('<svg xmlns="http://www.w3.org/2000/svg" width="8" height="4"/>');
    expect(readData(`data:image/svg+xml,${svg}`).picture).toMatchObject({ kind: 'drawing', width: 6 });
  });

  it.each([
    [
      'a GIF',
      'image/gif;base64,R0lGODlhAgACAPAAAP8AAAAA/yH5BAAAAAAAIf8LTkVUU0NBUEUyLjADAQAAACwAAAAAAgACAAACA0QABQAh+QQAAAAAACwAAAAAAgACAIAA/wAAAAACAoRRADs=',
      2,
    ],
    [
      'a WebP',
      'image/webp;base64,UklGRj4AAABXRUJQVlA4IDIAAAAwAgCdASoCAAEAAgA0JaACdLoB+AADIPHOYAD++5+ul/n2n/U+q56/f/G7cYb70AAAAA==',
      2,
    ],
    [
      'a JPEG that is called a PNG',
      'image/png;base64,/9j/7gAOQWRvYmUAZAAAAAAC/9sAQwADAgICAgIDAgICAwMDAwQGBAQEBAQIBgYFBgkICgoJCAkJCgwPDAoLDgsJCQ0RDQ4PEBAREAoMEhMSEBMPEBAQ/9sAQwEDAwMEAwQIBAQIEAsJCxAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQEBAQ/8AAFAgABAAEBAERAAIRAQMRAQQRAP/EABUAAQEAAAAAAAAAAAAAAAAAAAYI/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/EABUBAQEAAAAAAAAAAAAAAAAAAAcJ/8QAFBEBAAAAAAAAAAAAAAAAAAAAAP/aAA4EAQACEQMRBAAAPwB6UE4lgP/Z',
      4,
    ],
  ])('is read whatever it is called: %s', (_, uri, width) => {
    const { picture: read, found } = readData(`data:${uri}`);
    expect(read).toMatchObject({ width });
    expect(found).toEqual([]);
  });

  it('never puts its data into a message or on the page', () => {
    const secret = 'iVBORw0KGgoAAAANSUhEUg'.repeat(40);
    for (const uri of [
      `data:image/png;base64,${secret}`,
      `data:image/png;base64,${secret}!`,
      `data:${secret}`,
    ]) {
      const { picture: none, found } = readData(uri);
      expect(none).toBeUndefined();
      expect(found).toMatchObject([{ where: at }]);
      expect(JSON.stringify(found)).not.toContain('iVBORw0KGgoAAAANSUhEUgiVBO');
      for (const text of [`![](${uri})`, `b ![](${uri}) c`, `[b](${uri})`, `![][r]\n\n[r]: <${uri}>`]) {
        const { laid, report } = layOutText(text);
        expect(JSON.stringify(report.diagnostics)).not.toContain('iVBORw0KGgoAAAANSUhEUgiVBO');
        expect(textOfPages(laid)).not.toContain('iVBORw0KGgoAAAANSUhEUgiVBO');
      }
    }
  });

  it('is never fetched from elsewhere', () => {
    const { found } = readData('https://example.org/a.png');
    expect(found).toMatchObject([{ code: 'picture-missing' }]);
    expect(found[0]!.hint).toContain('never downloaded');
  });
});

describe('a description among the attributes of a picture', () => {
  it.each([
    ['alt', '![](a.png){alt="A lamp" width=50%}', 'A lamp'],
    ['fig-alt', 'Words ![](a.png){fig-alt="A lamp"}.', 'A lamp'],
    ['in the brackets as well: that comes first', '![A lamp](a.png){alt="Another"}', 'A lamp'],
  ])('%s', (_, text, alt) => {
    const { blocks } = readBlocks(text);
    expect(JSON.stringify(blocks)).toContain(`"alt":"${alt}"`);
  });
});
