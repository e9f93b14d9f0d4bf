import { append } from '../../../diagnostics/collections/append.ts';
import { zipFiles } from '../../archives/zip-files.ts';
import type { Loss } from '../../losses/loss.ts';
import type { FileOut, WriteOut } from '../format-out.ts';
import type { PackOut } from '../pack-out.ts';
import { idsWithin } from '../questions/ids-within.ts';
import type { QuestionOut } from '../questions/question-out.ts';
import { questionsOf } from '../questions/questions-of.ts';
import { shortId } from '../questions/short-id.ts';
import { keptPictures } from '../rich-text/kept-pictures.ts';
import { passageWriter } from '../rich-text/passage-writer.ts';
import { element, XML_HEAD } from '../xml/xml.ts';
import { itemInQti12 } from './qti12-item.ts';
import { canvasMeta, manifestOfQti12 } from './qti12-manifest.ts';

/** The longest identifier that Canvas keeps. */
const LONGEST_ID = 255;

/** Where Canvas finds the files of a package. */
const FILES = '%24IMS-CC-FILEBASE%24';

/** Writes all questions of a pack as a package of QTI 1.2 with what Canvas adds to it: a quiz. */
export const qti12Of: WriteOut<PackOut> = (source): FileOut => {
  const { about, id: folder } = source.pack;
  const losses: Loss[] = [];
  const questions = questionsOf(source, losses);
  const ids = idsWithin(questions, LONGEST_ID, losses);
  const pictures = keptPictures(source);
  const pictureAddress = (path: string) => {
    const name = pictures.nameOf(path);
    return name === undefined ? undefined : `${FILES}/pictures/${name}`;
  };
  const writer = passageWriter(source, { lang: 'lang', isStrict: false, pictureAddress }, losses);
  const items = questions.map((question) => itemInQti12(question, ids.get(question)!, writer, source.words));
  append(losses, lossesInQti12(questions, source));
  const id = shortId(folder, LONGEST_ID);
  const assessment = element('questestinterop', { xmlns: 'http://www.imsglobal.org/xsd/ims_qtiasiv1p2' }, [
    element('assessment', { ident: id, title: about.name }, [
      element('section', { ident: 'root_section' }, items),
    ]),
  ]);
  const names = pictures.all().map(({ name }) => `pictures/${name}`);
  const bytes = zipFiles([
    { path: 'imsmanifest.xml', bytes: manifestOfQti12(id, about, names) },
    { path: `${id}/${id}.xml`, bytes: `${XML_HEAD}${assessment}\n` },
    { path: `${id}/assessment_meta.xml`, bytes: canvasMeta(id, about.name, questions) },
    ...pictures
      .all()
      .map(({ name, bytes: data }) => ({ path: `pictures/${name}`, bytes: data, isStored: true })),
  ]);
  return { bytes, count: questions.length, losses };
};

/** What a quiz of Canvas has no place for. */
function lossesInQti12(questions: readonly QuestionOut[], { pack }: PackOut): Loss[] {
  const tags = [...new Set(questions.flatMap((question) => question.tags))];
  return [
    ...(tags.length > 0
      ? [{ what: 'tags, levels and objectives', text: tags.join(', '), at: pack.about.at }]
      : []),
    ...(questions.some(({ answer }) => answer.as === 'gaps' && answer.blanks.length > 1)
      ? [{ what: 'marks for some of several gaps, in New Quizzes of Canvas', text: '', at: pack.about.at }]
      : []),
    ...questions.flatMap(({ answer, marking, at }) => [
      ...(answer.as === 'order'
        ? [{ what: 'an order, which becomes pairs of a number and a step', text: '', at }]
        : []),
      ...marking.map(({ label, text }) => ({ ...text, what: `a note for marking (${label})` })),
    ]),
  ];
}
