/** What the library makes of a reference to a footnote or an endnote. */
const REFERENCE = /<sup><a href="#((?:foot|end)note-[^"]+)"[^>]*>\[\d+\]<\/a><\/sup>/g;
/** Its list of the notes, which is the last thing in the document. */
const LIST = /<ol>((?:<li id="(?:foot|end)note-[^"]+">[\s\S]*?<\/li>)+)<\/ol>\s*$/;
const NOTE = /<li id="((?:foot|end)note-[^"]+)">([\s\S]*?)<\/li>(?=<li id="(?:foot|end)note-|$)/g;
/** The way back from a note to its reference. */
const BACK = / ?<a href="#(?:foot|end)note-ref-[^"]+">↑<\/a>/g;

/** Puts footnotes and endnotes in the place of their references, each as a `<word-note>`. */
export function notesInPlace(html: string): string {
  const list = LIST.exec(html);
  if (!list) return html;
  const notes = new Map(
    [...list[1]!.matchAll(NOTE)].map(([, id, note]) => [
      id!,
      note!
        .replace(BACK, '')
        .replace(/<\/p>\s*<p>/g, ' ')
        .replace(/<\/?p>/g, ''),
    ]),
  );
  return html
    .slice(0, list.index)
    .replace(REFERENCE, (reference, id: string) =>
      notes.has(id) ? `<word-note>${notes.get(id)}</word-note>` : reference,
    );
}

/** The document without its notes. */
export const withoutNotes = (html: string): string => html.replace(/<word-note>[\s\S]*?<\/word-note>/g, '');
