import type { FreeQuestion } from './free-questions.ts';

const inXml = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
const inHtml = inXml;
const cdata = (html: string): string => `<![CDATA[${html.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

/** Writes questions in GIFT. */
export const asGift = (questions: readonly FreeQuestion[]): string =>
  questions
    .map((question) => {
      const say = (text: string) => text.replace(/[\\~=#{}:]/g, '\\$&').replaceAll('->', '-\u200B>');
      const stem = `[plain]${say(question.stem)}`;
      switch (question.kind) {
        case 'multiple-choice':
          return `${stem} {${question.options.map(({ text, key }) => `${key ? '=' : '~'}${say(text)}`).join(' ')}}`;
        case 'true-false':
          return `${stem} {${question.key ? 'T' : 'FALSE'}}`;
        case 'matching':
          return `${stem} {\n${[...question.pairs, ...question.extras.map((right) => ({ left: '', right }))]
            .map(({ left, right }) => `=${say(left)} -> ${say(right)}`)
            .join('\n')}\n}`;
        case 'short':
          return `${stem} {${question.answers.map((answer) => `=${say(answer)}`).join(' ')}}`;
        default:
          throw new Error('GIFT has no such question');
      }
    })
    .join('\n\n');

/** Writes questions in Aiken. */
export const asAiken = (questions: readonly FreeQuestion[]): string =>
  questions
    .map((question) => {
      if (question.kind !== 'multiple-choice') throw new Error('Aiken has no such question');
      const letter = (index: number) => String.fromCharCode(65 + index);
      const options = question.options.map(
        ({ text }, index) => `${letter(index)}${index % 2 ? ')' : '.'} ${text}`,
      );
      return `${question.stem}\n${options.join('\n')}\nANSWER: ${letter(question.options.findIndex(({ key }) => key))}\n`;
    })
    .join('\n');

/** Writes questions in Moodle’s XML. */
export const asMoodle = (questions: readonly FreeQuestion[]): string => {
  const html = (text: string) => `<text>${cdata(`<p>${inHtml(text)}</p>`)}</text>`;
  const plain = (text: string) => `<text>${inXml(text)}</text>`;
  const inGap = (text: string) => inHtml(text).replace(/[~#}=\\"/]/g, '\\$&');
  const one = (question: FreeQuestion): [type: string, stem: string, rest: string] => {
    switch (question.kind) {
      case 'multiple-choice':
        return [
          'multichoice',
          html(question.stem),
          question.options
            .map(
              ({ text, key }) => `<answer fraction="${key ? 100 : 0}" format="html">${html(text)}</answer>`,
            )
            .join(''),
        ];
      case 'true-false':
        return [
          'truefalse',
          html(question.stem),
          [true, false]
            .map((is) => `<answer fraction="${is === question.key ? 100 : 0}">${plain(String(is))}</answer>`)
            .join(''),
        ];
      case 'matching':
        return [
          'matching',
          html(question.stem),
          [...question.pairs, ...question.extras.map((right) => ({ left: '', right }))]
            .map(
              ({ left, right }) =>
                `<subquestion format="html">${left ? html(left) : plain('')}<answer>${html(right)}</answer></subquestion>`,
            )
            .join(''),
        ];
      case 'short':
        return [
          'shortanswer',
          html(question.stem),
          question.answers
            .map((answer) => `<answer fraction="100" format="moodle_auto_format">${plain(answer)}</answer>`)
            .join(''),
        ];
      case 'ordering':
        return [
          'ordering',
          html(question.stem),
          question.steps
            .map(
              (step, index) => `<answer fraction="${index + 1}.0000000" format="html">${html(step)}</answer>`,
            )
            .join(''),
        ];
      case 'cloze': {
        const { words, gaps } = question;
        const passage = `${inHtml(words[0]!)} {1:SA:=${inGap(gaps[0]!)}} ${inHtml(words[1]!)} {:SHORTANSWER:%100%${inGap(gaps[1]!)}} ${inHtml(words[2]!)}`;
        return ['cloze', `<text>${cdata(`<p>${inHtml(question.stem)}</p><p>${passage}</p>`)}</text>`, ''];
      }
    }
  };
  return `<?xml version="1.0" encoding="UTF-8"?>\n<quiz>\n${questions
    .map((question) => {
      const [type, stem, rest] = one(question);
      return `<question type="${type}"><name><text></text></name><questiontext format="html">${stem}</questiontext>${rest}</question>`;
    })
    .join('\n')}\n</quiz>\n`;
};

/** Writes questions in QTI 1.2, as Canvas does. */
export const asQti12 = (questions: readonly FreeQuestion[]): string => {
  const mat = (text: string) =>
    `<material><mattext texttype="text/html">${inXml(`<p>${inHtml(text)}</p>`)}</mattext></material>`;
  const right = (conditions: string, value = 100) =>
    `<respcondition continue="No"><conditionvar>${conditions}</conditionvar><setvar action="Set" varname="SCORE">${value}</setvar></respcondition>`;
  const equal = (response: string, value: string) =>
    `<varequal respident="${response}">${inXml(value)}</varequal>`;
  const list = (id: string, about: string, texts: readonly string[]) =>
    `<response_lid ident="${id}" rcardinality="Single">${about}<render_choice>${texts.map((text, index) => `<response_label ident="o${index}">${mat(text)}</response_label>`).join('')}</render_choice></response_lid>`;
  const one = (question: FreeQuestion): [type: string, presentation: string, conditions: string] => {
    switch (question.kind) {
      case 'multiple-choice':
        return [
          'multiple_choice_question',
          list(
            'r',
            '',
            question.options.map(({ text }) => text),
          ),
          right(equal('r', `o${question.options.findIndex(({ key }) => key)}`)),
        ];
      case 'true-false':
        return [
          'true_false_question',
          list('r', '', ['True', 'False']),
          right(equal('r', question.key ? 'o0' : 'o1')),
        ];
      case 'matching': {
        const rights = [...question.pairs.map((pair) => pair.right), ...question.extras];
        return [
          'matching_question',
          question.pairs.map(({ left }, index) => list(`r${index}`, mat(left), rights)).join(''),
          question.pairs.map((_, index) => right(equal(`r${index}`, `o${index}`), 50)).join(''),
        ];
      }
      case 'short':
        return [
          'short_answer_question',
          '<response_str ident="r"><render_fib/></response_str>',
          right(question.answers.map((answer) => equal('r', answer)).join('')),
        ];
      default:
        throw new Error('not written');
    }
  };
  return `<?xml version="1.0"?><questestinterop><assessment ident="a" title="Quiz"><section ident="root_section">${questions
    .map((question, index) => {
      const [type, presentation, conditions] = one(question);
      return `<item ident="i${index}" title="Question"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${type}</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation>${mat(question.stem)}${presentation}</presentation><resprocessing><outcomes><decvar maxvalue="100" varname="SCORE"/></outcomes>${conditions}</resprocessing></item>`;
    })
    .join('\n')}</section></assessment></questestinterop>`;
};

/** Writes a question in QTI 2.1. */
export const asQti21 = (question: FreeQuestion): string => {
  const declared = (cardinality: string, type: string, values: readonly string[]) =>
    `<responseDeclaration identifier="R" cardinality="${cardinality}" baseType="${type}"><correctResponse>${values.map((value) => `<value>${inXml(value)}</value>`).join('')}</correctResponse></responseDeclaration>`;
  const choices = (texts: readonly string[]) =>
    texts.map((text, index) => `<simpleChoice identifier="o${index}">${inXml(text)}</simpleChoice>`).join('');
  const prompt = `<prompt>${inXml(question.stem)}</prompt>`;
  const one = (): [declaration: string, body: string] => {
    switch (question.kind) {
      case 'multiple-choice':
        return [
          declared('single', 'identifier', [`o${question.options.findIndex(({ key }) => key)}`]),
          `<choiceInteraction responseIdentifier="R" shuffle="true" maxChoices="1">${prompt}${choices(question.options.map(({ text }) => text))}</choiceInteraction>`,
        ];
      case 'true-false':
        return [
          declared('single', 'identifier', [question.key ? 'o0' : 'o1']),
          `<choiceInteraction responseIdentifier="R" maxChoices="1">${prompt}${choices(['True', 'False'])}</choiceInteraction>`,
        ];
      case 'matching': {
        const set = (texts: readonly string[], id: string) =>
          `<simpleMatchSet>${texts.map((text, index) => `<simpleAssociableChoice identifier="${id}${index}" matchMax="1">${inXml(text)}</simpleAssociableChoice>`).join('')}</simpleMatchSet>`;
        const rights = [...question.pairs.map(({ right }) => right), ...question.extras];
        return [
          declared(
            'multiple',
            'directedPair',
            question.pairs.map((_, index) => `L${index} R${index}`),
          ),
          `<matchInteraction responseIdentifier="R">${prompt}${set(
            question.pairs.map(({ left }) => left),
            'L',
          )}${set(rights, 'R')}</matchInteraction>`,
        ];
      }
      case 'short':
        return [
          declared('single', 'string', question.answers),
          `<p>${inXml(question.stem)} <textEntryInteraction responseIdentifier="R"/></p>`,
        ];
      case 'ordering':
        return [
          declared(
            'ordered',
            'identifier',
            question.steps.map((_, index) => `o${index}`),
          ),
          `<orderInteraction responseIdentifier="R">${prompt}${choices(question.steps)}</orderInteraction>`,
        ];
      case 'cloze': {
        const gap = (index: number) => `<textEntryInteraction responseIdentifier="G${index}"/>`;
        const key = (index: number) =>
          declared('single', 'string', [question.gaps[index]!]).replace('"R"', `"G${index}"`);
        const [first, second, third] = question.words.map(inXml);
        return [
          key(0) + key(1),
          `<p>${inXml(question.stem)}</p><p>${first} ${gap(0)} ${second} ${gap(1)} ${third}</p>`,
        ];
      }
    }
  };
  const [declaration, body] = one();
  return `<?xml version="1.0" encoding="UTF-8"?>\n<assessmentItem xmlns="http://www.imsglobal.org/xsd/imsqti_v2p1" identifier="i" title="" adaptive="false" timeDependent="false">${declaration}<itemBody>${body}</itemBody></assessmentItem>`;
};
