import { describe, expect, it } from 'vitest';
import { setForm } from '../../src/content/entries/set-form.ts';

describe('the form of a text', () => {
  it.each([
    ['prose stays as it is', 'prose', 'One\n  two\n\nthree', 'One\n  two\n\nthree'],
    ['verse ends its lines', 'verse', 'One\ntwo\n\nthree\nfour', 'One\\\ntwo\n\nthree\\\nfour'],
    ['verse keeps breaks that are there', 'verse', 'One\\\ntwo  \nthree', 'One\\\ntwo\\\nthree'],
    ['an escaped backslash is no break', 'verse', 'One \\\\\ntwo', 'One \\\\\\\ntwo'],
    [
      'verse keeps indents',
      'verse',
      'One\n  two\n\n    three',
      'One\\\n\u00A0\u00A0two\n\n\u00A0\u00A0\u00A0\u00A0three',
    ],
    ['verse keeps a wide gap', 'verse', 'We fail?    We fail', 'We fail?\u00A0\u00A0\u00A0\u00A0We fail'],
    ['a tab is four spaces', 'verse', 'One\n\ttwo', 'One\\\n\u00A0\u00A0\u00A0\u00A0two'],
    [
      'a list is not verse',
      'verse',
      'One\ntwo\n\n- a\n  b\n- c\n\n1. d\ne',
      'One\\\ntwo\n\n- a\n  b\n- c\n\n1. d\ne',
    ],
    ['nor is a list right below a line', 'verse', 'One\n- a\n- b', 'One\n- a\n- b'],
    ['nor a heading, but what is below it', 'verse', '### Read\nOne\ntwo', '### Read\nOne\\\ntwo'],
    [
      'nor a table, a quote, a fence',
      'verse',
      '| a |\n|---|\n| b |\n\n> c\n> d\n\n~~~\ne\n\nf\ng\n~~~',
      '| a |\n|---|\n| b |\n\n> c\n> d\n\n~~~\ne\n\nf\ng\n~~~',
    ],
    [
      'a speaker is bold',
      'drama',
      'MACBETH. If we should fail?\nLADY MACBETH: We fail?',
      '**MACBETH.** If we should fail?\\\n**LADY MACBETH:** We fail?',
    ],
    [
      'a speaker may have a line to himself',
      'drama',
      'FIRST WITCH.\nWhen shall we three',
      '**FIRST WITCH.**\\\nWhen shall we three',
    ],
    ['a speaker may do something', 'drama', 'MRS. BIRLING (coldly): No.', '**MRS. BIRLING (coldly):** No.'],
    ['a line may begin with a capital', 'drama', 'I. Do\nO. No\nYes: maybe', 'I. Do\\\nO. No\\\nYes: maybe'],
    [
      'a direction is italic',
      'drama',
      '[Enter BANQUO.]\nANNE. [aside] No.',
      '*\\[Enter BANQUO.\\]*\\\n**ANNE.** *\\[aside\\]* No.',
    ],
    [
      'a direction may have two lines',
      'drama',
      '[Enter BANQUO\nand FLEANCE]',
      '*\\[Enter BANQUO\\\nand FLEANCE\\]*',
    ],
    ['a direction may be in italics already', 'drama', '*[Exit]*', '*[Exit]*'],
    [
      'words left out, links and notes are no directions',
      'drama',
      'a […] b [c](#d) e[^1]',
      'a […] b [c](#d) e[^1]',
    ],
    ['verse has no speakers', 'verse', 'MACBETH. [Exit]', 'MACBETH. [Exit]'],
  ] as const)('%s', (_, form, written, set) => {
    expect(setForm(written, form)).toBe(set);
    expect(set.split('\n')).toHaveLength(written.split('\n').length);
  });
});
