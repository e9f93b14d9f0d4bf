import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { Loss } from '../../losses/loss.ts';
import type { ImportedEntry } from '../imported.ts';
import { plainAsMarkdown } from '../rich-text/plain-as-markdown.ts';
import { type FoundQuotation, findQuotation } from './find-quotation.ts';
import type { TextSection } from './sections-of.ts';

/** The first words of a quotation that name it. */
const NAMING_WORDS = 7;
const MOST_NAMING_WORDS = 40;

/** Collects the quotations of a text, each once. None of them is trusted: they are unverified until somebody has looked them up. */
export class QuotationEntries {
  readonly entries: ImportedEntry[] = [];
  readonly losses: Loss[] = [];
  /** Their names by their words. */
  private readonly names = new Map<string, string>();

  /** @returns the name of the quotation */
  add(found: FoundQuotation, at: Place, notes: readonly string[] = []): string {
    const { text, markdown, credit } = found;
    const key = text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
    const known = this.names.get(key);
    if (known !== undefined) {
      const words = [text, credit ?? '', ...notes].join(' ').trim();
      this.losses.push({ what: 'a quotation that came before', text: words, at });
      return known;
    }
    const name = this.nameFor(text);
    this.names.set(key, name);
    const said = credit === undefined ? [] : [plainAsMarkdown(credit)];
    const end = notes.length > 0 && /[\p{L}\p{N}]$/u.test(said[0] ?? '') ? '.' : '';
    const note = [...said.map((text) => `${text}${end}`), ...notes].join(' ');
    const plain = text.split('\n\n').map((part) => plainAsMarkdown(part));
    this.entries.push({
      kind: 'quotations',
      name,
      fields: { speaker: 'narrator', provenance: 'unverified', ...(note !== '' && { note }) },
      body: markdown || plain.join('\n\n'),
      at,
    });
    return name;
  }

  /** Takes the quotations out of a section. @param refs takes their names */
  takeFrom(section: TextSection, refs?: string[]): TextSection {
    const pieces = section.pieces.filter((piece) => {
      const found = piece.kind === 'heading' ? undefined : findQuotation(piece);
      if (found) {
        const name = this.add(found, piece.at);
        if (!refs?.includes(name)) refs?.push(name);
      }
      return !found;
    });
    return { ...section, pieces, sections: section.sections.map((inner) => this.takeFrom(inner, refs)) };
  }

  /** The first words of a quotation, as many as no other begins with. */
  private nameFor(text: string): string {
    const words = text.replace(/\s+/g, ' ').trim().split(' ');
    const taken = new Set(this.names.values());
    for (let count = Math.min(NAMING_WORDS, words.length); count < words.length; count++) {
      const name = tidied(words.slice(0, count).join(' '));
      if (!taken.has(name)) return name;
    }
    return tidied(words.slice(0, MOST_NAMING_WORDS).join(' '));
  }
}

/** A name without marks at its ends. */
const tidied = (words: string) => words.replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '') || words;
