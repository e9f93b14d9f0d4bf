import { describe, expect, it } from 'vitest';
import { build } from '../../src/build/build.ts';
import { buildSet } from '../../src/build/build-set.ts';
import { readPackSources, readTemplateSet } from '../../src/cli/files/reading/read-sources.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { readPdf } from '../../src/pdf/reading/read-pdf.ts';
import { pageText, passagesOf, unseenTexts } from '../../src/pdf/reading/text-of.ts';
import { PHRASES, type PhraseKey } from '../../src/words/phrases.ts';
import { phraseForms } from '../../src/words/say.ts';
import { roster } from '../build/make-set.ts';
import { options, textOf } from '../support.ts';
import { english } from '../words-in.ts';

const templates = readTemplateSet(createReport());

/** Every product, those on request too, and both styles of type: large print has tables of its own. */
const PRODUCTS = templates.templates.map(({ name }) => name.replace('.md.hbs', ''));

/** The French pack is printed as if it were English too, and has a single relation for its map. */
const EXPECTED = ['product-empty', 'language-mismatch', 'diagram-too-small'];

/** Enough words for every puzzle. */
const MORE_WORDS =
  'brume falaise marin rocher lampe escalier horizon navire vague sable voile ancre corde silence rivage barque orage ciel pluie vent port filet quai digue'
    .split(' ')
    .map((word) => `## ${word}\n\nUn mot du récit.\n`)
    .join('\n');

/** Builds a pack in a language, with every product and a class set. @returns all text of each file, by its path */
async function printedTexts(lang: string): Promise<Map<string, string>> {
  const report = createReport(textOf);
  const [french] = readPackSources(['tests/packs/le-phare'], 'content', report);
  const content = french!.content.map((file) =>
    file.name === 'pack.md'
      ? { ...file, text: file.text.replace('lang: fr', `lang: ${lang}`) }
      : file.name === 'vocabulary.md'
        ? { ...file, text: `${file.text}\n${MORE_WORDS}` }
        : file,
  );
  const source = { ...french!, content };
  const files = new Map<string, Uint8Array>();
  const products = PRODUCTS.filter((name) => name !== 'distribution-list' && name !== 'seating-plan');
  for (const style of ['standard', 'large-print-18'])
    for (const { path, bytes } of await build([source], templates, options({ products, style }), report))
      files.set(`${style}/${path}`, bytes);
  const pieces = new Map<string, Uint8Array[]>();
  const request = { exam: 'controle', forms: [], spares: 1, order: 'seat' as const };
  await buildSet(
    [source],
    templates,
    { ...request, roster: roster('name,class,seat,number,notes\nLéa,5B,1,7,\nNoé,5B,2,8,tiers temps\n') },
    options(),
    {
      begin(path) {
        const own: Uint8Array[] = [];
        pieces.set(path, own);
        return (piece) => own.push(piece);
      },
    },
    report,
  );
  for (const [path, own] of pieces) files.set(path, new Uint8Array(Buffer.concat(own)));
  expect(report.diagnostics.filter(({ code }) => !EXPECTED.includes(code))).toEqual([]);
  const texts = new Map<string, string>();
  for (const [path, bytes] of files) {
    if (!path.endsWith('.pdf')) continue;
    const pdf = (await readPdf(path, bytes, report))!;
    const all = [
      ...pdf.pages.map(pageText),
      ...passagesOf(pdf, ' ').map(({ text }) => text),
      // Metadata have English names and values of their own.
      ...unseenTexts(pdf).filter((text) => text !== 'true' && !text.includes('<rdf:')),
    ].join('\n');
    // Names of files, of styles and of commands are the program's, in every language.
    const words = all.replace(/\S+\.pdf|build --start \S+|\bstart\b|Large print 18|Standard/g, '');
    // A print list names files in short, without their endings.
    const named = path.includes('print-list')
      ? words.replace(/\b(?:support|core|stretch|key|form)\b/g, '')
      : words;
    texts.set(path, named.replace(/\s+/g, ' '));
  }
  return texts;
}

/** The words of a phrase between its values, without marks of Markdown. */
const piecesOf = (key: PhraseKey, words = english): string[] =>
  phraseForms(words, key)
    .flatMap((form) => form.split(/\{[a-z-]+\}/))
    .map((piece) =>
      piece
        .replace(/[*`\\]/g, '')
        .replace(/\s+/g, ' ')
        .replace(/^\P{L}+|\P{L}+$/gu, ''),
    )
    .filter((piece) => /\p{L}{2}/u.test(piece));

/** English words that are French too, or that this pack has for other reasons. */
const ALSO_FRENCH = new Set(
  'Code code codes copies Copies Note Page page page pages Pages Total Question Questions Date Index date film Film on Notes Vocabulary Important paraphrase minutes part Part Place source'.split(
    ' ',
  ),
);

/** Phrases of the English file that are in a text, as whole words. */
function englishIn(text: string): string[] {
  const pieces = (Object.keys(PHRASES) as PhraseKey[]).flatMap((key) => piecesOf(key));
  return [...new Set(pieces)].filter((piece) => {
    const escaped = piece.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');
    return !ALSO_FRENCH.has(piece) && new RegExp(`(?<!\\p{L})${escaped}(?!\\p{L})`, 'u').test(text);
  });
}

describe('a pack in French', () => {
  it('has none of the English phrases in any product', async () => {
    const texts = await printedTexts('fr');
    expect([...texts.keys()].length).toBeGreaterThan(50);
    const found = [...texts].flatMap(([path, text]) => englishIn(text).map((phrase) => `${path}: ${phrase}`));
    expect(found).toEqual([]);
  });

  it('has most of them if its language is English, so that they are not looked for in vain', async () => {
    const all = [...(await printedTexts('en-GB')).values()].join('\n');
    const printed = new Set(englishIn(all));
    // This pack is on a book, with chapters.
    const keys = (Object.keys(PHRASES) as PhraseKey[]).filter(
      (key) => !/-without-book$|^units?-(?!by)/.test(key),
    );
    const seen = keys.filter((key) => piecesOf(key).some((piece) => printed.has(piece)));
    // The others need a pack on science, a checked book, a poster and the like.
    expect(seen.length / keys.length).toBeGreaterThan(0.67);
  });
});
