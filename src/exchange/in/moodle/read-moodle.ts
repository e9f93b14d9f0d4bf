import type { Report } from '../../../diagnostics/report.ts';
import type { ImportSource } from '../import-source.ts';
import type { Imported, ImportedEntry } from '../imported.ts';
import { type BankReading, bankReading } from '../questions/bank-reading.ts';
import { categoryTags } from '../questions/category-tags.ts';
import { type BankCategory, loseUnusedCategories } from '../questions/lose-unused-categories.ts';
import { escapeSigns } from '../rich-text/escape-signs.ts';
import { fromBase64 } from '../rich-text/from-base64.ts';
import { htmlText } from '../rich-text/html-text.ts';
import type { TextBlock } from '../rich-text/text-block.ts';
import { readXml } from '../xml/read-xml.ts';
import { unreadText } from '../xml/unread-text.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { allTextOf, childOf, childrenOf, descendantsOf, textOfChild } from '../xml/xml-queries.ts';
import { moodleAsk } from './moodle-ask.ts';
import { moodleBlocks } from './moodle-text.ts';

/** What pupils read there after their answer, whatever it is. */
const SAID = ['correctfeedback', 'partiallycorrectfeedback', 'incorrectfeedback'];

/** Reads a bank of questions in Moodle’s XML. */
export function readMoodle({ path, text }: ImportSource, report: Report): Imported | undefined {
  const { root, fault } = readXml(text, (name) => name === 'question');
  if (root?.name !== 'quiz') {
    const message =
      fault && root === undefined
        ? `This bank of questions in Moodle XML cannot be read, because ${fault.what}.`
        : 'This is not a bank of questions in Moodle XML: its first element is not “quiz”.';
    const hint = 'In Moodle, open the question bank, choose “Export”, then “Moodle XML format”.';
    report.add(
      'import-refused',
      { file: path, line: fault?.line ?? 1, column: fault?.column ?? 1 },
      message,
      hint,
    );
    return undefined;
  }
  const reading = bankReading();
  const categories: BankCategory[] = [];
  let category: readonly string[] = [];
  const entries = childrenOf(root, 'question').flatMap((element): ImportedEntry[] => {
    const at = { file: path, line: element.line, column: element.column };
    if (element.attributes['type'] !== 'category') return readQuestion(element, path, category, reading);
    category = categoryTags(textOfChild(childOf(element, 'category') ?? element, 'text') ?? '');
    categories.push({ names: category, at });
    const id = textOfChild(element, 'idnumber') ?? '';
    if (id !== '') reading.lose('the id of a category', htmlText(id), at);
    const info = childOf(element, 'info');
    const about = info ? htmlText(textOfChild(info, 'text') ?? '') : '';
    if (about !== '') reading.lose('what is said of a category', about, at);
    return [];
  });
  if (fault) {
    const at = { file: path, line: fault.line, column: fault.column };
    const rest = unreadText(text, /<question[\s>]/g, childrenOf(root, 'question').length);
    reading.lose(`everything from here on, because ${fault.what}`, rest, at);
  }
  loseUnusedCategories(categories, entries, reading);
  return { about: {}, entries, pictures: reading.shelf.pictures, losses: reading.losses };
}

function readQuestion(
  element: XmlElement,
  path: string,
  category: readonly string[],
  reading: BankReading,
): ImportedEntry[] {
  const at = { file: path, line: element.line, column: element.column };
  const type = element.attributes['type'] ?? '';
  const raw = wordsOf(element);
  const asked = moodleAsk(type, element, path, reading);
  if (typeof asked === 'string') {
    reading.lose(asked, raw, at);
    return [];
  }
  loseBehaviour(element, path, reading);
  const id = textOfChild(element, 'idnumber');
  const title = htmlText(textOfChild(childOf(element, 'name') ?? element, 'text') ?? '');
  const marks = Number(textOfChild(element, 'defaultgrade') || 'NaN');
  const tags = childrenOf(childOf(element, 'tags') ?? element, 'tag').map(
    (tag) => textOfChild(tag, 'text') ?? '',
  );
  return reading.entry({
    at,
    ...(id && { id }),
    ...(title && { title }),
    stem: [
      ...(asked.stem ?? moodleBlocks(childOf(element, 'questiontext'), path, reading)),
      ...pictureBelow(element, path, reading),
    ],
    ask: asked.ask,
    ...(!Number.isNaN(marks) && { marks }),
    tags: [...category, ...tags],
    rationale: [
      ...moodleBlocks(childOf(element, 'generalfeedback'), path, reading),
      ...(asked.rationale ?? []),
    ],
    guidance: asked.guidance ?? [],
    raw,
  });
}

/** The picture that older versions of Moodle print below a question. */
function pictureBelow(element: XmlElement, file: string, reading: BankReading): TextBlock[] {
  const name = textOfChild(element, 'image') ?? '';
  if (name === '') return [];
  const data = textOfChild(element, 'image_base64') ?? '';
  const at = { file, line: element.line, column: element.column };
  const bytes = fromBase64(data);
  const found = reading.shelf
    .tools(at, reading.losses, () => (data === '' ? undefined : { name, bytes }))
    .picture(name);
  if (!found) return [];
  reading.lose('a picture has no description: the name of its file is written in place of one', '', at);
  return [{ kind: 'picture', markdown: `![${escapeSigns(found.words)}](${found.path})` }];
}

/** All words of a question, for one that can’t come along. */
const wordsOf = (element: XmlElement): string =>
  [
    ...descendantsOf(element, 'text'),
    ...SAID.flatMap((name) => childrenOf(element, name)).filter((said) => !childOf(said, 'text')),
    ...descendantsOf(element, 'unit_name'),
  ]
    .map((text) => htmlText(allTextOf(text)))
    .filter((words) => words !== '')
    .join('\n');

/** Lists what a question says for the screen only. */
function loseBehaviour(element: XmlElement, file: string, reading: BankReading): void {
  for (const child of childrenOf(element)) {
    const at = { file, line: child.line, column: child.column };
    // Some plug-ins write the words themselves, without an element around them.
    const text = htmlText(textOfChild(child, 'text') ?? allTextOf(child));
    if (child.name === 'penalty' && Number(allTextOf(child)) !== 0)
      reading.loseOnce('the penalty for each further try', allTextOf(child).trim(), at);
    else if (child.name === 'hint' && text !== '') reading.lose('a hint for a further try', text, at);
    else if (SAID.includes(child.name) && text !== '')
      reading.loseOnce('what is said after an answer, whichever it is', text, at);
    else if (child.name === 'responsetemplate' && text !== '')
      reading.lose('what is in the box for the answer already', text, at);
    else if (child.name === 'usecase' && allTextOf(child).trim() === '1')
      reading.loseOnce('that capitals matter in answers', '', at);
    else if (child.name === 'units')
      reading.lose('units of a number', descendantsOf(child, 'unit_name').map(allTextOf).join(', '), at);
    else if (child.name === 'hidden' && allTextOf(child).trim() === '1')
      reading.loseOnce('that a question is hidden', '', at);
  }
}
