import type { Passage } from '../../../content/entries/entry.ts';
import type { Words } from '../../../words/words.ts';
import { byAnswer } from '../questions/answer-out.ts';
import { putInGaps } from '../questions/put-in-gaps.ts';
import type { QuestionOut } from '../questions/question-out.ts';
import type { PassageWriter } from '../rich-text/passage-writer.ts';
import { escapeMarkup } from '../xml/escape-markup.ts';
import { element } from '../xml/xml.ts';
import { QTI12_ANSWERS } from './qti12-answers.ts';

/** Writes a question as an item of QTI 1.2, as Canvas exports its own. */
export function itemInQti12(question: QuestionOut, id: string, writer: PassageWriter, words: Words): string {
  const { name, reading, asking, answer, marks, model, explanation } = question;
  const { type, responses, conditions, named = [] } = byAnswer(QTI12_ANSWERS, answer, writer, words);
  const gaps: readonly Passage[] = answer.as === 'gaps' ? [answer.text] : [];
  const html = [...reading, ...asking, ...gaps].map((passage) => writer.html(passage)).join('');
  const feedback = [...model, ...explanation].map((passage) => writer.html(passage)).join('');
  return element('item', { ident: id, title: writer.plain(name).replace(/\s+/g, ' ') }, [
    element('itemmetadata', {}, [
      element('qtimetadata', {}, [
        metadata('question_type', type),
        metadata('points_possible', String(marks === 0 ? 1 : marks)),
      ]),
    ]),
    element('presentation', {}, [
      material(
        putInGaps(
          html,
          named.map((name) => `[${name}]`),
        ),
      ),
      ...responses,
    ]),
    element('resprocessing', {}, [
      element('outcomes', {}, [
        element('decvar', { maxvalue: 100, minvalue: 0, varname: 'SCORE', vartype: 'Decimal' }),
      ]),
      ...(feedback === '' ? [] : [SHOW_FEEDBACK]),
      ...conditions,
    ]),
    ...(feedback === ''
      ? []
      : [element('itemfeedback', { ident: 'general_fb' }, [element('flow_mat', {}, [material(feedback)])])]),
  ]);
}

/** The condition under which the feedback is shown: always. */
const SHOW_FEEDBACK = element('respcondition', { continue: 'Yes' }, [
  element('conditionvar', {}, [element('other')]),
  element('displayfeedback', { feedbacktype: 'Response', linkrefid: 'general_fb' }),
]);

const metadata = (label: string, entry: string): string =>
  element('qtimetadatafield', {}, [
    element('fieldlabel', {}, label),
    element('fieldentry', {}, escapeMarkup(entry)),
  ]);

const material = (html: string): string =>
  element('material', {}, [element('mattext', { texttype: 'text/html' }, escapeMarkup(html))]);
