import type { Place } from '../../../diagnostics/diagnostic.ts';
import type { MarkupDialect } from './markup-dialect.ts';

/** What a passage is written with, and where what is lost of it goes. */
export interface PassageContext {
  readonly dialect: MarkupDialect;
  /** Notes met so far in this passage, each as HTML; they are written below it. */
  readonly notes: Map<number, string>;
  /** Says that something of the passage is not carried over. @param text its words, if it has any that are not written */
  lose(what: string, text?: string, at?: Place): void;
}
