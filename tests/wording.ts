import { readFileSync } from 'node:fs';
import ts from 'typescript';

/**
 * What a text is: the program's own words, a manual, a paper or mark scheme, or other prose of a pack. That tells stories, in
 * which people may stand, lie and mend.
 */
export type Kind = 'program' | 'manual' | 'paper' | 'pack';

/** A phrase that reads as if it was translated word for word, and what to write. */
export interface Phrase {
  readonly pattern: RegExp;
  readonly instead: string;
  /** The texts that may not use it; by default all. */
  readonly kinds?: readonly Kind[];
  /** A sentence with it, and one that looks like it and is good English. */
  readonly bad: string;
  readonly good: string;
}

const PROSE: readonly Kind[] = ['program', 'manual'];
const NOT_STORIES: readonly Kind[] = [...PROSE, 'paper'];
/** Words for things that there is one of for each of something. */
const EACH =
  'pupils?|class|product|theme|character|chapter|form|style|paper|question|pack|teacher|mark|commit';

/** The phrases that must not come back. */
export const PHRASES: readonly Phrase[] = [
  {
    pattern:
      /(?<!\b(?:there|that|what) )\b(?:is|are|was|were) no (?!longer\b|more\b|less\b|fewer\b|\w+er\b|doubt\b|good\b|use\b)/i,
    instead: 'is not a',
    kinds: PROSE,
    bad: 'This line is no field.',
    good: 'There is no field “x”, and the other is no longer needed.',
  },
  {
    pattern: /\bthat there (?:is|are) not\b/i,
    instead: 'that does not exist',
    bad: 'It names a kind that there is not.',
    good: 'Check that there is a file.',
  },
  {
    pattern: /\b(?:stands?|stood|standing)\b(?! (?:for|out|by)\b)/i,
    instead: 'is, comes, is printed',
    kinds: PROSE,
    bad: 'The marks stand on the right.',
    good: 'SPaG stands for spelling, punctuation and grammar. I understand the standard.',
  },
  {
    pattern: /\b(?:lies|lie|lying)\b/i,
    instead: 'is (or landscape, of paper)',
    kinds: PROSE,
    bad: 'The roster lies in the pack.',
    good: 'A polite applier of files.',
  },
  {
    pattern: /\bstanding or lying\b|\bpaper that (?:stands|lies)\b/i,
    instead: 'portrait or landscape',
    bad: 'a sheet, standing or lying',
    good: 'a portrait or landscape sheet',
  },
  {
    pattern: /\bwho(?:so)?ever\b/i,
    instead: 'anyone who, readers who',
    kinds: NOT_STORIES,
    bad: 'whoever reads it',
    good: 'wherever',
  },
  {
    pattern: /\bwhom(?:ever)?\b/i,
    instead: 'who, or another sentence',
    kinds: PROSE,
    bad: 'the pupil whom it names',
    good: 'the pupil it names',
  },
  {
    pattern: /\bmend(?:s|ed|ing)?\b/i,
    instead: 'fix, correct',
    kinds: PROSE,
    bad: 'Mend the front matter.',
    good: 'Amend the recommended file.',
  },
  {
    pattern: /\bso many\b/i,
    instead: 'number of, how many',
    kinds: PROSE,
    bad: 'So many copies more, without a name',
    good: 'so that many copies fit',
  },
  {
    pattern: new RegExp(
      `\\b(?:a|one) (?:row|file|page|sheet|copy|card|line|column|change) an? (?:${EACH})\\b`,
      'i',
    ),
    instead: 'one … per …',
    bad: 'The list has a row a pupil.',
    good: 'one row per pupil',
  },
  {
    pattern: /\b(?:is|are|was|were|be) (?:told|said|warned) of\b/i,
    instead: 'you get a warning for',
    kinds: PROSE,
    bad: 'What no product prints is warned of.',
    good: 'You get a warning for it.',
  },
  {
    pattern: /\b(?:prints?|printed|shows?|shown) as nothing\b/i,
    instead: 'is blank, prints blank',
    bad: 'letters that print as nothing',
    good: 'nothing is printed',
  },
  {
    pattern: /\bnobody but\b|\bnothing but\b/i,
    instead: 'only',
    kinds: PROSE,
    bad: 'Say nothing but what is wrong.',
    good: 'Nothing was written.',
  },
  {
    pattern:
      /\bbelongs? to no\b|\bmakes? no id\b|\bopens no\b|\bleads nowhere\b|\b(?:that|which) no \w+ (?:has|prints)\b/i,
    instead: 'does not …',
    kinds: PROSE,
    bad: 'a letter that no font has',
    good: 'a letter missing from every font',
  },
  {
    pattern: /\bturned? (?:about|round) (?:the|an?|its)\b|\babout which (?:the )?sheets\b/i,
    instead: 'flipped on',
    bad: 'sheets are turned about the long edge',
    good: 'sheets are flipped on the long edge',
  },
  {
    pattern: /\b(?:is|are) the most that\b/i,
    instead: 'the limit is',
    bad: '5 MB is the most that is read.',
    good: 'The limit is 5 MB.',
  },
  {
    pattern: /\bpass(?:es|ed)? (?:over|round)\b/i,
    instead: 'ignores; often quoted',
    kinds: PROSE,
    bad: 'git passes over it',
    good: 'git ignores it',
  },
  {
    pattern: /\bturn(?:s|ed)? (?:sheets |over )?(?:at|on) the (?:long|short) edge\b|\bturns? sheets\b/i,
    instead: 'flipped on the … edge',
    bad: 'Print it on both sides, turned on the short edge.',
    good: 'Print it on both sides, flipped on the short edge. Turn the card over.',
  },
  {
    pattern: /\bprints? nowhere\b/i,
    instead: 'is never printed',
    kinds: PROSE,
    bad: 'Comments print nowhere.',
    good: 'Comments are never printed.',
  },
  {
    pattern: /\bha(?:s|ve) no use for\b/i,
    instead: 'does not take',
    kinds: PROSE,
    bad: 'The command has no use for b.',
    good: 'The command does not take b.',
  },
  {
    pattern: /\b(?:with|has|have|get|gets) other (?:words|forms|versions)\b/i,
    instead: 'different',
    kinds: PROSE,
    bad: 'The book has other words.',
    good: 'The book has different words. They say in other words what it says.',
  },
  {
    pattern: /\ball (?:that )?(?:was|is) (?:said|told)\b|\b(?:is|was) (?:said|reported) of\b/i,
    instead: 'all messages, is reported about',
    kinds: PROSE,
    bad: 'It keeps all that was said.',
    good: 'It keeps all messages.',
  },
  {
    pattern: /\bthe want of\b|\bin being\b/i,
    instead: 'the lack of; alive',
    bad: 'He regrets only the want of time.',
    good: 'He regrets only the lack of time.',
  },
  {
    pattern: /\b(?:tells?|told|telling|know more) of (?:a|an|the|it|them|her|him|each|kinds)\b/i,
    instead: 'says that, tells the story of, about',
    bad: 'Rodney tells of a possible.',
    good: 'Rodney says that he has seen a possible..',
  },
  {
    pattern: /\bis of (?:use|no)\b/i,
    instead: 'is only used for',
    bad: 'is of use for a press',
    good: 'is useful',
  },
  {
    pattern: /\b(?:not )?set in as far\b/i,
    instead: 'indented',
    bad: 'not set in as far',
    good: 'not indented',
  },
  {
    pattern: /\bto have (?:\w+ ){1,6}(?:checked|printed|turned) too\b/i,
    instead: 'to check … too',
    bad: 'To have places checked too, …',
    good: 'To check places too, …',
  },
  {
    pattern: /\bneighbours (?:have|get|with) (?:other|the same)\b/i,
    instead: 'pupils sitting next to each other',
    bad: 'Neighbours have other forms.',
    good: 'Pupils sitting next to each other get different versions.',
  },
  {
    pattern: /\b(?:file|line|paragraph|row) of (?:its|their) own\b/i,
    instead: 'a separate …',
    kinds: ['program'],
    bad: 'Put it into a paragraph of its own.',
    good: 'Put it in a separate paragraph.',
  },
  {
    pattern:
      /\bsay whose they are\b|\bwhen you have finished: look\b|\blook at them when you have finished\b/i,
    instead: 'Who says this?',
    bad: 'Read the words, and say whose they are.',
    good: 'Read this quotation. Who says it?',
  },
  {
    pattern: /\b(?:ca|could|do|does|did|is|are|was|were|has|have|should|would|wo)n[’']t\b/i,
    instead: 'no contractions in papers and mark schemes',
    kinds: ['paper'],
    bad: 'An answer that can’t go beyond level three.',
    good: 'An answer that cannot go beyond level three.',
  },
];

/** A text with the line of its file on which it begins. */
export interface Text {
  readonly file: string;
  readonly line: number;
  readonly text: string;
  readonly kind: Kind;
}

/** The texts in a source file of the program: strings of more than one word, but no names of modules and no comments. */
export function stringsIn(file: string, source = readFileSync(file, 'utf8')): Text[] {
  const tree = ts.createSourceFile(file, source, ts.ScriptTarget.Latest, true);
  const found: Text[] = [];
  const visit = (node: ts.Node): void => {
    if (ts.isImportDeclaration(node) || ts.isExportDeclaration(node)) return;
    const isText = ts.isStringLiteralLike(node) || ts.isTemplateExpression(node);
    // Values in a template become …, so that a phrase on both sides of one is still found.
    const text = !isText
      ? ''
      : ts.isTemplateExpression(node)
        ? node.head.text + node.templateSpans.map(({ literal }) => `…${literal.text}`).join('')
        : node.text;
    if (/\p{L} |\p{L}’| \p{L}/u.test(text)) {
      const { line } = tree.getLineAndCharacterOfPosition(node.getStart(tree));
      found.push({ file, line: line + 1, text, kind: 'program' });
    }
    ts.forEachChild(node, visit);
  };
  visit(tree);
  return found;
}

/** What replaces a part that is not read, so that all lines keep their numbers. */
const blank = (part: string): string => part.replace(/[^\n]/g, '');

/** The paragraphs of a text file, without its comments, code and quotations. */
export function paragraphsIn(file: string, kind: Kind, source = readFileSync(file, 'utf8')): Text[] {
  const read = source
    .replace(/<!--[\s\S]*?-->|\{\{!--[\s\S]*?--\}\}|\{\{![^}]*\}\}/g, blank)
    .replace(file.endsWith('.yaml') ? /^ *#.*$/gm : /$^/g, '')
    // In a pack and a template, fences are blocks that are printed.
    .replace(kind === 'manual' ? /^( *)(```|~~~)[^\n]*\n[\s\S]*?^\1\2.*$/gm : /$^/g, blank)
    .replace(kind === 'manual' ? /`[^`\n]*`/g : /$^/g, '`…`')
    .replace(/^>.*$/gm, '')
    .replace(/“[^“”]*”/g, (quoted) => `“${blank(quoted)}”`);
  const found: Text[] = [];
  let line = 1;
  for (const part of read.split(/(\n\s*\n)/)) {
    if (part.trim() !== '') found.push({ file, line, text: part, kind });
    line += part.split('\n').length - 1;
  }
  return found;
}

/** Gives a line for each phrase in the texts that must not come back. @param allowed parts of texts that may have one */
export function badWording(texts: readonly Text[], allowed: readonly string[] = []): string[] {
  return texts.flatMap(({ file, line, text, kind }) =>
    PHRASES.filter(({ kinds }) => kinds === undefined || kinds.includes(kind)).flatMap(
      ({ pattern, instead }) =>
        [...text.matchAll(new RegExp(pattern, `${pattern.flags}g`))].flatMap(({ 0: phrase, index }) => {
          const around = text.slice(Math.max(0, index - 40), index + phrase.length + 40).replace(/\s+/g, ' ');
          if (allowed.some((one) => around.includes(one))) return [];
          const at = line + text.slice(0, index).split('\n').length - 1;
          return [`${file}:${at}: “${phrase.trim()}” in “${around}” → ${instead}`];
        }),
    ),
  );
}
