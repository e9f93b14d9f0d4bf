/** How labels count: in what, from where, and what is around the number. */
export interface LabelPattern {
  readonly format: 'decimal' | 'decimalZero' | 'lowerLetter' | 'upperLetter' | 'lowerRoman' | 'upperRoman';
  readonly first: number;
  readonly before: string;
  readonly after: string;
}

const LABEL = /^(\(?)(\d+|[a-z]+|[A-Z]+)([).]?)$/;
const ROMAN = [
  '',
  'i',
  'ii',
  'iii',
  'iv',
  'v',
  'vi',
  'vii',
  'viii',
  'ix',
  'x',
  'xi',
  'xii',
  'xiii',
  'xiv',
  'xv',
];

/** The ways of counting that Word knows and labels use. Roman numerals come first: “i” alone is one. */
const WAYS: readonly { readonly format: LabelPattern['format']; readonly read: (text: string) => number }[] =
  [
    { format: 'lowerRoman', read: (text) => ROMAN.indexOf(text) },
    {
      format: 'upperRoman',
      read: (text) => (text === text.toUpperCase() ? ROMAN.indexOf(text.toLowerCase()) : -1),
    },
    { format: 'decimal', read: (text) => (/^[1-9]\d*$|^0$/.test(text) ? Number(text) : -1) },
    { format: 'decimalZero', read: (text) => (/^0[1-9]$|^[1-9]\d$/.test(text) ? Number(text) : -1) },
    { format: 'lowerLetter', read: (text) => (/^[a-z]$/.test(text) ? text.charCodeAt(0) - 96 : -1) },
    { format: 'upperLetter', read: (text) => (/^[A-Z]$/.test(text) ? text.charCodeAt(0) - 64 : -1) },
  ];

/** Gives the way in which labels count up one by one; undefined if they do not, so that they have to be typed. */
export function labelPattern(labels: readonly string[]): LabelPattern | undefined {
  const parts = labels.map((label) => LABEL.exec(label));
  const [head] = parts;
  if (!head || parts.some((part) => part?.[1] !== head[1] || part?.[3] !== head[3])) return undefined;
  // A single “I” or “C” is a letter; several are read as they count.
  for (const { format, read } of WAYS) {
    const values = parts.map((part) => read(part![2]!));
    const first = values[0]!;
    if (first < 0 || (first === 1 && format === 'upperRoman' && labels.length === 1)) continue;
    if (format === 'lowerRoman' && labels.length === 1 && first > 1 && /^[vx]$/.test(head[2]!)) continue;
    if (values.every((value, index) => value === first + index))
      return { format, first, before: head[1]!, after: head[3]! };
  }
  return undefined;
}
