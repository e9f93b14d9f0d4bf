import { append } from '../../../diagnostics/collections/append.ts';
import { zipFiles } from '../../archives/zip-files.ts';
import type { Loss } from '../../losses/loss.ts';
import type { FileOut, WriteOut } from '../format-out.ts';
import type { PackOut } from '../pack-out.ts';
import { idsWithin } from '../questions/ids-within.ts';
import type { QuestionOut } from '../questions/question-out.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { keptPictures } from '../rich-text/kept-pictures.ts';
import { passageWriter } from '../rich-text/passage-writer.ts';
import { itemInQti21 } from './qti21-item.ts';
import { manifestOfQti21, type Qti21File, testInQti21 } from './qti21-package.ts';

/** The longest identifier that programs are sure to keep. */
const LONGEST_ID = 200;

/** Writes all questions of a pack as a package of QTI 2.1: an item for each, and a test that lists them. */
export const qti21Of: WriteOut<PackOut> = (source): FileOut => {
  const losses: Loss[] = [];
  const questions = questionsOf(source, losses);
  const ids = idsWithin(questions, LONGEST_ID, losses);
  const pictures = keptPictures(source);
  let shown = new Set<string>();
  const pictureAddress = (path: string) => {
    const name = pictures.nameOf(path);
    if (name !== undefined) shown.add(name);
    return name === undefined ? undefined : `../pictures/${name}`;
  };
  const writer = passageWriter(source, { lang: 'xml:lang', isStrict: true, pictureAddress }, losses);
  const files = questions.map((question): Qti21File => {
    shown = new Set();
    const id = identifierOf(ids.get(question)!);
    const { xml, points } = itemInQti21(question, id, source, writer);
    const weight = (question.marks === 0 ? 1 : question.marks) / points;
    return {
      id,
      path: `items/${id}.xml`,
      xml,
      weight,
      pictures: [...shown].map((name) => `pictures/${name}`),
    };
  });
  append(losses, lossesInQti21(questions, source));
  const { about } = source.pack;
  const bytes = zipFiles([
    { path: 'imsmanifest.xml', bytes: manifestOfQti21(source.pack.id, files) },
    { path: 'test.xml', bytes: testInQti21(identifierOf(source.pack.id), about.name, files) },
    ...files.map(({ path, xml }) => ({ path, bytes: xml })),
    ...pictures
      .all()
      .map(({ name, bytes: data }) => ({ path: `pictures/${name}`, bytes: data, isStored: true })),
  ]);
  return { bytes, count: questions.length, losses };
};

/** Identifiers begin with a letter. */
const identifierOf = (id: string): string => (/^[a-z]/i.test(id) ? id : `_${id}`);

const lossesInQti21 = (questions: readonly QuestionOut[], { pack }: PackOut): Loss[] => {
  const tags = [...new Set(questions.flatMap((question) => question.tags))];
  return tags.length === 0
    ? []
    : [{ what: 'tags, levels and objectives', text: tags.join(', '), at: pack.about.at }];
};
