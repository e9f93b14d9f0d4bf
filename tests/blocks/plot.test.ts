import { describe, expect, it } from 'vitest';
import { plotFigures } from '../../src/blocks/named/plot.ts';
import { type Plot, plotPicture } from '../../src/blocks/named/plot-picture.ts';
import { layOutFolder, nowhere } from '../support.ts';

const svgOf = (plot: Plot) => Buffer.from(plotPicture(plot).split(',')[1]!, 'base64').toString();
const chapters = ['1', '2', '3', '4'].map((id, index) => ({ id, part: index < 2 ? 'a' : 'b' }));
const events = [{ chapters: ['4'] }, { chapters: ['1'] }, { chapters: ['2', '3'] }];
const count = (svg: string, part: string) => svg.split(part).length - 1;

describe('plotPicture', () => {
  it('has a dot for each time that an event is told, and a box for each chapter', () => {
    const svg = svgOf({ chapters, events });
    expect(count(svg, '<circle')).toBe(4);
    expect(count(svg, ' Z"')).toBe(4);
    // One rule between the two parts.
    expect(count(svg, 'stroke-width="1.6"')).toBe(1);
  });

  it('joins the dots in the order of the telling, later events further down', () => {
    const [, path] = /<path d="(M[^"]*)" fill="none"/.exec(svgOf({ chapters, events }))!;
    const points = path!.match(/[\d.]+ [\d.]+/g)!.map((point) => point.split(' ').map(Number));
    expect(points.map(([x]) => x)).toEqual([60, 180, 300, 420]);
    const heights = points.map(([, y]) => y!);
    expect(heights[0]).toBeLessThan(heights[1]!);
    expect(heights[1]).toBe(heights[2]);
    expect(heights[3]).toBeLessThan(heights[0]!);
  });

  it('shows what is still to come as rings, without a line to them', () => {
    const svg = svgOf({ chapters, events, until: 'a' });
    expect(count(svg, 'fill="#fff" stroke="#777"')).toBe(2);
    expect(count(svg, 'fill="#555"')).toBe(2);
  });
});

describe('plotFigures', () => {
  it('draws nothing from fewer than two events that a chapter tells', () => {
    const told = (list: Plot['events']) =>
      plotFigures(
        { chapters, events: list.map((one) => ({ chapters: [...one.chapters] })), alt: 'a' },
        { at: nowhere },
      );
    expect(told([{ chapters: ['1'] }, { chapters: [] }, { chapters: ['9'] }])).toEqual([]);
    expect(told(events)).toHaveLength(1);
  });
});

describe('the cover of a reading guide', () => {
  const figures = (folder: string) => {
    const { documents, report } = layOutFolder(folder, { products: ['reading-guide'] });
    expect(report.diagnostics).toEqual([]);
    return documents[0]!.pages.pages.map(
      ({ marks }) => marks.filter((mark) => mark.kind === 'group' && mark.role === 'figure').length,
    );
  };

  it('has the plot of a novel, and so has each part', () => {
    const found = figures('content/never-let-me-go');
    expect(found[0]).toBe(1);
    expect(found.slice(1).reduce((sum, one) => sum + one, 0)).toBe(3);
  });

  it('has the picture that the pack names', () => {
    expect(figures('content/the-water-cycle')[0]).toBe(1);
  });
});
