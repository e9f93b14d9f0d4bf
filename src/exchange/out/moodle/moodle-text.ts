import type { Passage } from '../../../content/entries/entry.ts';
import { base64 } from '../../../pages/pictures/base64.ts';
import type { Loss } from '../../losses/loss.ts';
import type { PackOut } from '../pack-out.ts';
import { keptPictures } from '../rich-text/kept-pictures.ts';
import { passageWriter } from '../rich-text/passage-writer.ts';
import { escapeMarkup } from '../xml/escape-markup.ts';
import { element } from '../xml/xml.ts';

/** Writes texts as Moodle’s XML has them: HTML, with the files of their pictures. */
export interface MoodleText {
  /** An element with texts one below the other. @param change what is done to the HTML before it is written */
  rich(name: string, passages: readonly Passage[], change?: (html: string) => string): string;
  /** The inside of an element for a text that has others beside it: an answer. */
  inside(passage: Passage): readonly string[];
  /** The HTML of a passage, for where Moodle has a notation of its own. Pictures are described. */
  html(passage: Passage): string;
  plain(passage: Passage): string;
}

/** @param losses grows: what is lost of texts */
export function moodleText(source: PackOut, losses: Loss[]): MoodleText {
  const pictures = keptPictures(source);
  // The pictures of one text: each has its own files.
  let shown = new Set<string>();
  const address = (path: string) => {
    const name = pictures.nameOf(path);
    if (name !== undefined) shown.add(name);
    return name === undefined ? undefined : `@@PLUGINFILE@@/${name}`;
  };
  const writer = passageWriter(source, { lang: 'lang', isStrict: false, pictureAddress: address }, losses);
  const files = () =>
    pictures
      .all()
      .filter(({ name }) => shown.has(name))
      .map(({ name, bytes }) => element('file', { name, path: '/', encoding: 'base64' }, base64(bytes)));
  const inside = (html: string) => [element('text', {}, escapeMarkup(html)), ...files()];
  const writing = <T>(write: () => T): T => {
    shown = new Set();
    return write();
  };
  return {
    rich: (name, passages, change = (html) => html) =>
      writing(() => {
        const html = passages.map((passage) => writer.html(passage)).join('');
        return element(name, { format: 'html' }, inside(change(html)));
      }),
    inside: (passage) => writing(() => inside(writer.inlineHtml(passage))),
    html: (passage) => writer.inlineHtml(passage),
    plain: (passage) => writer.plain(passage),
  };
}
