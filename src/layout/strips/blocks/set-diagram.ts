import type { Diagram, Inline, Table } from '../../../blocks/block.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import { rounded } from '../../../pages/length.ts';
import type { GroupMark, Mark } from '../../../pages/page.ts';
import type { LayoutContext } from '../layout-context.ts';
import { keptWithNext, type Strip, strip } from '../strip.ts';
import { figurePlace } from '../text/figure-place.ts';
import { diagramMarks } from './diagram-marks.ts';
import { type PlannedDiagram, planDiagram } from './plan-diagram.ts';

/** The share of a page that a diagram may fill, so that its title is above it. */
const MOST_OF_PAGE = 0.86;
/** From this share on, nothing else is on its page. */
const PAGE = 0.55;

/**
 * Sets a diagram as one figure, and the table of its lines below it: always if the table says more, or if labels have no room
 * and are replaced by numbers. Reports one that has no room at all in its style; then only the table is printed.
 */
export function setDiagram(diagram: Diagram, width: number, context: LayoutContext): Strip[] {
  const { style, report, frameHeight } = context;
  const plan = planDiagram(diagram, { width, height: frameHeight * MOST_OF_PAGE }, context);
  if (!plan) {
    // Type that may not become smaller was asked for, and what it costs is known.
    if (style['small-size'] > style['smallest-size'])
      report.add(
        'diagram-too-large',
        diagram.links[0]!.at,
        `In the style “${style.name}” this diagram has no room on a page. It is printed as a table.`,
        'Divide it into smaller ones, or print it in another style, or on larger paper.',
      );
    return context.setBlocks([diagram.key], width, context);
  }
  const drawn = drawnStrip(diagram, plan, width, context);
  if (diagram.keyed === 'if-needed' && !plan.numbered) return [drawn];
  const key = plan.numbered ? withNumbers(diagram.key, diagram.at) : diagram.key;
  // A drawing that is nearly a page is alone on it, so that the table is not torn.
  const isPage = drawn.height > frameHeight * PAGE;
  return [
    isPage ? { ...drawn, breaks: true } : keptWithNext(drawn),
    ...context.setBlocks([key], width, context),
  ];
}

function drawnStrip(diagram: Diagram, plan: PlannedDiagram, width: number, context: LayoutContext): Strip {
  const { structureRef, node } = figurePlace(context.parent, diagram.alt, diagram.at);
  const marks: Mark[] = diagramMarks(diagram, plan, structureRef, context);
  const mark: GroupMark = {
    kind: 'group',
    role: 'figure',
    ...(node && { figure: node.node }),
    x: rounded((width - plan.width) / 2),
    y: 0,
    turn: 0,
    scale: 1,
    clip: { x: 0, y: 0, width: plan.width, height: plan.height },
    marks,
  };
  return strip(diagram.at, plan.height, [mark], { gapBefore: context.style['paragraph-gap'] * 1.5 });
}

/** A table with a number before each row, as the lines of the diagram have. */
function withNumbers(table: Table, at: Place): Table {
  const number = (index: number): readonly Inline[] => [{ kind: 'text', text: `${index + 1}` }];
  return {
    ...table,
    columns: [{ align: 'right' }, ...table.columns],
    rows: table.rows.map((row, index) => [
      [{ kind: 'paragraph', at, look: 'body', text: number(index) }],
      ...row,
    ]),
  };
}
