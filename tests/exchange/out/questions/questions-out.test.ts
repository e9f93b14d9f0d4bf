import { unzipSync } from 'fflate';
import { type GIFTQuestion, parse } from 'gift-pegjs';
import { describe, expect, it } from 'vitest';
import { QUESTION_KINDS } from '../../../../src/assessment/kinds/question-kinds.ts';
import { giftOf } from '../../../../src/exchange/out/gift/gift.ts';
import { moodleOf } from '../../../../src/exchange/out/moodle/moodle.ts';
import { qti12Of } from '../../../../src/exchange/out/qti/qti12.ts';
import { qti21Of } from '../../../../src/exchange/out/qti/qti21.ts';
import { EVERY_KIND, PICTURES } from '../every-kind.ts';
import { kindsOf, packOutOf, textOf } from '../pack-out.ts';
import { all, readXml, textIn, type Xml } from '../xml/read-xml.ts';

const everything = packOutOf(EVERY_KIND, PICTURES);
/** A bank with one item. */
const bankOf = (item: string) => packOutOf({ 'items.md': item });

const gift = await giftOf(everything);
const moodle = await moodleOf(everything);
const qti12 = await qti12Of(everything);
const qti21 = await qti21Of(everything);

describe('a bank with every kind', () => {
  it('has them all', () => {
    const kinds = everything.assessment.items.map(({ task }) => task.body.kind);
    expect(
      QUESTION_KINDS.map(({ name }) => name).filter((name) => !kinds.includes(name) && name !== 'short'),
    ).toEqual([]);
  });

  it.each([
    ['GIFT', giftOf],
    ['Moodle XML', moodleOf],
    ['QTI 1.2', qti12Of],
    ['QTI 2.1', qti21Of],
  ])('gives the same bytes in %s each time', async (_, write) => {
    const [first, second] = [await write(everything), await write(packOutOf(EVERY_KIND, PICTURES))];
    expect(Buffer.from(first.bytes).equals(Buffer.from(second.bytes))).toBe(true);
    expect(first.losses).toEqual(second.losses);
  });

  it('lists in every format what none has', () => {
    for (const { losses } of [gift, moodle, qti12, qti21])
      expect(kindsOf(losses)).toEqual(
        expect.arrayContaining([
          'a set of statements, each of which becomes a question of its own',
          'a question with parts, each of which becomes a question of its own',
          'the line on which pupils correct a false statement',
          'an answer that is accepted besides the words to choose from',
          'helpful words of support sheets',
          'sentence starters of support sheets',
          'the prompt of stretch sheets',
          'the answer to the prompt of stretch sheets',
          'the numbers of the lines of a text that questions are about',
        ]),
      );
  });
});

describe('GIFT', () => {
  const questions = parse(textOf(gift.bytes)).filter(({ type }) => type !== 'Category') as Exclude<
    GIFTQuestion,
    { type: 'Category' }
  >[];
  const named = (id: string) => questions.find((question) => question.id === id)!;

  it('is read by another program as the same number of questions, each with its id and tags', () => {
    expect(questions).toHaveLength(gift.count!);
    expect(questions.map(({ id }) => id).slice(0, 3)).toEqual(['travel', 'sources', 'verdicts.1']);
    expect(named('travel').tags).toEqual(['easy']);
    expect(new Set(questions.map(({ id }) => id)).size).toBe(questions.length);
  });

  it('keeps signs that mean something in GIFT, and markup', () => {
    const question = named('travel');
    expect(question).toMatchObject({
      type: 'MC',
      globalFeedback: { text: 'Shadows have sharp edges: {so} ~ they = #1.' },
      choices: [
        { isCorrect: true, text: { format: 'html', text: 'In <strong>straight</strong> lines' } },
        { isCorrect: false, text: { format: 'html', text: 'In circles &amp; steps' } },
        { isCorrect: false, text: { text: 'None of these' } },
      ],
    });
  });

  it('shares the marks of several keys, so that ticking everything is not right', () => {
    const { choices } = named('sources') as Extract<GIFTQuestion, { type: 'MC' }>;
    expect(choices.map(({ weight }) => weight)).toEqual([50, 50, -50]);
  });

  it('asks about each gap of a text, and offers the words to choose from in an order of their own', () => {
    expect(named('gaps.2')).toMatchObject({
      type: 'MC',
      hasEmbeddedAnswers: true,
      choices: [
        { isCorrect: false, text: { text: 'lens' } },
        { isCorrect: false, text: { text: 'lines' } },
        { isCorrect: true, text: { text: 'mirror' } },
      ],
    });
    expect(named('cells.1')).toMatchObject({
      type: 'Short',
      choices: [{ text: { text: 'stopped' } }, { text: { text: 'blocked' } }],
    });
  });

  it('shows pupils a model answer, and no note for whoever marks', () => {
    expect(named('edges')).toMatchObject({
      type: 'Essay',
      globalFeedback: { text: 'Light goes straight on.' },
    });
    expect(textOf(gift.bytes)).not.toContain('Anything about rays');
    expect(gift.losses).toContainEqual(
      expect.objectContaining({ what: 'a note for marking (Accept)', text: 'Anything about rays.' }),
    );
  });

  it('describes pictures, and says that they are not there', () => {
    expect(named('parts-of-lamp.1').stem.text).toContain('[A lamp with letters.]');
    expect(kindsOf(gift.losses)).toContain('a picture, of which only the description is left');
  });

  it('says that it has no marks and keeps no order', () => {
    expect(kindsOf(gift.losses)).toEqual(
      expect.arrayContaining([
        'the marks of questions',
        'the order of options',
        'an order, which becomes pairs of a number and a step',
      ]),
    );
  });

  it('takes an arrow in a pair for text', async () => {
    const { bytes } = await giftOf(
      bankOf('## Match.\nid: m\nkind: matching\n\n- a -> b = c -> d\n- e = f\n'),
    );
    const [, question] = parse(textOf(bytes)) as [unknown, Extract<GIFTQuestion, { type: 'Matching' }>];
    expect(question.matchPairs.map(({ subquestion, subanswer }) => [subquestion.text, subanswer])).toEqual([
      ['a -&gt; b', 'c -> d'],
      ['e', 'f'],
    ]);
  });
});

describe('Moodle XML', () => {
  const root = readXml(textOf(moodle.bytes));
  const [category, ...questions] = root.children as [Xml, ...Xml[]];
  const named = (id: string) => questions.find((question) => textIn(question, 'idnumber') === id)!;
  const html = (question: Xml) => textIn(all(question, 'questiontext')[0]!, 'text')!;

  it('has a category for the pack, and a question of a type of Moodle’s for each task', () => {
    expect(textIn(category, 'text')).toBe('$course$/top/Light');
    expect(questions.map((question) => [textIn(question, 'idnumber'), question.attributes['type']])).toEqual([
      ['travel', 'multichoice'],
      ['sources', 'multichoice'],
      ['verdicts.1', 'truefalse'],
      ['verdicts.2', 'truefalse'],
      ['match', 'matching'],
      ['order', 'ordering'],
      ['gaps', 'cloze'],
      ['cells', 'cloze'],
      ['parts-of-lamp', 'cloze'],
      ['who', 'essay'],
      ['lamp.a', 'essay'],
      ['lamp.b.i', 'essay'],
      ['edges', 'essay'],
    ]);
  });

  it('has marks, tags, the order of options and what is right', () => {
    const travel = named('travel');
    expect(textIn(travel, 'defaultgrade')).toBe('2');
    expect(textIn(travel, 'penalty')).toBe('0');
    expect(all(travel, 'tag').map((tag) => textIn(tag, 'text'))).toEqual(['easy']);
    expect(all(travel, 'answer').map(({ attributes }) => attributes['fraction'])).toEqual(['100', '0', '0']);
    const sources = named('sources');
    expect([textIn(sources, 'single'), textIn(sources, 'shuffleanswers')]).toEqual(['false', 'false']);
    expect(all(sources, 'answer').map(({ attributes }) => attributes['fraction'])).toEqual([
      '50',
      '50',
      '-50',
    ]);
    expect(
      all(named('verdicts.2'), 'answer').map((one) => [textIn(one, 'text'), one.attributes['fraction']]),
    ).toEqual([
      ['true', '0'],
      ['false', '100'],
    ]);
    expect(
      all(named('order'), 'answer').map((one) => [textIn(one, 'text'), one.attributes['fraction']]),
    ).toEqual([
      ['Lamp', '1'],
      ['Card', '2'],
      ['Screen', '3'],
    ]);
  });

  it('writes gaps in the notation of cloze questions', () => {
    expect(html(named('gaps'))).toContain(
      'straight {1:MULTICHOICE:lens~=lines~mirror}. A {1:MULTICHOICE:lens~lines~=mirror} turns',
    );
    expect(html(named('cells'))).toContain('<td>{1:SHORTANSWER:=stopped~=blocked}</td>');
  });

  it('writes signs of that notation so that they are words', async () => {
    const { bytes } = await moodleOf(
      bankOf('## Fill.\nid: f\nkind: cloze\n\nIt is [[2*3 ~ {a} #1 \\\\ & "x"]].\n'),
    );
    expect(html(readXml(textOf(bytes)).children[1]!)).toContain(
      '{1:SHORTANSWER:=2&#92;*3 &#126; &#123;a&#125; &#35;1 &#92; &#38; &#34;x&#34;}',
    );
  });

  it('has the pictures that a text shows, as files of that text', () => {
    const [text] = all(named('parts-of-lamp'), 'questiontext');
    expect(textIn(text!, 'text')).toContain(
      '<img src="@@PLUGINFILE@@/lamp.svg" alt="A lamp with letters."/>',
    );
    const files = all(root, 'file');
    expect(files.map(({ attributes }) => attributes)).toEqual([
      { name: 'lamp.svg', path: '/', encoding: 'base64' },
    ]);
    expect(Buffer.from(files[0]!.text, 'base64').equals(Buffer.from(PICTURES[0]!.bytes))).toBe(true);
  });

  it('gives whoever marks the model answer and all notes', () => {
    const [notes] = all(named('edges'), 'graderinfo');
    expect(textIn(notes!, 'text')).toBe(
      '<p>Light goes straight on.</p><p><strong>Accept</strong></p><p>Anything about rays.</p>',
    );
    expect(kindsOf(moodle.losses)).toContain('a note for marking (Guidance)');
    expect(kindsOf(moodle.losses)).not.toContain('a note for marking (Accept)');
  });

  it('shortens an id that Moodle would refuse, names it, and keeps it apart from its like', async () => {
    const long = Array.from({ length: 60 }, (_, index) => `w${index}`).join('-');
    const { bytes, losses } = await moodleOf(
      bankOf(`## One\nid: ${long}-a\n\nYes.\n\n## Two\nid: ${long}-b\n\nNo.\n`),
    );
    const ids = all(readXml(textOf(bytes)), 'idnumber').map(({ text }) => text);
    expect(ids.map((id) => id.length)).toEqual([100, 100]);
    expect(new Set(ids).size).toBe(2);
    expect(losses.map(({ text }) => text)).toEqual([`${long}-a`, `${long}-b`]);
  });
});

describe('QTI', () => {
  const filesOf = (bytes: Uint8Array) =>
    Object.fromEntries(Object.entries(unzipSync(bytes)).map(([path, data]) => [path, textOf(data)]));

  it('1.2 is a package in which everything that is listed is there, and nothing else', () => {
    const files = filesOf(qti12.bytes);
    const listed = all(readXml(files['imsmanifest.xml']!), 'file').map(
      ({ attributes }) => attributes['href']!,
    );
    expect(listed.sort()).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'imsmanifest.xml')
        .sort(),
    );
    expect(listed).toContain('pictures/lamp.svg');
    expect(files['t/t.xml']).toContain('%24IMS-CC-FILEBASE%24/pictures/lamp.svg');
  });

  it('1.2 has an item of a type of Canvas’s for each task', () => {
    const items = all(readXml(filesOf(qti12.bytes)['t/t.xml']!), 'item');
    const typeOf = (item: Xml) => all(item, 'fieldentry')[0]!.text;
    expect(items.map((item) => [item.attributes['ident'], typeOf(item)])).toEqual([
      ['travel', 'multiple_choice_question'],
      ['sources', 'multiple_answers_question'],
      ['verdicts.1', 'true_false_question'],
      ['verdicts.2', 'true_false_question'],
      ['match', 'matching_question'],
      ['order', 'matching_question'],
      ['gaps', 'multiple_dropdowns_question'],
      ['cells', 'fill_in_multiple_blanks_question'],
      ['parts-of-lamp', 'fill_in_multiple_blanks_question'],
      ['who', 'essay_question'],
      ['lamp.a', 'essay_question'],
      ['lamp.b.i', 'essay_question'],
      ['edges', 'essay_question'],
    ]);
    // A right answer is one of those that can be given.
    for (const item of items) {
      const known = all(item, 'response_label').map(({ attributes }) => attributes['ident']);
      for (const right of all(item, 'varequal')) expect(known).toContain(right.text);
      if (!typeOf(item).startsWith('essay')) expect(known.length).toBeGreaterThan(1);
    }
  });

  it('1.2 lists steps by their letters, not in the order that is right', () => {
    const items = all(readXml(filesOf(qti12.bytes)['t/t.xml']!), 'item');
    const order = items.find(({ attributes }) => attributes['ident'] === 'order')!;
    const [first] = all(order, 'response_lid');
    expect(all(first!, 'response_label').map(({ text }) => text.trim())).toEqual(['Card', 'Lamp', 'Screen']);
    expect(all(order, 'varequal').map(({ text }) => text)).toEqual(['2', '1', '3']);
  });

  it('2.1 is a package in which everything that is listed is there, and nothing else', () => {
    const files = filesOf(qti21.bytes);
    const manifest = readXml(files['imsmanifest.xml']!);
    const listed = [...new Set(all(manifest, 'file').map(({ attributes }) => attributes['href']!))];
    expect(listed.sort()).toEqual(
      Object.keys(files)
        .filter((path) => path !== 'imsmanifest.xml')
        .sort(),
    );
    const identifiers = all(manifest, 'resource').map(({ attributes }) => attributes['identifier']);
    for (const { attributes } of all(manifest, 'dependency'))
      expect(identifiers).toContain(attributes['identifierref']);
    const asked = all(readXml(files['test.xml']!), 'assessmentItemRef').map(
      ({ attributes }) => attributes['href'],
    );
    expect(asked).toEqual(Object.keys(files).filter((path) => path.startsWith('items/')));
  });

  it('2.1 declares every response that an item asks for, and its right answers are among what it offers', () => {
    const files = filesOf(qti21.bytes);
    for (const path of Object.keys(files).filter((name) => name.startsWith('items/'))) {
      const item = readXml(files[path]!);
      const declared = all(item, 'responseDeclaration').map(({ attributes }) => attributes['identifier']!);
      const interactions = everyElement(item).filter(({ name }) => name.endsWith('Interaction'));
      expect(interactions.map(({ attributes }) => attributes['responseIdentifier'])).toEqual(declared);
      const offered = everyElement(item)
        .filter(({ name }) => /Choice$/.test(name))
        .map(({ attributes }) => attributes['identifier']!);
      const right = all(item, 'correctResponse').flatMap(({ children }) =>
        children.flatMap(({ text }) => text.split(' ')),
      );
      if (offered.length > 0) expect(right.filter((one) => !offered.includes(one))).toEqual([]);
    }
  });

  it('2.1 counts as many marks for each item as it has', () => {
    const files = filesOf(qti21.bytes);
    const weights = Object.fromEntries(
      all(readXml(files['test.xml']!), 'assessmentItemRef').map((item) => [
        item.attributes['identifier'],
        Number(all(item, 'weight')[0]!.attributes['value']),
      ]),
    );
    // Three marks for all steps in order, one for each of two gaps, six for an essay.
    expect([weights['order'], weights['gaps'], weights['edges']]).toEqual([3, 1, 6]);
  });
});

const everyElement = (element: Xml): Xml[] => [element, ...element.children.flatMap(everyElement)];

describe('a question that another program cannot ask', () => {
  it('of a kind that no format knows becomes one to write an answer to, with its own answers for whoever marks', async () => {
    const [item] = everything.assessment.items;
    const odd = {
      ...item!,
      id: 'odd',
      task: { ...item!.task, body: { ...item!.task.body, kind: 'odd' as 'short' } },
    };
    const kind = {
      ...everything.assessment.kinds.find(({ name }) => name === 'short')!,
      name: 'odd' as 'short',
    };
    const source = {
      ...everything,
      assessment: { ...everything.assessment, items: [odd], kinds: [...everything.assessment.kinds, kind] },
    };
    const { bytes, losses } = await moodleOf(source);
    expect(readXml(textOf(bytes)).children[1]!.attributes['type']).toBe('essay');
    expect(kindsOf(losses)).toContain('the way in which it is answered (odd)');
  });

  it('of eleven right options is one to write an answer to in Moodle, which has no share for them', async () => {
    const options = Array.from({ length: 11 }, (_, index) => `- [x] right ${index}`).join('\n');
    const { bytes, losses } = await giftOf(
      bankOf(`## Which?\nid: many\nkind: multiple-choice\n\n${options}\n- wrong\n`),
    );
    const [, question] = parse(textOf(bytes));
    expect(question).toMatchObject({ type: 'Essay' });
    expect(textOf(bytes)).toContain('right 10');
    expect(kindsOf(losses)).toContain('boxes to tick, where more than ten are right');
  });
});
