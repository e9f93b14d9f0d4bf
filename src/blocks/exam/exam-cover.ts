import * as z from 'zod';
import type { Block, Inline, TableCell } from '../block.ts';
import { defineBlock } from '../named/named-block.ts';
import { candidate, candidateBox } from './candidate-box.ts';

/** The first page of a paper: what it is, boxes for the candidate, instructions, and sections with their marks. */
export const examCover = defineBlock({
  name: 'exam-cover',
  fields: z.strictObject({
    subject: z.string().min(1),
    title: z.string().min(1),
    code: z.string().default(''),
    form: z.string().default(''),
    time: z.string().min(1),
    marks: z.string().min(1),
    copy: candidate.optional().describe('whose copy it is, in place of labels'),
    labels: z.array(z.string().min(1)).max(6).default([]).describe('what candidates fill in: Name, Class'),
    instructions: z.string().default('').describe('Markdown of any length'),
    sections: z
      .array(z.strictObject({ title: z.string(), questions: z.string(), marks: z.string() }))
      .default([]),
    total: z.string().default(''),
    warning: z.string().default('').describe('what stands alone at the foot'),
  }),
  expand(fields, tools) {
    const { at, plain, placeIn, blocks } = tools;
    const { subject, title, code, form, time, marks, copy, labels, instructions, sections, total, warning } =
      fields;
    const bold = (text: string): Inline[] => plain(text).map((run) => ({ ...run, bold: true }));
    const paragraph = (text: Inline[], look: 'heading' | 'label' | 'body' | 'small', from = ''): Block => ({
      kind: 'paragraph',
      at: from ? placeIn(from) : at,
      look,
      text,
    });
    const cell = (text: string): TableCell => [paragraph(plain(text), 'body', text)];
    const strong = (text: string): TableCell => [paragraph(bold(text), 'body', text)];
    const head = (text: string): TableCell => [paragraph(plain(text), 'small')];
    const box = (label: string): Block => ({
      kind: 'paragraph',
      at,
      look: 'body',
      open: true,
      text: [...bold(label), ...plain('\u00A0\u00A0'), { kind: 'blank', width: 'rest' }],
    });
    // The first, a name, has a line to itself; the others stand two to a line.
    const [name, ...others] = labels;
    const pairs = others.flatMap((_, index) => (index % 2 === 0 ? [others.slice(index, index + 2)] : []));
    const boxes: Block[] = [
      ...(name === undefined ? [] : [box(name)]),
      ...pairs.map((pair): Block => {
        const columns = pair.map((label) => ({ share: 1, blocks: [box(label)] }));
        return { kind: 'columns', at, columns };
      }),
    ];
    const fact = (label: string, value: string, share: number) => ({
      share,
      blocks: [paragraph([...bold(`${label} `), ...plain(value)], 'body')],
    });
    const table: Block = {
      kind: 'table',
      at,
      columns: [{ align: 'left' }, { align: 'left' }, { align: 'right' }, { align: 'right' }],
      header: [head('Section'), head('Questions'), head('Out of'), head('Mark')],
      rows: [
        ...sections.map((section) => [
          cell(section.title),
          cell(section.questions),
          cell(section.marks),
          cell(''),
        ]),
        [strong('Total'), cell(''), strong(total), cell('')],
      ],
    };
    return [
      { ...paragraph(plain(subject), 'label', subject), ...(code && { tail: plain(code) }) } as Block,
      { kind: 'heading', at: placeIn(title), level: 1, look: 'title', text: plain(title) },
      ...(form ? [paragraph(plain(form), 'heading')] : []),
      { kind: 'rule', at },
      { kind: 'columns', at, columns: [fact('Time allowed:', time, 3), fact('Total:', marks, 2)] },
      { kind: 'space', at, height: 12, fill: 0 },
      ...(copy ? [{ kind: 'group', at, blocks: [candidateBox(copy, tools)] } as const] : []),
      ...(!copy && boxes.length > 0
        ? [{ kind: 'group', at, blocks: [{ kind: 'box', at, tone: 'frame', blocks: boxes }] } as const]
        : []),
      ...(sections.length > 0
        ? [
            { kind: 'space', at, height: 12, fill: 0 } as const,
            { kind: 'group', at, whole: true, blocks: [table] } as const,
          ]
        : []),
      // In large print this makes a page of its own.
      {
        kind: 'group',
        at,
        whole: true,
        blocks: [
          ...(instructions
            ? [
                { kind: 'heading', at, level: 2, text: plain('Instructions') } as const,
                ...blocks(instructions),
              ]
            : []),
          { kind: 'space', at, height: 12, fill: 1 },
          ...(warning ? [paragraph(bold(warning), 'label')] : []),
        ],
      },
      { kind: 'page-break', at, recto: false },
    ];
  },
});
