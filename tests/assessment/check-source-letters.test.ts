import { describe, expect, it } from 'vitest';
import { checkSourceLetters } from '../../src/assessment/papers/check-source-letters.ts';
import { createReport } from '../../src/diagnostics/report.ts';
import { english, wordsIn } from '../words-in.ts';
import { assessmentOf } from './support.ts';

/** The messages about a question on the first and the second of three texts, in a language. */
function findings(stem: string, lang: string): string[] {
  const { assessment } = assessmentOf({
    'items.md': `## ${stem}\nid: first\nmarks: 1\nstimulus: [lamp, ray]\n\nIt is.\n\n## Why?\nid: second\nmarks: 1\nstimulus: wall\n\nIt is.\n`,
    'stimuli.md': '## Lamp\n\nA lamp.\n\n## Ray\n\nA ray.\n\n## Wall\n\nA wall.\n',
  });
  const report = createReport();
  checkSourceLetters(assessment.items, 'Quiz', lang === 'en-GB' ? english : wordsIn(lang), report);
  return report.diagnostics.map(({ message }) => message);
}

describe('a question that names a source it is not about', () => {
  it.each([
    ['en-GB', 'How useful are Sources A and C?'],
    ['en-GB', 'How useful is source C?'],
    ['fr', 'En quoi les documents A et C sont-ils utiles ?'],
    ['fr', 'Que montre le document C ?'],
    ['de', 'Vergleiche Material A oder C.'],
    ['es', '¿Qué dicen las fuentes A y C?'],
    ['it', 'Che cosa dicono le fonti A e C?'],
    ['pl', 'Co mówią źródła A i C?'],
    ['cy', 'Beth mae Ffynonellau A ac C yn ei ddweud?'],
  ])('is found in %s: %s', (lang, stem) => {
    expect(findings(stem, lang)).toEqual([
      'This question mentions Source C, but in “Quiz” it is about Sources\u00A0A and B.',
    ]);
  });

  it.each([
    ['en-GB', 'How useful are Sources A and B?'],
    ['en-GB', 'The source I found is Source A.'],
    ['en-GB', 'What is the source Charles used?'],
    ['fr', 'Comparez les documents A et B.'],
    ['fr', 'Que dit Source C ?'],
    ['de', 'Vergleiche Material A und B.'],
    ['pl', 'Porównaj źródła A i B.'],
  ])('is not found in %s: %s', (lang, stem) => expect(findings(stem, lang)).toEqual([]));
});
