import type { IParagraphStyleOptions, IRunStylePropertiesOptions, IStylesOptions } from 'docx';
import { LOOKS, type Look } from '../../../../blocks/look.ts';
import type { Style } from '../../../../layout/style/style.ts';
import { mm } from '../../../../pages/length.ts';
import { twips } from './twips.ts';
import { wordColour } from './word-colour.ts';
import { wordFont } from './word-fonts.ts';

/** The ids of our paragraph styles, by the look of their text. Headings have those of Word. */
export const STYLE_OF: Readonly<Record<Look, string>> = {
  cover: 'CoverTitle',
  title: 'LargeText',
  heading: 'MediumText',
  subheading: 'BoldText',
  lead: 'Lead',
  body: 'BodyText',
  small: 'SmallText',
  label: 'LabelText',
  display: 'DisplayText',
  furniture: 'HeadAndFoot',
};

/** The type of a look, as Word says it. */
export function runOfLook(style: Style, look: Look): IRunStylePropertiesOptions {
  const weight = style[`${look}-weight`];
  return {
    ...wordFont(style[`${look}-font`], style[`${look}-size`]),
    bold: weight === 'bold' || (weight === 'italic' && !style.italics && look !== 'lead'),
    italics: weight === 'italic' && style.italics,
  };
}

/** The styles of a Word document: what teachers see in the list of styles, and change in one place. */
export function wordStyles(style: Style, lang: string): IStylesOptions {
  const heading = (look: Look, before: number, keepNext = true) => ({
    run: { ...runOfLook(style, look), color: '000000' },
    paragraph: { keepNext, keepLines: true, spacing: { ...leading(style, look), before: twips(before) } },
  });
  const gap = style['heading-gap'];
  const sub = heading('subheading', gap * 0.85);
  return {
    default: {
      document: {
        run: { ...runOfLook(style, 'body'), language: { value: lang } },
        paragraph: { spacing: { ...leading(style, 'body'), after: 0 } },
      },
      title: heading('title', 0),
      heading1: heading('title', gap),
      heading2: heading('heading', gap),
      heading3: sub,
      heading4: sub,
      heading5: sub,
      heading6: sub,
      listParagraph: { paragraph: { spacing: { before: 0 } } },
      hyperlink: { run: { color: '000000', underline: {} } },
      footnoteText: {
        run: runOfLook(style, 'small'),
        paragraph: { spacing: { ...leading(style, 'small'), before: twips(1) } },
      },
    },
    paragraphStyles: [...LOOKS.map((look) => styleOfLook(style, look)), ...otherStyles(style)],
    characterStyles: [
      { id: 'Code', name: 'Code', run: { ...wordFont('mono', style['body-size'] * 0.9) }, quickFormat: true },
      { id: 'Marks', name: 'Marks', run: runOfLook(style, 'label'), quickFormat: true },
    ],
  };
}

const NAMES: Readonly<Record<Look, string>> = {
  cover: 'Cover title',
  title: 'Large text',
  heading: 'Medium text',
  subheading: 'Bold text',
  lead: 'Lead',
  body: 'Body Text',
  small: 'Small text',
  label: 'Label',
  display: 'Display',
  furniture: 'Head and foot',
};

function styleOfLook(style: Style, look: Look): IParagraphStyleOptions {
  const isSmall = look === 'small' || look === 'furniture';
  const justified = look === 'body' && style['text-align'] === 'justified';
  return {
    id: STYLE_OF[look],
    name: NAMES[look],
    basedOn: 'Normal',
    quickFormat: true,
    run: {
      ...runOfLook(style, look),
      ...(look === 'furniture' && { color: wordColour(style.quiet) }),
    },
    paragraph: {
      spacing: {
        ...leading(style, look),
        before: twips(style['paragraph-gap'] / (isSmall ? 2 : 1)),
      },
      ...(justified && { alignment: 'both' as const }),
      ...((look === 'label' || look === 'lead') && { keepNext: true }),
    },
  };
}

function otherStyles(style: Style): IParagraphStyleOptions[] {
  const rule = { style: ruleStyle(style), size: eighths(style['rule-width']), color: wordColour(style.rule) };
  const accent = {
    style: 'single' as const,
    size: eighths(style['bar-width']),
    color: wordColour(style.accent),
    space: 6,
  };
  const shared = { basedOn: 'Normal', quickFormat: true };
  const gap = style['paragraph-gap'];
  const line = twips(mm(style['answer-line-gap']));
  return [
    { id: 'RaggedText', name: 'Ragged text', ...shared, paragraph: { spacing: { before: twips(gap) } } },
    {
      id: 'TableText',
      name: 'Table text',
      ...shared,
      run: runOfLook(style, 'small'),
      paragraph: { spacing: { ...leading(style, 'small'), before: 0 } },
    },
    {
      id: 'TableHead',
      name: 'Table head',
      ...shared,
      run: runOfLook(style, 'label'),
      paragraph: { spacing: { ...leading(style, 'label'), before: 0 }, keepNext: true },
    },
    {
      id: 'QuotedText',
      name: 'Quoted text',
      ...shared,
      paragraph: {
        indent: { left: twips(style['list-indent']) },
        border: { left: accent },
        spacing: { before: twips(gap * 1.5) },
      },
    },
    {
      id: 'QuotedFrom',
      name: 'Quoted from',
      ...shared,
      run: runOfLook(style, 'small'),
      paragraph: {
        indent: { left: twips(style['list-indent']) },
        border: { left: accent },
        spacing: { ...leading(style, 'small'), before: twips(2) },
      },
    },
    {
      id: 'AnswerLine',
      name: 'Answer line',
      ...shared,
      next: 'AnswerLine',
      paragraph: {
        border: { bottom: rule, between: rule },
        spacing: { before: 0, after: 0, line, lineRule: 'exact' },
      },
    },
    { id: 'Verse', name: 'Verse', ...shared, paragraph: { spacing: { before: twips(gap) } } },
  ];
}

/** The style of the lines that rules are. */
export const ruleStyle = (style: Style): 'dotted' | 'single' =>
  style['rule-look'] === 'dotted' ? 'dotted' : 'single';

/** The width of a rule in eighths of a point, which Word draws from 2 on. */
export const eighths = (points: number): number => Math.max(2, Math.round(points * 8));

/** Lines as far apart as in print, and farther for what is taller. */
const leading = (style: Style, look: Look) => ({
  line: twips(style[`${look}-leading`]),
  lineRule: 'atLeast' as const,
});
