import { zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { createReport } from '../../../../src/diagnostics/report.ts';
import { openSource } from '../../../../src/exchange/in/opening/open-source.ts';
import { readQti } from '../../../../src/exchange/in/qti/read-qti.ts';
import { readBack } from '../../read-back.ts';
import { sourceOf } from '../source-of.ts';

const read = (xml: string) => readQti(sourceOf(xml, 'item.xml'), createReport())!;

const item = (declarations: string, body: string, after = '') =>
  `<assessmentItem identifier="q-1" title="Leaves">${declarations}<itemBody>${body}</itemBody>${after}</assessmentItem>`;

const key = (id: string, cardinality: string, ...values: string[]) =>
  `<responseDeclaration identifier="${id}" cardinality="${cardinality}"><correctResponse>${values.map((value) => `<value>${value}</value>`).join('')}</correctResponse></responseDeclaration>`;

const choice =
  '<choiceInteraction responseIdentifier="R" shuffle="true"><prompt>Which?</prompt><simpleChoice identifier="a">one<feedbackInline identifier="a" outcomeIdentifier="F">Yes.</feedbackInline></simpleChoice><simpleChoice identifier="b" fixed="true">two</simpleChoice></choiceInteraction>';

const canvas = (type: string, presentation: string, processing: string, feedback = '') =>
  `<questestinterop><assessment title="Unit 3"><section ident="s" title="Plants"><item ident="g1" title="Q"><itemmetadata><qtimetadata><qtimetadatafield><fieldlabel>question_type</fieldlabel><fieldentry>${type}</fieldentry></qtimetadatafield><qtimetadatafield><fieldlabel>points_possible</fieldlabel><fieldentry>3.0</fieldentry></qtimetadatafield></qtimetadata></itemmetadata><presentation>${presentation}</presentation><resprocessing><outcomes><decvar maxvalue="100"/></outcomes>${processing}</resprocessing>${feedback}</item></section></assessment></questestinterop>`;

const material = (html: string) =>
  `<material><mattext texttype="text/html"><![CDATA[${html}]]></mattext></material>`;
const labels = (...texts: string[]) =>
  texts.map((text, index) => `<response_label ident="o${index}">${material(text)}</response_label>`).join('');
const equal = (response: string, value: string) => `<varequal respident="${response}">${value}</varequal>`;
const scored = (conditions: string, score = 100) =>
  `<respcondition><conditionvar>${conditions}</conditionvar><setvar action="Set" varname="SCORE">${score}</setvar></respcondition>`;

describe('XML of programs that are not strict', () => {
  it.each([
    '<?xml version="1.0"encoding="UTF-8"?>\n',
    "<?xml version='1.0'standalone='yes'?>\n",
    '<?xml version="1.0" encoding="UTF-8"?>\n',
  ])('is read although its first line is %s', (first) => {
    const { entries, losses } = read(first + item(key('R', 'single', 'a'), choice));
    expect(entries).toHaveLength(1);
    expect(losses.filter(({ what }) => what.includes('well-formed'))).toEqual([]);
  });
});

describe('QTI 2', () => {
  it('reads feedback, pins, prompts and marks', () => {
    const xml = item(
      `${key('R', 'single', 'a')}<outcomeDeclaration identifier="SCORE" normalMaximum="2"/>`,
      `<p>Look.</p>${choice}`,
      '<modalFeedback identifier="x" outcomeIdentifier="F"><p>Because.</p></modalFeedback>',
    );
    const { entries, losses } = read(xml);
    expect(losses.map(({ what, text }) => [what, text])).toEqual([
      ['the name of a question in its bank', 'Leaves'],
    ]);
    expect(entries).toMatchObject([
      { id: 'q-1', name: 'Look.', fields: { kind: 'multiple-choice', marks: 2 } },
    ]);
    expect(entries[0]!.body).toBe(
      'Which?\n\n- [x] one\n- [ ] two (pinned)\n\n### Rationale\n\nBecause.\n\n- one → Yes.',
    );
  });

  it('reads the names of QTI 3 too', () => {
    const xml = item(key('R', 'single', 'a'), choice)
      .replace(
        /<(\/?)(assessmentItem|itemBody|choiceInteraction|prompt|simpleChoice|feedbackInline|responseDeclaration|correctResponse|value)/g,
        (_, slash, name: string) =>
          `<${slash}qti-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
      )
      .replaceAll('responseIdentifier', 'response-identifier');
    expect(read(xml).entries[0]!.body).toContain('- [x] one\n- [ ] two (pinned)');
  });

  it('reads words that are dragged to gaps, and choices within a text', () => {
    const dragged = item(
      key('R', 'multiple', 'w1 g1', 'w2 g2'),
      '<gapMatchInteraction responseIdentifier="R"><prompt>Fill.</prompt><gapText identifier="w1">cat</gapText><gapText identifier="w2">mat</gapText><gapText identifier="w3">hat</gapText><p>A <gap identifier="g1"/> on a <gap identifier="g2"/>.</p></gapMatchInteraction>',
    );
    expect(read(dragged).entries).toMatchObject([
      { name: 'Fill.', body: 'A [[cat]] on a [[mat]].', fields: { bank: true, extra: ['hat'] } },
    ]);
    const inline = item(
      key('R', 'single', 'a'),
      '<p>A <inlineChoiceInteraction responseIdentifier="R"><inlineChoice identifier="a">cat</inlineChoice><inlineChoice identifier="b">cot</inlineChoice></inlineChoiceInteraction> sat.</p>',
    );
    expect(read(inline).entries).toMatchObject([{ body: 'A [[cat]] sat.', fields: { extra: ['cot'] } }]);
  });

  it('lists the catalogue of QTI 3, which says the same in other languages', () => {
    const xml = item(
      key('R', 'single', 'a'),
      choice,
      '<qti-catalog-info><qti-catalog id="c"><qti-card support="keyword-translation"><qti-html-content>preciso</qti-html-content></qti-card></qti-catalog></qti-catalog-info>',
    );
    expect(read(xml).losses).toContainEqual(
      expect.objectContaining({
        what: 'the same in other forms, such as other languages',
        text: 'preciso',
      }),
    );
  });

  it.each([
    ['none of its options is right', item('', choice)],
    ['its “hotspot” needs a screen', item('', '<p>Where?</p><hotspotInteraction responseIdentifier="R"/>')],
    [
      'it asks several things in different ways',
      item('', `${choice}<extendedTextInteraction responseIdentifier="T"/>`),
    ],
    [
      'something in it has to be matched with several others',
      item(
        key('R', 'multiple', 'a x', 'a y'),
        '<matchInteraction responseIdentifier="R"><simpleMatchSet><simpleAssociableChoice identifier="a">1</simpleAssociableChoice></simpleMatchSet><simpleMatchSet><simpleAssociableChoice identifier="x">2</simpleAssociableChoice><simpleAssociableChoice identifier="y">3</simpleAssociableChoice></simpleMatchSet></matchInteraction>',
      ),
    ],
  ])('lists a question as lost because %s', (why, xml) => {
    const { entries, losses } = read(xml);
    expect(entries).toEqual([]);
    expect(losses).toMatchObject([{ what: `a whole question, because ${why}` }]);
  });
});

describe('QTI 1.2 of Canvas', () => {
  it('reads several right options, feedback by answer, sections as tags and points as marks', () => {
    const xml = canvas(
      'multiple_answers_question',
      `${material('<p>Which?</p>')}<response_lid ident="r" rcardinality="Multiple"><render_choice>${labels('a', 'b', 'c')}</render_choice></response_lid>`,
      `<respcondition continue="Yes"><conditionvar>${equal('r', 'o0')}</conditionvar><displayfeedback linkrefid="o0_fb"/></respcondition>${scored(`<and>${equal('r', 'o0')}${equal('r', 'o1')}<not>${equal('r', 'o2')}</not></and>`)}`,
      `<itemfeedback ident="o0_fb"><flow_mat>${material('Good.')}</flow_mat></itemfeedback><itemfeedback ident="general_fb"><flow_mat>${material('Both.')}</flow_mat></itemfeedback>`,
    );
    const { about, entries, losses } = read(xml);
    expect(about).toEqual({ title: 'Unit 3' });
    expect(entries).toMatchObject([{ id: 'g1', fields: { marks: 3, tags: ['Plants'] } }]);
    expect(entries[0]!.body).toBe('- [x] a\n- [x] b\n- [ ] c\n\n### Rationale\n\nBoth.\n\n- a → Good.');
    expect(losses.map(({ what }) => what)).toEqual(['the name of a question in its bank']);
  });

  it('reads gaps whose names are in the text, ranges, and a text without a question', () => {
    const blanks = canvas(
      'fill_in_multiple_blanks_question',
      `${material('<p>A [x] on a [y].</p>')}<response_lid ident="r_x">${material('x')}<render_choice>${labels('cat', 'kitten')}</render_choice></response_lid><response_lid ident="r_y">${material('y')}<render_choice>${labels('mat')}</render_choice></response_lid>`,
      scored(equal('r_x', 'o0'), 50) + scored(equal('r_y', 'o0'), 50),
    );
    expect(read(blanks).entries[0]!.body).toBe('A [[cat|kitten]] on a [[mat]].');
    const range = canvas(
      'numerical_question',
      `${material('How much?')}<response_str ident="r"><render_fib/></response_str>`,
      scored(
        `<or>${equal('r', '3')}<and><vargte respident="r">2.5</vargte><varlte respident="r">3.5</varlte></and></or>`,
      ),
    );
    expect(read(range).entries[0]!.body).toBe('3\n\n### Accept\n\n- 2.5–3.5');
    const text = read(canvas('text_only_question', material('Read this.'), ''));
    expect(text.losses).toMatchObject([{ what: 'a text that asks nothing', text: 'Q\nRead this.' }]);
  });
});

describe('QTI 1.2 of other programs', () => {
  const list = (inside: string, cardinality = 'Single') =>
    `<response_lid ident="r" rcardinality="${cardinality}">${inside}</response_lid>`;
  const extended = (text: string) =>
    `<material><mat_extension><webct:localizable_mattext texttype="TEXT/PLAIN">${text}</webct:localizable_mattext></mat_extension></material>`;

  it('reads texts that Blackboard and WebCT keep in elements of their own', () => {
    const xml = canvas(
      '',
      `<flow><material><mat_extension><mat_formattedtext type="HTML">&lt;p&gt;Is it &lt;b&gt;black&lt;/b&gt;?&lt;/p&gt;</mat_formattedtext></mat_extension></material></flow>${list(`<render_choice><response_label ident="o0">${extended('a hat')}</response_label><response_label ident="o1">${extended('a cat')}</response_label></render_choice>`)}`,
      scored(equal('r', 'o1')),
    );
    expect(read(xml).entries).toMatchObject([{ name: 'Is it **black**?', body: '- [ ] a hat\n- [x] a cat' }]);
  });

  it('reads texts as HTML also where their type is written in capitals', () => {
    const [html] = read(
      canvas('essay_question', material('<p>Why <em>so</em>?</p>').replace('text/html', 'TEXT/HTML'), ''),
    ).entries;
    expect(html!.name).toBe('Why *so*?');
  });

  it('lists the words of a question that is lost, in whatever element they are', () => {
    const xml = canvas(
      'file_upload_question',
      '<material><mat_extension><mat_formattedtext type="SMART_TEXT">Send your poem.</mat_formattedtext></mat_extension></material>',
      '',
    );
    expect(read(xml).losses[0]!.text).toContain('Send your poem.');
  });

  it.each(['render_choice', 'render_extension'])(
    'lists what is written between the options in %s',
    (name) => {
      const xml = canvas(
        'multiple_choice_question',
        `${material('Which?')}${list(`<${name}>${material('The quick')}${labels('fox', 'box')}${material('jumped.')}</${name}>`)}`,
        scored(equal('r', 'o0')),
      );
      const { entries, losses } = read(xml);
      expect(entries).toHaveLength(1);
      expect(losses).toContainEqual(
        expect.objectContaining({ what: 'what is written between the options', text: 'The quick jumped.' }),
      );
    },
  );
});

describe('a package of QTI', () => {
  const open = (files: Record<string, string | Uint8Array>) => {
    const bytes = zipSync(
      Object.fromEntries(
        Object.entries(files).map(([name, content]) => [
          name,
          typeof content === 'string' ? new TextEncoder().encode(content) : content,
        ]),
      ),
    );
    const report = createReport();
    const source = openSource('quiz.zip', bytes, report);
    return { imported: source && readQti(source, report), report };
  };
  const picture = item(
    key('R', 'single', 'a'),
    `<p>Look.</p><p><img src="../images/leaf%201.png" alt="A leaf"/><img src="gone.png" alt=""/></p>${choice}`,
  );

  it('reads its items in the order of its list, and their pictures', () => {
    const { imported } = open({
      'imsmanifest.xml':
        '<manifest><resources><resource><file href="items/b.xml"/></resource><resource><file href="items/a.xml"/></resource></resources></manifest>',
      'items/a.xml': item(key('R', 'single', 'b'), choice).replace('q-1', 'q-2'),
      'items/b.xml': picture,
      'images/leaf 1.png': Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]),
    });
    expect(imported!.entries.map(({ id, at }) => [id, at.file])).toEqual([
      ['q-1', 'quiz.zip/items/b.xml'],
      ['q-2', 'quiz.zip/items/a.xml'],
    ]);
    expect(imported!.pictures.map(({ path }) => path)).toEqual(['pictures/leaf-1.png']);
    expect(imported!.losses.map(({ what, text }) => [what, text])).toContainEqual([
      'a picture that did not come along',
      'gone.png',
    ]);
    expect(readBack(imported!).findings).toEqual([]);
  });

  it.each([
    ['QTI 2', (xml: string) => xml],
    [
      'QTI 3',
      (xml: string) =>
        xml
          .replace(
            /assessmentTest|testPart|assessmentSection|assessmentItemRef|rubricBlock|testFeedback/g,
            (name) => `qti-${name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`)}`,
          )
          .replace('qti-assessment-test', 'qti-assessment-test xmlns="x"'),
    ],
  ])('takes the sections of a test in %s as tags, and lists what it says around its items', (_, named) => {
    const { imported } = open({
      'test.xml': named(
        '<assessmentTest title="Unit 3"><testPart><assessmentSection title="Section 1"><assessmentSection title="The passive"><rubricBlock view="candidate"><p>Write <b>six</b>.</p></rubricBlock><assessmentItemRef href="b.xml"><weight value="2"/></assessmentItemRef></assessmentSection></assessmentSection></testPart><testFeedback><p>Well done.</p></testFeedback></assessmentTest>',
      ),
      'a.xml': item(key('R', 'single', 'b'), choice).replace('q-1', 'q-2'),
      'b.xml': item(key('R', 'single', 'a'), choice),
    });
    expect(imported!.about.title).toBe('Unit 3');
    expect(imported!.entries.map(({ id, fields }) => [id, fields['tags'], fields['marks']])).toEqual([
      ['q-1', ['The passive'], 2],
      ['q-2', undefined, undefined],
    ]);
    expect(
      imported!.losses
        .filter(({ at }) => at.file === 'quiz.zip/test.xml')
        .map(({ what, text }) => [what, text]),
    ).toEqual([
      ['what is said above several questions', 'Write six.'],
      ['what is said after a test', 'Well done.'],
    ]);
  });

  it('refuses one without questions, in words', () => {
    const { imported, report } = open({ 'imsmanifest.xml': '<manifest/>' });
    expect(imported).toBeUndefined();
    expect(report.diagnostics).toMatchObject([
      { code: 'import-refused', message: 'There are no questions in QTI here.' },
    ]);
  });
});
