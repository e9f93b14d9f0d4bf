import type { AskWithNotes } from '../questions/ask-with-notes.ts';
import type { BankReading } from '../questions/bank-reading.ts';
import { type Feedback, feedbackList } from '../questions/feedback-list.ts';
import { type Gap, gapMark } from '../questions/question.ts';
import { type WeighedAnswer, weighAnswers } from '../questions/weigh-answers.ts';
import { blocksInLine } from '../rich-text/blocks-in-line.ts';
import { htmlBlocks } from '../rich-text/html-blocks.ts';
import type { RichTextTools } from '../rich-text/text-block.ts';
import type { XmlElement } from '../xml/xml-node.ts';
import { childOf } from '../xml/xml-queries.ts';
import { moodleBlocks } from './moodle-text.ts';

/** A gap in a text of Moodle: `{1:SHORTANSWER:=Paris~%50%paris#Capital!}`. */
const GAP =
  /\{\s*(\d*)\s*:\s*(MULTICHOICE|MULTIRESPONSE|SHORTANSWER|NUMERICAL|MC|MR|SA|MW|NM)(_?(?:[CVHS]|HS|VS))?\s*:((?:\\.|[^}\\])*)\}/g;

/** Reads a question that is a text with gaps. */
export function moodleCloze(element: XmlElement, file: string, reading: BankReading): AskWithNotes {
  const tools = reading.shelf.tools({ file, line: element.line, column: element.column }, reading.losses);
  const found: ReadGap[] = [];
  const stem = moodleBlocks(childOf(element, 'questiontext'), file, reading, (text) =>
    text.replace(GAP, (_, weight: string, type: string, __, answers: string) => {
      found.push(readGap(type, answers, Number(weight || 1), tools));
      return gapMark(found.length - 1);
    }),
  );
  const weights = new Set(found.map(({ weight }) => weight));
  if (weights.size > 1)
    tools.lose('that gaps earn unequal marks', found.map(({ weight }) => weight).join(', '));
  const said = found.flatMap(({ answers }) => answers);
  return {
    ask: { kind: 'cloze', gaps: found.map(({ gap }) => gap) },
    stem,
    rationale: feedbackList(said),
    guidance: found.flatMap(({ guidance }) => guidance),
  };
}

interface ReadGap {
  readonly gap: Gap;
  readonly weight: number;
  readonly answers: readonly Feedback[];
  readonly guidance: AskWithNotes['guidance'] & {};
}

function readGap(type: string, written: string, weight: number, tools: RichTextTools): ReadGap {
  const isNumber = type === 'NUMERICAL' || type === 'NM';
  const answers = written
    .split(/(?<!\\)~/)
    .filter((answer) => answer.trim() !== '')
    .map((answer) => readAnswer(answer, isNumber, tools));
  const { keys, guidance } = weighAnswers(answers, tools);
  const right = answers.filter((answer) => keys.has(answer));
  const wrong = answers.filter(({ share, text }) => share <= 0 && text !== '' && text !== '\\*');
  const ranges = right.flatMap(({ text, tolerance }) => (tolerance ? [`- ${text} ± ${tolerance}`] : []));
  return {
    gap: {
      answers: right.map(({ text }) => text),
      wrong: wrong.map(({ text }) => text),
      isChosen: /^M[UCR]/.test(type),
    },
    weight,
    answers,
    guidance: [
      ...guidance,
      ...(ranges.length > 0 ? [{ kind: 'other' as const, markdown: ranges.join('\n') }] : []),
    ],
  };
}

type GapAnswer = WeighedAnswer & Feedback & { readonly tolerance: number };

/** Reads `=Paris`, `%50%paris#Capital!` or `=3.14:0.01`. */
function readAnswer(written: string, isNumber: boolean, tools: RichTextTools): GapAnswer {
  const [, sign = '', percent, rest = ''] = /^\s*(=?)(?:%(-?[\d.]+)%)?([\s\S]*)$/.exec(written) ?? [];
  const [answer = '', ...said] = rest.split(/(?<!\\|&)#/);
  const [, number = answer, tolerance = '0'] = isNumber
    ? (/^([^:]*)(?::\s*([\d.]+))?\s*$/.exec(answer) ?? [])
    : [];
  const line = (html: string) => blocksInLine(htmlBlocks(html.replace(/\\([~#}=\\"/])/g, '$1'), tools));
  return {
    text: line(number),
    share: percent === undefined ? (sign === '=' ? 100 : 0) : Number(percent),
    says: line(said.join('#')),
    tolerance: Number(tolerance),
  };
}
