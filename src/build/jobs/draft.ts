import type { Assessment } from '../../assessment/assessment.ts';
import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import type { Block } from '../../blocks/block.ts';
import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Language } from '../../layout/language/language.ts';
import type { Furniture, PageOptions } from '../../layout/paging/page-setup.ts';
import type { Style } from '../../layout/style/style.ts';
import type { PaperSize } from '../../pages/paper-size.ts';
import type { Picture } from '../../pages/picture.ts';
import type { Filled } from '../../templates/fill-template.ts';
import type { Imposition } from '../../templates/imposition.ts';
import type { Job } from '../../templates/plan-jobs.ts';
import type { Words } from '../../words/words.ts';

/** A file to print: its blocks, and everything that laying them out depends on. */
export interface Draft {
  /** The path of its PDF below the output folder, without an extension. */
  readonly name: string;
  /** Its title as a document. */
  readonly title: string;
  /** The name of its product, by which it may be asked for. */
  readonly product: string;
  readonly page: PageOptions;
  /** The texts for tokens in heads and feet, and the place to report them at. */
  readonly furniture: Pick<Furniture, 'values' | 'logo'> & { readonly mark?: string; readonly at: Place };
  /** How its product arranges pages on sheets, and the place that says so; undefined for page by page. */
  readonly imposition: { readonly as: Imposition | string; readonly at: Place } | undefined;
  readonly style: Style;
  readonly paper: PaperSize;
  readonly blocks: readonly Block[];
  readonly language: Language;
  /** The words of the language, which its blocks and pages were made with. */
  readonly words: Words;
  readonly pictures: ReadonlyMap<string, Picture>;
  /** For one of many copies: a text in the foot of each page, so that loose pages can be returned to their copy. */
  readonly copy?: { readonly footer: string; readonly at?: Place };
}

/** A draft of a pack's file, with what it was made from. */
export interface PackDraft extends Draft {
  readonly pack: ExamPack;
  readonly assessment: Assessment;
  readonly job: Job;
  readonly filled: Filled;
  /** A hash of everything that its blocks and pictures are made from; of no use where nothing is remembered. */
  readonly key: string;
}
