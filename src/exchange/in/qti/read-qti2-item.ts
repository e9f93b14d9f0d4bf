import type { ImportedEntry } from '../imported.ts';
import type { AskWithNotes } from '../questions/ask-with-notes.ts';
import { htmlText } from '../rich-text/html-text.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import { xmlAsHtml } from '../xml/xml-as-html.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { childOf, childrenOf, descendantsOf, textOfChild } from '../xml/xml-queries.ts';
import { placeOfElement, type QtiFile, qtiBlocks } from './qti-file.ts';
import { qti2Ask } from './qti2-ask.ts';
import { interactionsIn } from './qti2-interactions.ts';
import { qti2Keys } from './qti2-keys.ts';

/** Reads a question of QTI 2.1, 2.2 or 3, whose elements have plain names. */
export function readQti2Item(item: XmlElement, file: QtiFile): ImportedEntry[] {
  const { reading } = file;
  const at = placeOfElement(item, file);
  const body = childOf(item, 'itembody');
  const raw = [
    item.attributes['title'] ?? '',
    ...[body, ...childrenOf(item, 'modalfeedback')].map(wordsOf),
  ].join('\n');
  const asked = body
    ? qti2Ask(body, interactionsIn(body), qti2Keys(item), file)
    : 'a question without a text';
  if (typeof asked === 'string') {
    reading.lose(asked, raw, at);
    return [];
  }
  const { identifier, title } = item.attributes;
  const marks = weighedMarks(marksOf(item), file.weight);
  const content = body ? rubricsFor(body, /scorer|author|proctor/, file) : [];
  loseRubrics(body!, file);
  for (const one of descendantsOf(item, 'cataloginfo'))
    reading.lose('the same in other forms, such as other languages', wordsOf(one), placeOfElement(one, file));
  return reading.entry({
    at,
    ...(identifier && { id: identifier }),
    ...(title && { title }),
    stem: asked.stem ?? [],
    ask: withContent(asked, content),
    ...(marks !== undefined && { marks }),
    tags: file.sections,
    rationale: [
      ...childrenOf(item, 'modalfeedback').flatMap((one) => qtiBlocks(xmlAsHtml(one), one, file)),
      ...descendantsOf(body!, 'feedbackblock').flatMap((one) => qtiBlocks(xmlAsHtml(one), one, file)),
      ...(asked.rationale ?? []),
    ],
    guidance: [...(asked.guidance ?? []), ...(asked.ask.kind === 'extended' ? [] : content)],
    raw,
  });
}

const wordsOf = (element: XmlElement | undefined): string => (element ? htmlText(xmlAsHtml(element)) : '');

/** An answer in sentences has what markers are told as what it should hold. */
const withContent = ({ ask }: AskWithNotes, content: readonly TextBlock[]): AskWithNotes['ask'] =>
  ask.kind === 'extended' && content.length > 0 ? { ...ask, content } : ask;

const rubricsFor = (body: XmlElement, view: RegExp, file: QtiFile): TextBlock[] =>
  descendantsOf(body, 'rubricblock')
    .filter(({ attributes }) => view.test(attributes['view'] ?? ''))
    .flatMap((one) => qtiBlocks(xmlAsHtml(one), one, file));

/** Lists what is said to those who look after a test on a screen. */
function loseRubrics(body: XmlElement, file: QtiFile): void {
  for (const one of descendantsOf(body, 'rubricblock')) {
    if (/scorer|author|proctor|candidate/.test(one.attributes['view'] ?? '')) continue;
    file.reading.lose('a note for tutors', htmlText(xmlAsHtml(one)), placeOfElement(one, file));
  }
}

/** Points as a test counts them. Thirds and the like are rounded by programs that write them. */
function weighedMarks(points: number | undefined, weight: number | undefined): number | undefined {
  if (weight === undefined) return points;
  const marks = (points ?? 1) * weight;
  return Math.abs(marks - Math.round(marks)) < 0.01 ? Math.round(marks) : marks;
}

/** The most that an item earns, if it says so. */
function marksOf(item: XmlElement): number | undefined {
  const outcomes = childrenOf(item, 'outcomedeclaration');
  const named = (name: string) => outcomes.find(({ attributes }) => attributes['identifier'] === name);
  const most = named('MAXSCORE');
  const value = Number(textOfChild((most && childOf(most, 'defaultvalue')) ?? item, 'value') || 'NaN');
  const declared = Number(named('SCORE')?.attributes['normalmaximum'] ?? 'NaN');
  return [value, declared].find((number) => number > 0);
}
