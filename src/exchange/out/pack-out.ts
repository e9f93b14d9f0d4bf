import type { Assessment } from '../../assessment/assessment.ts';
import type { ExamPack } from '../../assessment/tasks/exam-pack.ts';
import type { NamedBlock } from '../../blocks/named/named-block.ts';
import type { EntryKind } from '../../content/kinds/entry-kind.ts';
import type { PictureFile } from '../../pages/pictures/read-pictures.ts';
import type { Words } from '../../words/words.ts';

/** A pack to export, which has been checked. */
export interface PackOut {
  readonly pack: ExamPack;
  readonly assessment: Assessment;
  /** The kinds of entry there are, in the order in which a pack is read. */
  readonly entryKinds: readonly EntryKind[];
  /** The named blocks that its Markdown may have. */
  readonly blocks: readonly NamedBlock[];
  /** All picture files of its folder, by the paths that texts name them by. */
  readonly pictures: readonly PictureFile[];
  /** The words of its language. */
  readonly words: Words;
}
