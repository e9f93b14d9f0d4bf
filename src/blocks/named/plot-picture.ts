/** What a picture of a plot shows. */
export interface Plot {
  /** The chapters in order, and the part that each belongs to. */
  readonly chapters: readonly { readonly id: string; readonly part?: string | undefined }[];
  /** What happens, in the order of the story, and the chapters that tell it. */
  readonly events: readonly { readonly chapters: readonly string[] }[];
  /** The last part that the reader knows; all if undefined. */
  readonly until?: string | undefined;
}

/** In points: the picture, its band of chapters, and its dots. */
const WIDTH = 480;
const BAND = 10;
const GAP = 10;
const DOT = { cover: 3.2, opener: 4 };
/** The distance of events on a cover, and where text follows; and the least height of all of them. */
const STEP = 9;
const NEAR = 2.8;
const LEAST = 70;

/**
 * Draws the story against its telling: a band of chapters with its parts, and above it a dot for each event, to the right as it
 * is told later, and further down as it happens later. A line joins the dots in the order of the telling.
 * @returns the picture as an address that holds it
 */
export function plotPicture({ chapters, events, until }: Plot): string {
  const width = WIDTH / Math.max(1, chapters.length);
  const step = Math.max(until === undefined ? STEP : NEAR, LEAST / Math.max(1, events.length));
  const dot = until === undefined ? DOT.cover : DOT.opener;
  const top = events.length * step + GAP;
  const places = new Map(chapters.map(({ id }, index) => [id, index]));
  const last =
    until === undefined ? chapters.length - 1 : chapters.findLastIndex(({ part }) => part === until);
  const dots = events
    .flatMap((event, row) =>
      event.chapters.flatMap((id) => {
        const column = places.get(id);
        return column === undefined ? [] : [{ column, row }];
      }),
    )
    .sort((a, b) => a.column - b.column || a.row - b.row);
  const x = (column: number) => round((column + 0.5) * width);
  const y = (row: number) => round((row + 0.5) * step);
  const known = dots.filter(({ column }) => column <= last);
  const line = known.map(({ column, row }, index) => `${index === 0 ? 'M' : 'L'}${x(column)} ${y(row)}`);
  const marks = [
    ...(line.length > 1
      ? [`<path d="${line.join(' ')}" fill="none" stroke="#000" stroke-width="0.8" stroke-linejoin="round"/>`]
      : []),
    ...dots.map(({ column, row }) =>
      column <= last
        ? `<circle cx="${x(column)}" cy="${y(row)}" r="${dot}" fill="#000"/>`
        : `<circle cx="${x(column)}" cy="${y(row)}" r="${round(dot * 0.6)}" fill="#fff" stroke="#777" stroke-width="0.7"/>`,
    ),
    ...chapters.map(
      ({ part }, index) =>
        `<path d="M${round(index * width)} ${top} h${round(width)} v${BAND} h${round(-width)} Z" fill="${fillOf(part, until, index <= last)}" stroke="#000" stroke-width="0.7"/>`,
    ),
    ...partEnds(chapters).map(
      (index) =>
        `<path d="M${round(index * width)} ${top - 5} v${BAND + 10}" fill="none" stroke="#000" stroke-width="1.6"/>`,
    ),
  ];
  const height = round(top + BAND + 6);
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${WIDTH} ${height}" width="${WIDTH}" height="${height}">${marks.join('')}</svg>`;
  return `data:image/svg+xml;base64,${Buffer.from(svg).toString('base64')}`;
}

/** The part that is being read is darker than those before it; those to come are white. */
const fillOf = (part: string | undefined, until: string | undefined, known: boolean) =>
  !known || until === undefined ? '#fff' : part === until ? '#555' : '#ccc';

/** The chapters, counted from 0, with which a part begins, but for the first. */
const partEnds = (chapters: Plot['chapters']) =>
  chapters.flatMap(({ part }, index) => (index > 0 && part !== chapters[index - 1]!.part ? [index] : []));

const round = (length: number) => Math.round(length * 100) / 100;
