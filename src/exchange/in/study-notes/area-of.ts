/** What the parts of a section are, by its heading. */
export type Area =
  | 'characters'
  | 'themes'
  | 'symbols'
  | 'context'
  | 'quotations'
  | 'vocabulary'
  | 'items'
  | 'parts';

/** The words of headings in the languages that packs are printed in. A heading of them and a few others names a section. */
const HEADINGS: readonly (readonly [Area, RegExp])[] = [
  [
    'items',
    /\b(questions?|faqs?|frequently asked|quiz|q ?& ?a|test yourself|comprehension|fragen|häufige fragen|questions? fréquentes?|preguntas|domande|pytania|cwestiynau)\b/iu,
  ],
  ['quotations', /\b(quotes?|quotations?|zitate?|citations?|citas?|citazioni|cytaty|dyfyniadau)\b/iu],
  [
    'vocabulary',
    /\b(vocabulary|glossary|key (?:terms|words|vocabulary)|word (?:list|bank)|words? to (?:know|learn)|definitions|terminology|glossar|vokabeln|wortschatz|vocabulaire|glossaire|vocabulario|glosario|glossario|słownictwo|geirfa)\b/iu,
  ],
  [
    'characters',
    /\b(characters?|dramatis personae|cast|figuren|charaktere|personnages|personajes|personaggi|bohaterowie|cymeriadau)\b/iu,
  ],
  ['symbols', /\b(symbols?|motifs?|symbolism|symbole|motive|symboles|símbolos|simboli)\b/iu],
  ['themes', /\b(themes?|themen|thèmes|temas|temi|motywy|themâu)\b/iu],
  [
    'context',
    /\b(context|background|kontext|hintergrund|contexte|contexto|contesto|kontekst|cyd-destun)\b/iu,
  ],
  [
    'parts',
    /\b(summary|summaries|synopsis|plot|overview|introduction|chapters?|acts?|scenes?|part|book|stave|section|zusammenfassung|inhalt|kapitel|akt|résumé|chapitres?|acte|resumen|capítulos?|acto|riassunto|capitolo|streszczenie|rozdział|crynodeb)\b/iu,
  ],
];

/** Headings with more words than this are about something of their own. */
const MOST_WORDS = 6;

/** Says what a heading announces; undefined if it has a subject of its own. */
export function areaOf(heading: string): Area | undefined {
  const words = heading.split(/\s+/).length;
  const found = HEADINGS.find(([, pattern]) => pattern.test(heading))?.[0];
  return found === 'parts' || words <= MOST_WORDS ? found : undefined;
}

/** Whether a heading asks something. */
export const isQuestion = (text: string): boolean => /\?[”’"')\]*\s]*$/.test(text) && /\p{L}/u.test(text);
