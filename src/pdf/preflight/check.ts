import type { Severity } from '../../diagnostics/diagnostic.ts';
import type { Box } from '../../pages/page.ts';
import type { ReadText } from '../content/page-mark.ts';
import type { ReadContentItem, ReadNode } from '../reading/read-node.ts';
import type { ReadPdf } from '../reading/read-pdf.ts';
import type { MarkedTexts } from '../reading/text-of.ts';

/** What was found in a finished file. */
export interface Finding {
  /** The name of the check. */
  readonly check: string;
  readonly severity: Severity;
  readonly message: string;
  readonly hint?: string;
  /** Counted from 1; absent for the file as a whole. */
  readonly page?: number;
  /** In points from the top left of the page. */
  readonly box?: Box;
  /** What is written there. */
  readonly text?: string;
  /** How many findings it represents, where they are only counted. */
  readonly count?: number;
}

/** What a file is printed on: the school's copier, a copier without colours, or a press. */
export const PROFILES = ['school', 'grey', 'press'] as const;
export type Profile = (typeof PROFILES)[number];

/** What a file is expected to be. What is left out is not checked. Lengths are points. */
export interface Expected {
  readonly profile: Profile;
  /** The trimmed page or sheet, portrait or landscape. */
  readonly size?: { readonly width: number; readonly height: number };
  /** How far colours extend beyond the trim. */
  readonly bleed: number;
  /** The edge about which sheets are turned, for files that are printed on both sides. */
  readonly duplex?: 'long-edge' | 'short-edge';
  /** Whether even pages are the backs of the odd ones before them, cell by cell. */
  readonly backs: boolean;
  /** The cells of each sheet. */
  readonly cells?: readonly Box[];
  /** Whether the file holds copies one after another, each of which has to begin on a front. */
  readonly copies: boolean;
  /** The words that should be printed, in any order. */
  readonly words?: readonly string[];
  /** Whether the file has to declare PDF/UA-1 and PDF/A-2a. */
  readonly standards: boolean;
}

export const ANY_FILE: Expected = {
  profile: 'school',
  bleed: 0,
  backs: false,
  copies: false,
  standards: false,
};

/** A file, and what several checks look up in it. */
export interface PreflightFile {
  readonly pdf: ReadPdf;
  readonly expected: Expected;
  /** The visible texts of each page, without those that are only spaces. */
  readonly texts: readonly (readonly ReadText[])[];
  readonly marked: MarkedTexts;
  /** The structure in reading order; empty if nothing is tagged. */
  readonly nodes: readonly ReadNode[];
  readonly parents: ReadonlyMap<ReadNode, ReadNode>;
  /** The first content in each node, or in a node inside it. */
  readonly firstContent: ReadonlyMap<ReadNode, ReadContentItem>;
  /** Content of the structure with the node that holds it, in reading order. */
  readonly content: readonly { readonly item: ReadContentItem; readonly node: ReadNode }[];
}

/** Where something was found. */
export interface Location {
  /** From 0. */
  readonly page?: number | undefined;
  readonly box?: Box | undefined;
  readonly text?: string;
}

/** Reports a finding: an error unless a severity is given. */
export type ReportFinding = (location: Location, message: string, hint?: string, severity?: Severity) => void;

/** One thing that is checked. */
export interface Check {
  readonly name: string;
  /** What is checked, as a sentence without an end. */
  readonly description: string;
  readonly run: (file: PreflightFile, report: ReportFinding) => void;
}

/** Gives the place of a node, and its first text. */
export function locationOf(node: ReadNode, { firstContent, marked }: PreflightFile): Location {
  const first = firstContent.get(node);
  if (!first) return {};
  const text = 'mcid' in first ? marked.get(`${first.page}:${first.mcid}`)?.[0] : undefined;
  return { page: first.page, ...(text && { box: text.box, text: text.text }) };
}

/**
 * The severity of what no standard forbids, but screen readers stumble over: an error in a file that has to conform to the
 * standards, a warning in anyone else's.
 */
export const ownOrForeign = ({ expected }: PreflightFile): Severity =>
  expected.standards ? 'error' : 'warning';
