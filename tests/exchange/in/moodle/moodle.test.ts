import { describe, expect, it } from 'vitest';
import { createReport } from '../../../../src/diagnostics/report.ts';
import { readMoodle } from '../../../../src/exchange/in/moodle/read-moodle.ts';
import { readBack } from '../../read-back.ts';
import { sourceOf } from '../source-of.ts';

const read = (questions: string) =>
  readMoodle(sourceOf(`<quiz>\n${questions}\n</quiz>`, 'bank.xml'), createReport())!;

const question = (type: string, stem: string, rest: string) =>
  `<question type="${type}"><name><text>Q1</text></name><questiontext format="html"><text><![CDATA[${stem}]]></text></questiontext>${rest}</question>`;

const choice = (rest = '') =>
  question(
    'multichoice',
    '<p>Which?</p>',
    `<answer fraction="100" format="html"><text>one</text></answer><answer fraction="0" format="html"><text>two</text></answer>${rest}`,
  );

const PNG = 'iVBORw0KGgoAAAANSUhEUg==';

describe('Moodle XML', () => {
  it('takes in pictures in base64, lists and tables, and names pictures that did not come along', () => {
    const stem =
      '<p>What is it?</p><p><img src="@@PLUGINFILE@@/a%20leaf.png" alt="A leaf"><img src="@@PLUGINFILE@@/gone.png" alt="A root"></p><ul><li>one</li></ul><table><tr><th>a</th><th>b</th></tr><tr><td>1</td><td>2|3</td></tr></table>';
    const file = `<file name="a leaf.png" path="/" encoding="base64">${PNG}</file>`;
    const bank = read(
      question('essay', stem, '<graderinfo format="html"><text>It lives.</text></graderinfo>').replace(
        '</questiontext>',
        `${file}</questiontext>`,
      ),
    );
    expect(bank.pictures.map(({ path, bytes }) => [path, bytes.length])).toEqual([
      ['pictures/a-leaf.png', 16],
    ]);
    expect(bank.entries[0]!.body).toBe(
      '### Task\n\n![A leaf](pictures/a-leaf.png)\n\n- one\n\n| a | b |\n| --- | --- |\n| 1 | 2\\|3 |\n\n### Indicative content\n\nIt lives.',
    );
    expect(bank.losses.map(({ what, text }) => [what, text])).toEqual([
      ['a picture that did not come along', '@@PLUGINFILE@@/gone.png'],
      ['the description of that picture', 'A root'],
    ]);
    expect(readBack(bank).findings).toEqual([]);
  });

  it('takes in the picture that older versions print below a question', () => {
    const bank = read(choice(`<image>leaf.png</image><image_base64>\n${PNG}\n</image_base64>`));
    expect(bank.pictures.map(({ path }) => path)).toEqual(['pictures/leaf.png']);
    expect(bank.entries[0]!.body).toBe('![leaf](pictures/leaf.png)\n\n- [x] one\n- [ ] two');
    expect(read(choice('<image>leaf.png</image>')).losses).toMatchObject([
      { what: 'a picture that did not come along', text: 'leaf.png' },
    ]);
  });

  it('reads the mini-language of gaps: kinds, shares, ranges, feedback and escapes', () => {
    const stem =
      '<p>Paris is in {1:SHORTANSWER:=France#Yes~%50%Gaul}, &pi; is {:NM:=3.14:0.01} and a brace is {1:SA:=\\}}.</p>';
    const bank = read(question('cloze', stem, ''));
    expect(bank.entries[0]).toMatchObject({ name: 'Q1', fields: { kind: 'cloze' } });
    expect(bank.entries[0]!.body).toBe(
      'Paris is in [[France]], π is [[3.14]] and a brace is [[}]].\n\n### Guidance\n\n- Gaul (50%)\n\n- 3.14 ± 0.01\n\n### Rationale\n\n- France → Yes',
    );
    const chosen = read(question('cloze', '<p>{1:MC:=a~b} or {1:MCV:c~=d}?</p>', ''));
    expect(chosen.entries[0]!.fields).toMatchObject({ bank: true, extra: ['b', 'c'] });
    expect(readBack({ entries: [...bank.entries, ...chosen.entries] }).findings).toEqual([]);
  });

  it('reads words that are dragged, steps, pairs and ranges', () => {
    const bank = read(
      [
        question(
          'ddwtos',
          'A [[1]] on a [[2]].',
          '<dragbox><text>cat</text></dragbox><dragbox><text>mat</text></dragbox><dragbox><text>hat</text></dragbox>',
        ),
        question(
          'ordering',
          'Order.',
          '<answer fraction="2.0"><text>second</text></answer><answer fraction="1.0"><text>first</text></answer>',
        ),
        question(
          'numerical',
          'How much?',
          '<answer fraction="100"><text>3</text><tolerance>0.5</tolerance></answer>',
        ),
      ].join('\n'),
    );
    expect(bank.entries.map(({ body }) => body)).toEqual([
      'A [[cat]] on a [[mat]].',
      '- first\n- second',
      '3 ± 0.5',
    ]);
    expect(bank.entries[0]!.fields).toMatchObject({ bank: true, extra: ['hat'] });
  });

  it('carries marks, ids and tags, and lists what only a screen needs, once where the bank repeats it', () => {
    const rest = (id: string) =>
      `<defaultgrade>2.0000000</defaultgrade><idnumber>${id}</idnumber><penalty>0.3333333</penalty><correctfeedback format="html"><text>Your answer is correct.</text></correctfeedback><hint format="html"><text>Look again.</text></hint><tags><tag><text>leaves</text></tag><tag><text>readers</text></tag></tags>`;
    const { entries, losses } = read(`${choice(rest('leaf-1'))}\n${choice(rest('leaf-2'))}`);
    expect(entries.map(({ id, fields }) => [id, fields['marks'], fields['tags']])).toEqual([
      ['leaf-1', 2, ['leaves']],
      ['leaf-2', 2, ['leaves']],
    ]);
    expect(losses.map(({ what, text, at }) => [at.line, what, text])).toEqual([
      [2, 'the penalty for each further try', '0.3333333'],
      [2, 'what is said after an answer, whichever it is', 'Your answer is correct.'],
      [2, 'a hint for a further try', 'Look again.'],
      [2, 'the name of a question in its bank', 'Q1'],
      [2, 'a tag that says in packs where an item is printed', 'readers'],
      [3, 'a hint for a further try', 'Look again.'],
      [3, 'the name of a question in its bank', 'Q1'],
      [3, 'a tag that says in packs where an item is printed', 'readers'],
    ]);
  });

  it('names the second question with an id, marks that are not whole, and types that it does not know', () => {
    const { entries, losses } = read(
      [
        choice('<idnumber>a</idnumber><defaultgrade>0.5</defaultgrade>'),
        choice('<idnumber>a</idnumber>'),
        question('stack', 'Solve <i>x</i>.', ''),
      ].join('\n'),
    );
    expect(entries).toHaveLength(2);
    const said = losses
      .filter(({ what }) => !what.startsWith('the name'))
      .map(({ what, text, at }) => [at.line, what, text]);
    expect(said).toEqual([
      [2, 'its marks: in a pack they are whole numbers from 1 to 100', '0.5'],
      [3, 'its id, which the question in line 2 has too', 'a'],
      [4, 'a whole question, because its type “stack” is not known', 'Q1\nSolve x.'],
    ]);
  });

  it('reads what comes before a fault, and lists the words after it', () => {
    const text = `<quiz>\n${choice()}\n<question type="essay"><questiontext><text>Salt & <b>pepper</text></questiontext></question>\n</quiz>`;
    const { entries, losses } = readMoodle(sourceOf(text, 'bank.xml'), createReport())!;
    expect(entries).toHaveLength(1);
    expect(losses).toMatchObject([{ text: 'Salt & pepper', at: { line: 3 } }]);
    expect(losses[0]!.what).toMatch(/^everything from here on, because it is not well-formed XML/);
  });

  it('refuses entities that a file declares, and elements without end', () => {
    const bomb = `<!DOCTYPE quiz [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;">]>\n<quiz>${choice('<idnumber>&b;</idnumber>')}</quiz>`;
    const report = createReport();
    expect(readMoodle(sourceOf(bomb, 'bank.xml'), report)).toBeUndefined();
    expect(report.diagnostics).toMatchObject([
      {
        code: 'import-refused',
        where: { file: 'bank.xml', line: 1 },
        message:
          'This bank of questions in Moodle XML cannot be read, because it declares entities of its own, which are not expanded.',
      },
    ]);
    const deep = `<quiz>${choice()}${'<question>'.repeat(5000)}`;
    const { entries, losses } = readMoodle(sourceOf(deep, 'bank.xml'), createReport())!;
    expect(entries).toHaveLength(1);
    expect(losses.at(-1)!.what).toBe(
      'everything from here on, because elements are more than 250 deep in one another',
    );
  });

  it('refuses what is not a bank', () => {
    const report = createReport();
    expect(readMoodle(sourceOf('<html></html>', 'page.xml'), report)).toBeUndefined();
    expect(report.diagnostics[0]!.message).toContain('Moodle XML');
  });

  const category = (path: string, rest = '') =>
    `<question type="category"><category><text>${path}</text></category>${rest}</question>`;

  it('lists categories that no imported question is in, and their ids', () => {
    const { entries, losses } = read(
      `${category('$course$/top/Cells')}${choice()}${category('$course$/Maps', '<idnumber>M &amp; 1</idnumber>')}${question('ddmarker', 'Where?', '')}`,
    );
    expect(entries.map(({ fields }) => fields['tags'])).toEqual([['Cells']]);
    expect(losses.map(({ what, text }) => [what, text])).toEqual([
      ['the id of a category', 'M & 1'],
      [expect.stringContaining('a whole question, because'), 'Q1\nWhere?'],
      ['the name of a category that none of the imported questions is in', 'Maps'],
    ]);
  });

  it('lists what plug-ins write without an element around it, and units of questions that are lost', () => {
    const said = '<correctfeedback><![CDATA[Yes, a <b>verb</b>.]]></correctfeedback>';
    expect(read(choice(said)).losses.map(({ text }) => text)).toEqual(['Yes, a verb.']);
    const unit = '<units><unit><multiplier>1</multiplier><unit_name>cm</unit_name></unit></units>';
    expect(read(question('calculated', 'How long?', unit + said)).losses.map(({ text }) => text)).toEqual([
      'Q1\nHow long?\nYes, a verb.\ncm',
    ]);
  });
});
