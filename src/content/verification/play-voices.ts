import type { SourceChapter } from '../sources/source-text.ts';

/** A stretch of a paragraph, in characters, and who says it in the play: nobody if the name is empty. */
interface VoicedStretch {
  readonly from: number;
  readonly to: number;
  readonly voice: string;
}

/**
 * The name of a speaker before a speech: “MACBETH.” or “MACBETH” and a tab or line end, “Macbeth:”, or “Macbeth.” and a
 * line end or tab. A short sentence that ends its paragraph is no name.
 */
const LABEL =
  /^\s*(?:(\p{Lu}[\p{Lu}\p{N}’' .-]*\p{Lu})(?:[.:]|(?=\t|\s{2,}|\n|$))|(\p{Lu}[\p{L}’'-]*(?: (?:of|the|and|\p{Lu}[\p{L}’'-]*)){0,3})(?::|\.(?=\s*\n|\t|\s{2,})))\s*/u;
const DIRECTION = /^\s*(?:Enter|Re-enter|Exit|Exeunt|Alarums?|Flourish|Thunder|Sennet|Curtain)\b/;
/** At least so many paragraphs of a play begin with a name, and so large a part of all. */
const FEWEST_LABELS = 3;
const LEAST_SHARE = 0.4;

/** Whether a text is a play in which names come before speeches. */
export function isPlay(chapters: readonly SourceChapter[]): boolean {
  const paragraphs = chapters.flatMap((chapter) => (chapter.isMatter ? [] : chapter.paragraphs));
  const labelled = paragraphs.filter((text) => LABEL.test(text)).length;
  return labelled >= FEWEST_LABELS && labelled >= LEAST_SHARE * paragraphs.length;
}

/**
 * Finds who says each paragraph of a scene. A name on a line of its own counts until the next name or stage direction; one
 * before a speech counts for its paragraph.
 */
export function playVoices(paragraphs: readonly string[]): VoicedStretch[][] {
  let current: string | undefined;
  return paragraphs.map((text) => {
    const label = LABEL.exec(text);
    const name = (label?.[1] ?? label?.[2])?.trim();
    if (name !== undefined) {
      const from = label![0].length;
      current = from >= text.trimEnd().length ? name : undefined;
      return [{ from: 0, to: from, voice: '' }, ...speech(text, from, name)];
    }
    if (DIRECTION.test(text) || /^\s*[[(].*[\])]\s*$/s.test(text)) {
      current = undefined;
      return [{ from: 0, to: text.length, voice: '' }];
    }
    return current === undefined ? [] : speech(text, 0, current);
  });
}

/** Divides a speech at its stage directions in square brackets. What is in round ones may be either. */
function speech(text: string, from: number, voice: string): VoicedStretch[] {
  const found: VoicedStretch[] = [];
  let start = from;
  for (const match of text.slice(from).matchAll(/\[[^\]]*\]|\([^)]*\)/g)) {
    const [at, end] = [from + match.index, from + match.index + match[0].length];
    found.push({ from: start, to: at, voice });
    if (match[0].startsWith('[')) found.push({ from: at, to: end, voice: '' });
    start = end;
  }
  return [...found, { from: start, to: text.length, voice }];
}
