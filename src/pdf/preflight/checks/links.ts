import { intersection } from '../../../pages/matrix.ts';
import type { Box } from '../../../pages/page.ts';
import type { ReadNode } from '../../reading/read-node.ts';
import { textsUnder } from '../../reading/text-of.ts';
import { type Check, locationOf, type PreflightFile, type ReportFinding } from '../check.ts';

/** Links lead somewhere harmless, and are tagged where they are. */
export const links: Check = {
  name: 'links',
  description: 'links and bookmarks lead to places that exist, start nothing, and are tagged',
  run(file, report) {
    const { pdf, expected } = file;
    const tagged = new Set(
      file.content.flatMap(({ item, node }) =>
        'annotation' in item && /^(Link|Annot|Form)$/.test(node.role)
          ? [`${item.page}:${item.annotation}`]
          : [],
      ),
    );
    pdf.pages.forEach(({ annotations, tabs }, page) => {
      annotations.forEach((annotation, index) => {
        const { kind, box, target, contents } = annotation;
        const location = { page, box, ...(contents !== undefined && { text: contents }) };
        if (kind === 'Popup') return;
        if (kind !== 'Link') {
          report(
            location,
            `The page has an annotation that is not a link (${kind}).`,
            'It may not print. Put its content on the page itself.',
          );
          return;
        }
        if (!target) report(location, 'A link has no destination.', 'Give it an address, or remove it.');
        else if ('nowhere' in target)
          report(
            location,
            'A link leads to a place that does not exist in the file.',
            'Correct it, or remove it.',
          );
        else if ('action' in target)
          report(location, `A link runs an action (${target.action}).`, 'Link only to an address or a page.');
        else if ('url' in target && !/^(https?:\/\/|mailto:)\S+$/i.test(target.url))
          report(
            location,
            `A link leads to “${target.url}”, which is not a web or email address.`,
            'Correct it.',
          );
        if (expected.profile === 'press')
          report(location, 'A file for a press contains a link.', 'Remove the links.', 'warning');
        if (!pdf.structure) return;
        if (!tagged.has(`${page}:${index}`))
          report(location, 'A link is not tagged as a link.', 'Tag it as Link, with its annotation (OBJR).');
        if (!contents?.trim())
          report(location, 'A link does not say where it leads.', 'Describe it in “Contents”.');
      });
      if (annotations.length > 0 && pdf.structure && tabs !== 'S')
        report({ page }, 'The Tab key does not follow the reading order of the links.', 'Set Tabs to S.');
    });
    linkTexts(file, report);
    bookmarks(file, report);
  },
};

/** Checks that each bookmark has a title and leads to a place on a page. */
function bookmarks({ pdf }: PreflightFile, report: ReportFinding): void {
  for (const { title, target } of pdf.bookmarks) {
    if (title.trim() === '') report({}, 'A bookmark has no title.', 'Give it a title.');
    if (!('page' in target))
      report({}, `The bookmark “${title}” has no destination.`, 'Create the bookmarks again.');
    else if (target.y !== undefined && (target.y < -1 || target.y > pdf.pages[target.page]!.height + 1))
      report(
        { page: target.page },
        `The bookmark “${title}” leads to a place outside its page.`,
        'Create the bookmarks again.',
      );
  }
}

/** Checks that each link has text, and that its area is on that text. */
function linkTexts(file: PreflightFile, report: ReportFinding): void {
  const onPage = new Map(file.texts.flatMap((texts, page) => texts.map((text) => [text, page] as const)));
  const areasOf = new Map<ReadNode, { page: number; box: Box }[]>();
  for (const { item, node } of file.content)
    if ('annotation' in item) {
      const { box } = file.pdf.pages[item.page]!.annotations[item.annotation]!;
      areasOf.set(node, [...(areasOf.get(node) ?? []), { page: item.page, box }]);
    }
  for (const node of file.nodes) {
    if (node.role !== 'Link') continue;
    const areas = areasOf.get(node) ?? [];
    const texts = textsUnder(node, file.marked);
    if (areas.length === 0)
      report(
        locationOf(node, file),
        'Text is tagged as a link, but it has no link.',
        'Connect its annotation to it (OBJR).',
      );
    if (texts.length === 0 && !node.alt)
      report({ page: areas[0]?.page, box: areas[0]?.box }, 'A link has no text.', 'Put its text in its tag.');
    for (const { page, box } of areas) {
      const here = texts.filter((text) => onPage.get(text) === page);
      if (texts.length > 0 && !here.some((text) => intersection(text.box, box)))
        report({ page, box }, 'The area of a link is not on its text.', 'Create the file again.');
    }
  }
}
