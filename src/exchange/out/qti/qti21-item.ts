import type { PackOut } from '../pack-out.ts';
import { byAnswer } from '../questions/answer-out.ts';
import { putInGaps } from '../questions/put-in-gaps.ts';
import type { QuestionOut } from '../questions/question-out.ts';
import type { PassageWriter } from '../rich-text/passage-writer.ts';
import { element, XML_HEAD } from '../xml/xml.ts';
import { QTI21_ANSWERS } from './qti21-answers.ts';

/**
 * Writes a question as an item of QTI 2.1.
 * @returns with the most points that its score can be
 */
export function itemInQti21(
  question: QuestionOut,
  id: string,
  { words, pack }: PackOut,
  writer: PassageWriter,
): { xml: string; points: number } {
  const { name, reading, asking, answer, model, explanation, marking } = question;
  const {
    declarations,
    interaction = '',
    gaps = [],
    scoring,
    points,
  } = byAnswer(QTI21_ANSWERS, answer, question, words, writer);
  const passages = [...reading, ...asking, ...(answer.as === 'gaps' ? [answer.text] : [])];
  const html = passages.map((passage) => writer.html(passage)).join('');
  const notes = [
    ...[...model, ...explanation].map((passage) => writer.html(passage)),
    ...marking.flatMap(({ label, text }) => [
      writer.html({ ...text, text: `**${label}**` }),
      writer.html(text),
    ]),
  ].join('');
  const item = element(
    'assessmentItem',
    {
      xmlns: 'http://www.imsglobal.org/xsd/imsqti_v2p1',
      identifier: id,
      title: writer.plain(name).replace(/\s+/g, ' '),
      adaptive: 'false',
      timeDependent: 'false',
      'xml:lang': pack.about.fields.lang,
    },
    [
      ...declarations,
      element('outcomeDeclaration', { identifier: 'SCORE', cardinality: 'single', baseType: 'float' }, [
        element('defaultValue', {}, [element('value', {}, '0')]),
      ]),
      element('itemBody', {}, [
        putInGaps(html, gaps),
        interaction,
        notes === '' ? '' : element('rubricBlock', { view: 'scorer tutor' }, [notes]),
      ]),
      scoring,
    ],
  );
  return { xml: `${XML_HEAD}${item}\n`, points };
}
