import { append } from '../../../diagnostics/collections/append.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Loss } from '../../losses/loss.ts';
import { addedPhrase } from '../added-phrases.ts';
import type { FieldData, ImportedEntry } from '../imported.ts';
import { type Area, areaOf, isQuestion } from './area-of.ts';
import { type FoundQuotation, findQuotation } from './find-quotation.ts';
import { questionsInNotes, withoutNumber } from './questions-in-notes.ts';
import { QuotationEntries } from './quotation-entries.ts';
import {
  flattened,
  flatWithoutHeadings,
  type HeadingPiece,
  type TextSection,
  wordCount,
} from './sections-of.ts';
import { takeClaim } from './take-claim.ts';
import { termsOf } from './terms-of.ts';
import type { TextPiece } from './text-piece.ts';

/** A character about whom a source says more than this is a main one. */
const MUCH = 60;

/** A chapter of a summary with as many words is a part of its own. */
const OWN_PART = 40;

type PartOf = Exclude<Area, 'items' | 'quotations' | 'parts'>;

/** Makes entries of the sections of a text, by what their headings say. */
export class EntryWriter {
  readonly quotations = new QuotationEntries();
  readonly entries: ImportedEntry[] = [];
  readonly losses: Loss[] = [];
  /** Headings that an entry is named after. */
  private readonly used = new Set<HeadingPiece>();

  /** Adds a section with all that is in it. @param outer what the section around it holds */
  addSection(section: TextSection, outer?: Area): void {
    const heading = section.heading!;
    const own = areaOf(heading.text);
    if (isQuestion(heading.text) && outer !== 'quotations' && own !== 'items') this.addQuestion(section);
    else if (own === undefined && outer !== undefined) this.addPart(section, outer);
    else if (own === undefined || own === 'parts') this.addPlain(section);
    else this.addArea(section, own);
    const isEmpty = section.pieces.length === 0 && section.sections.length === 0;
    if (this.used.has(heading)) return;
    const what = isEmpty
      ? 'a heading with nothing below it'
      : 'a heading over parts that are entries of their own';
    this.losses.push({ what, text: heading.text, at: heading.at });
  }

  /** Adds a text below a heading: as analysis, if it makes a claim, or as a part of the whole. */
  addText(heading: HeadingPiece, section: TextSection): void {
    const own = this.quotations.takeFrom(section);
    if (own.pieces.length === 0 && own.sections.length === 0) return;
    const claimed = areaOf(heading.text) === 'parts' ? undefined : takeClaim(own);
    if (claimed && claimed.section !== own)
      this.push('analysis', heading, { claim: claimed.claim }, flattened(claimed.section));
    else this.push('parts', heading, { title: heading.text }, flatWithoutHeadings(own));
  }

  /** Adds what a heading such as “Characters” has below it. */
  private addArea(section: TextSection, area: Exclude<Area, 'parts'>): void {
    const heading = section.heading!;
    if (area === 'items') this.addQuestions(section);
    else if (area === 'quotations') this.addQuoted(section);
    else {
      const { terms, rest, heads } = termsOf(section.pieces);
      append(this.losses, heads);
      for (const { name, said, at } of terms) {
        const below: TextPiece = { kind: 'paragraph', text: said, markdown: said, at };
        const named: HeadingPiece = { kind: 'heading', level: 6, text: name, markdown: name, at };
        this.addOf(area, named, { heading: named, pieces: [below], sections: [] });
      }
      this.addRest(heading, rest);
    }
    for (const inner of section.sections) this.addSection(inner, area);
  }

  /** Adds one of the parts of an area: a character, a theme; or a group of questions or quotations. */
  private addPart(section: TextSection, area: Area): void {
    const heading = section.heading!;
    if (area === 'items' || area === 'quotations') {
      if (area === 'items') this.addQuestions(section);
      else this.addQuoted(section);
      for (const inner of section.sections) this.addSection(inner, area);
    } else if (area === 'parts') this.addPlain(section);
    else this.addOf(area, heading, section);
  }

  /** Adds a section with a subject of its own. What is in it and belongs to an area is added there. */
  private addPlain(section: TextSection): void {
    const isSpecial = (inner: TextSection): boolean => {
      const area = areaOf(inner.heading!.text);
      return (
        isQuestion(inner.heading!.text) ||
        (area === 'parts' && areaOf(section.heading!.text) === 'parts' && wordCount(inner) >= OWN_PART) ||
        !['parts', undefined].includes(area) ||
        inner.sections.some(isSpecial)
      );
    };
    const special = section.sections.filter(isSpecial);
    const sections = section.sections.filter((inner) => !special.includes(inner));
    if (section.pieces.length > 0 || sections.length > 0)
      this.addText(section.heading!, { ...section, sections });
    for (const inner of special) this.addSection(inner);
  }

  private addOf(area: PartOf, heading: HeadingPiece, section: TextSection): void {
    const refs: string[] = [];
    const own = this.quotations.takeFrom(section, refs);
    if (own.pieces.length === 0 && own.sections.length === 0) return;
    if (area === 'vocabulary') {
      this.push('vocabulary', heading, {}, flatWithoutHeadings(own));
      return;
    }
    const claimed = takeClaim(own);
    if (!claimed) {
      this.push('parts', heading, { title: heading.text }, flatWithoutHeadings(own));
      return;
    }
    const more: Record<string, FieldData> =
      area === 'characters'
        ? { role: wordCount(own) >= MUCH ? 'main' : 'minor' }
        : area === 'symbols'
          ? { themes: [] }
          : {};
    const quotations = refs.length > 0 && area !== 'context' ? { quotations: refs } : {};
    this.push(area, heading, { ...more, claim: claimed.claim, ...quotations }, flattened(claimed.section));
  }

  private addQuestion(section: TextSection): void {
    const { markdown, at } = section.heading!;
    this.used.add(section.heading!);
    this.addItem(withoutNumber(markdown), flatWithoutHeadings(section), at);
  }

  private addQuestions({ heading, pieces }: TextSection): void {
    const { questions, rest } = questionsInNotes(pieces);
    this.addRest(heading!, rest);
    for (const { question, answer, at } of questions) this.addItem(question, answer, at);
  }

  private addItem(name: string, answer: string, at: Place): void {
    if (answer === '')
      this.losses.push({ what: 'a model answer, which the source does not have: write one', text: '', at });
    this.entries.push({
      kind: 'items',
      name,
      fields: {},
      body: answer || addedPhrase('import-no-answer'),
      at,
    });
  }

  /** Adds quotations with what is said about each below it. A heading may be one itself. */
  private addQuoted({ heading, pieces }: TextSection): void {
    const rest: TextPiece[] = [];
    let found: FoundQuotation | undefined = findQuotation(heading!);
    let at: Place = heading!.at;
    let notes: string[] = [];
    if (found) this.used.add(heading!);
    const end = () => {
      if (found) this.quotations.add(found, at, notes);
      notes = [];
    };
    for (const piece of pieces.flatMap(withItems)) {
      const next = findQuotation(piece);
      if (next) {
        end();
        [found, at] = [next, piece.at];
      } else if (found && piece.kind === 'paragraph') notes.push(piece.markdown.replace(/\\\n/g, ' '));
      else rest.push(piece);
    }
    end();
    this.addRest(heading!, rest);
  }

  private addRest(heading: HeadingPiece, rest: readonly TextPiece[]): void {
    if (rest.length > 0) this.addText(heading, { heading, pieces: [...rest], sections: [] });
  }

  private push(kind: string, heading: HeadingPiece, fields: Record<string, FieldData>, body: string): void {
    this.used.add(heading);
    this.entries.push({ kind, name: heading.text, fields, body, at: heading.at });
  }
}

/** The items of a list as paragraphs; other pieces as they are. */
const withItems = (piece: TextPiece): TextPiece[] =>
  piece.kind === 'list' && piece.items.every(({ isLong }) => !isLong)
    ? piece.items.map(({ text, markdown, at }) => ({ kind: 'paragraph', text, markdown, at }))
    : [piece];
