import type { EntryOf, Pack } from '../../content/entries/entry.ts';
import type { ContentKind } from '../../content/kinds/content-kinds.ts';
import type { AssessmentKind } from './assessment-kinds.ts';

/** A pack that may have questions, papers and worksheets besides its content. */
export type ExamPack = Pack<ContentKind | AssessmentKind>;

/** An entry of such a pack, of any kind: its `kind` says which, and so what its fields are. */
export type ExamEntry = ExamPack['entries'][keyof ExamPack['entries']][number];

/** An entry of one of the kinds for assessment. */
export type AssessmentEntry<Name extends AssessmentKind['name']> = EntryOf<Name, AssessmentKind>;
