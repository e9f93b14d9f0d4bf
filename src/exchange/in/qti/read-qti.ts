import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import type { ImportSource } from '../import-source.ts';
import type { Imported, ImportedEntry } from '../imported.ts';
import { bankReading } from '../questions/bank-reading.ts';
import { htmlText } from '../rich-text/html-text.ts';
import { readXml } from '../xml/read-xml.ts';
import { unreadText } from '../xml/unread-text.ts';
import { xmlAsHtml } from '../xml/xml-as-html.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { allTextOf, childrenOf, descendantsOf } from '../xml/xml-queries.ts';
import { isSectionNamed } from './is-section-named.ts';
import { plainQtiNames } from './plain-qti-names.ts';
import { placeOfElement, type QtiFile } from './qti-file.ts';
import { qtiPackage } from './qti-package.ts';
import { readQti2Item } from './read-qti2-item.ts';
import { readQti12Item } from './read-qti12-item.ts';

/** Where an item begins, in any version. */
const ITEM = /<(?:\w+:)?(?:item|assessmentItem|qti-assessment-item)[\s>]/g;

/** Elements that are left out if the file ends within them. */
const WHOLE = ['item', 'assessmentItem', 'qti-assessment-item'];

/** Reads questions in QTI 1.2, 2.1, 2.2 or 3: a file of XML, or a package with several and pictures. */
export function readQti(source: ImportSource, report: Report): Imported | undefined {
  const opened = qtiPackage(source);
  const refuse = (message: string) => {
    const hint = 'Export the quiz again as QTI, and give the file as it was downloaded.';
    report.add('import-refused', wholeFile(source.path), message, hint);
    return undefined;
  };
  if (opened === undefined) return refuse('This package cannot be unpacked: it is damaged.');
  const reading = bankReading();
  const about: { title?: string; lang?: string } = {};
  const entries = opened.texts.flatMap(({ path, text }) => {
    const { root, fault } = readXml(text, (name) => WHOLE.includes(name));
    const weight = opened.weights.get(path);
    const sections = opened.sections.get(path) ?? [];
    const file: QtiFile = { path, reading, weight, sections, find: (name) => opened.find(path, name) };
    const read = root ? entriesOf(root, file, about) : undefined;
    // Of what is wrong with other files of a package, only those that cannot be read at all may have held questions.
    if (fault && (read || !root || !source.files.length)) {
      const at = { file: path, line: fault.line, column: fault.column };
      const rest = unreadText(text, ITEM, read?.length ?? 0);
      reading.lose(`everything from here on, because ${fault.what}`, rest, at);
    }
    return read ?? [];
  });
  for (const { path, text } of opened.mended)
    reading.lose('letters that were saved in another encoding: they were mended', text, wholeFile(path));
  if (entries.length === 0 && reading.losses.length === 0)
    return refuse('There are no questions in QTI here.');
  return { about, entries, pictures: reading.shelf.pictures, losses: reading.losses };
}

/** Reads the items of a file. @returns undefined if it is not a file of QTI */
function entriesOf(
  root: XmlElement,
  file: QtiFile,
  about: { title?: string; lang?: string },
): ImportedEntry[] | undefined {
  if (root.name === 'questestinterop') {
    const title = [...childrenOf(root, 'assessment'), ...childrenOf(root, 'objectbank')][0]?.attributes[
      'title'
    ];
    if (title && about.title === undefined) about.title = title;
    return itemsIn(root, [], file);
  }
  const plain = plainQtiNames(root);
  if (plain.name === 'assessmenttest') {
    const { title } = plain.attributes;
    if (title && about.title === undefined) about.title = title;
    loseAroundItems(plain, file);
    return undefined;
  }
  const items = plain.name === 'assessmentitem' ? [plain] : descendantsOf(plain, 'assessmentitem');
  if (items.length === 0) return undefined;
  const lang = items[0]!.attributes['lang'];
  if (lang && about.lang === undefined) about.lang = lang;
  return items.flatMap((item) => readQti2Item(item, file));
}

/** Lists what a test of QTI 2 or 3 says above and below its questions. */
function loseAroundItems(test: XmlElement, file: QtiFile): void {
  const lose = (name: string, what: string) => {
    for (const one of descendantsOf(test, name)) {
      const text = htmlText(xmlAsHtml(one));
      if (text !== '') file.reading.lose(what, text, placeOfElement(one, file));
    }
  };
  lose('rubricblock', 'what is said above several questions');
  lose('testfeedback', 'what is said after a test');
}

/** Reads the items in an element of QTI 1.2. Sections that have a title give it to their items as a tag. */
function itemsIn(element: XmlElement, tags: readonly string[], file: QtiFile): ImportedEntry[] {
  return childrenOf(element).flatMap((child) => {
    if (child.name === 'item') return readQti12Item(child, tags, file);
    const { title = '' } = child.attributes;
    if (child.name === 'presentation_material' || child.name === 'rubric') {
      const at = { file: file.path, line: child.line, column: child.column };
      const text = allTextOf(child)
        .replace(/<[^<>]*>/g, ' ')
        .replace(/\s+/g, ' ')
        .trim();
      if (text !== '') file.reading.lose('what is said above several questions', text, at);
      return [];
    }
    const isNamed = child.name === 'section' && isSectionNamed(title);
    return itemsIn(child, isNamed ? [...tags, title] : tags, file);
  });
}
