/** A part of the text of an entry, below a heading that its kind knows. */
export interface BodySection {
  readonly heading: string;
  readonly text: string;
}

/** The text of an entry in parts. */
export interface BodyParts {
  /** What is before the first heading. */
  readonly intro: string;
  /** In the order of the file. */
  readonly sections: readonly BodySection[];
}

/** A part as it is written: what is before its text (its heading, blank lines, comments), its text, and what is after. */
interface WrittenPart {
  /** Undefined for what is before the first heading. */
  readonly heading: string | undefined;
  readonly lead: string;
  readonly text: string;
  readonly tail: string;
}

/**
 * Divides the text of an entry at the headings of its kind.
 * @param blanked the same text with spaces in place of comments
 * @returns undefined if it has other headings, or one of them twice
 */
export function bodyParts(body: string, blanked: string, known: readonly string[]): BodyParts | undefined {
  const [intro, ...sections] = partsOf(body, blanked);
  const headings = sections.map(({ heading = '' }) => heading);
  if (new Set(headings).size < headings.length || !headings.every((one) => known.includes(one)))
    return undefined;
  return {
    intro: intro!.text,
    sections: sections.map(({ heading = '', text }) => ({ heading, text })),
  };
}

/**
 * Puts other texts into parts. A part that is emptied goes with its heading; a new one goes where its kind has it.
 * @param changes new texts by their headings; '' for what is before the first heading
 * @returns undefined if a comment would be lost
 */
export function withBodyParts(
  body: string,
  blanked: string,
  known: readonly string[],
  changes: ReadonlyMap<string, string>,
): string | undefined {
  const written = partsOf(body, blanked);
  const isLost = written.some(
    ({ heading, lead, tail }) => changes.get(heading ?? '') === '' && holdsComment(heading, lead + tail),
  );
  if (isLost) return undefined;
  const kept = written.flatMap((part) => {
    const text = changes.get(part.heading ?? '');
    if (text === undefined || text === part.text) return [part];
    return text === '' && part.heading !== undefined ? [] : [withText(part, text)];
  });
  const isThere = (heading: string) => written.some((part) => part.heading === heading);
  for (const heading of known) {
    const text = changes.get(heading) ?? '';
    if (text === '' || isThere(heading)) continue;
    const earlier = known.slice(0, known.indexOf(heading));
    const before = kept.findLastIndex((part) => part.heading !== undefined && earlier.includes(part.heading));
    const place = before < 0 ? 1 : before + 1;
    kept.splice(place, 0, withText({ heading, lead: `## ${heading}`, text: '', tail: '' }, text));
  }
  const joined = kept.map(({ lead, text, tail }) => lead + text + tail).filter((part) => part !== '');
  return joined
    .map((part, index) => (index === joined.length - 1 ? part : withBlankLine(part)))
    .join('')
    .trimEnd();
}

/** Only a part that another one follows needs a blank line, and one that was there already keeps its own. */
const withBlankLine = (part: string): string => (/\n\s*\n$/.test(part) ? part : `${part.trimEnd()}\n\n`);

const holdsComment = (heading: string | undefined, around: string): boolean =>
  around.slice(heading === undefined ? 0 : around.indexOf('\n') + 1).includes('<!--');

function withText({ heading, lead, text: old, tail }: WrittenPart, text: string): WrittenPart {
  if (old !== '') return { heading, lead: text === '' ? '' : lead, text, tail: text === '' ? '' : tail };
  return { heading, lead: lead.trim() === '' ? '' : `${lead.trimEnd()}\n\n`, text, tail: '\n\n' };
}

/** The parts of a text as they are written, what is before the first heading first. Together they are the text. */
function partsOf(body: string, blanked: string): WrittenPart[] {
  const lines = body.split('\n');
  const seen = blanked.split('\n');
  const heads = seen.flatMap((line, index) => (line.startsWith('## ') ? [index] : []));
  const starts = [0, ...heads];
  return starts.map((start, index): WrittenPart => {
    const end = starts[index + 1] ?? lines.length;
    const first = index === 0 ? 0 : start + 1;
    const isSaid = (line: number) => seen[line]!.trim() !== '';
    let from = first;
    while (from < end && !isSaid(from)) from++;
    let to = end;
    while (to > from && !isSaid(to - 1)) to--;
    const stretch = (a: number, b: number) =>
      lines.slice(a, b).map((line, offset) => line + endOf(a + offset));
    const endOf = (line: number) => (line === lines.length - 1 ? '' : '\n');
    const text = stretch(from, to).join('');
    const trimmed = text.trimEnd();
    return {
      heading: index === 0 ? undefined : seen[start]!.slice(3).trim(),
      lead: stretch(start, from).join(''),
      text: trimmed,
      tail: text.slice(trimmed.length) + stretch(to, end).join(''),
    };
  });
}
