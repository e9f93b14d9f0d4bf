import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { wholeFile } from '../../../diagnostics/whole-file.ts';
import type { DetectedLanguage } from '../../../layout/language/detect-language.ts';
import { guessLanguage, languageSigns, proseOf } from '../../../layout/language/guess-language.ts';

/** Says which language was found for a file that does not give one, unless it is plain English. */
export function reportDetected({ lang, certainty }: DetectedLanguage, path: string, report: Report): void {
  const at = wholeFile(path);
  if (certainty === 'clear') {
    if (lang !== 'en')
      report.add(
        'language-assumed',
        at,
        `This file does not say which language it is in. It is printed as ${languageName(lang)}.`,
        `If that is right, write “lang: ${lang}” in its front matter. If not, give the right language there, or with --lang.`,
      );
    return;
  }
  report.add(
    'language-assumed',
    at,
    certainty === 'few-words'
      ? 'This file is too short to tell which language it is in. It is printed as English.'
      : 'It is not clear which language this file is in. It is printed as English.',
    'Give the language in its front matter, such as “lang: de”, or with --lang.',
  );
}

/** The most of a language’s own common words in a text that is in another. */
const FEW = 0.04;

/** The words of a pack that its language is compared with. */
const FEWEST_WORDS = 100;

/** Warns of a pack whose text is clearly not in its language. */
export function checkPackLanguage(
  files: readonly { readonly text: string }[],
  lang: string,
  langAt: Place,
  report: Report,
): void {
  const signs = languageSigns(files.map(({ text }) => proseOf(text)).join('\n'));
  const found = guessLanguage(signs);
  const [own = lang] = lang.split('-');
  const share = signs.shares.get(own);
  if (
    found === undefined ||
    found === own ||
    signs.words < FEWEST_WORDS ||
    share === undefined ||
    share > FEW
  )
    return;
  report.add(
    'language-mismatch',
    langAt,
    `The language of this pack is “${lang}”, but its text is in ${languageName(found)}.`,
    `Write “lang: ${found}” in pack.md: hyphens, quotation marks and screen readers depend on it.`,
  );
}

const languageName = (lang: string): string =>
  new Intl.DisplayNames(['en'], { type: 'language' }).of(lang) ?? lang;
