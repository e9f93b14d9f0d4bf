import { intersection } from '../../../pages/matrix.ts';
import type { Box } from '../../../pages/page.ts';
import type { ReadNode } from '../../reading/read-node.ts';
import { textsUnder } from '../../reading/text-of.ts';
import { type Check, locationOf, type PreflightFile, type ReportFinding } from '../check.ts';

/** Links lead somewhere harmless, and are tagged where they are. */
export const links: Check = {
  name: 'links',
  description: 'links and bookmarks lead to what is there, nothing is started, and links are tagged',
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
            `Something other than a link stands on the page (${kind}).`,
            'It may be printed or not: put it into the page.',
          );
          return;
        }
        if (!target) report(location, 'A link leads nowhere.', 'Give it an address, or take it out.');
        else if ('nowhere' in target)
          report(location, 'A link leads to a place that is not in the file.', 'Mend it, or take it out.');
        else if ('action' in target)
          report(
            location,
            `A link starts something (${target.action}).`,
            'Lead to an address or a page only.',
          );
        else if ('url' in target && !/^(https?:\/\/|mailto:)\S+$/i.test(target.url))
          report(
            location,
            `A link leads to “${target.url}”, which is no address of the web or of mail.`,
            'Mend it.',
          );
        if (expected.profile === 'press')
          report(location, 'A file for the press has a link.', 'Leave links out.', 'warning');
        if (!pdf.structure) return;
        if (!tagged.has(`${page}:${index}`))
          report(location, 'A link is not tagged as one.', 'Tag it as Link, with its annotation (OBJR).');
        if (!contents?.trim()) report(location, 'A link does not say where it leads.', 'Give it Contents.');
      });
      if (annotations.length > 0 && pdf.structure && tabs !== 'S')
        report({ page }, 'The tab key does not go through links in the order of reading.', 'Set Tabs to S.');
    });
    linkTexts(file, report);
    for (const { title, target } of pdf.bookmarks) {
      if (title.trim() === '') report({}, 'A bookmark has no title.', 'Give it one.');
      if (!('page' in target))
        report({}, `The bookmark “${title}” leads nowhere.`, 'Make the bookmarks again.');
      else if (target.y !== undefined && (target.y < -1 || target.y > pdf.pages[target.page]!.height + 1))
        report(
          { page: target.page },
          `The bookmark “${title}” leads beside its page.`,
          'Make the bookmarks again.',
        );
    }
  },
};

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
        'Text is tagged as a link, and nothing happens at it.',
        'Tie its annotation to it (OBJR).',
      );
    if (texts.length === 0 && !node.alt)
      report(
        { page: areas[0]?.page, box: areas[0]?.box },
        'A link has no text.',
        'Put its text into its tag.',
      );
    for (const { page, box } of areas) {
      const here = texts.filter((text) => onPage.get(text) === page);
      if (texts.length > 0 && !here.some((text) => intersection(text.box, box)))
        report({ page, box }, 'A link’s area does not lie on its text.', 'Make the file again.');
    }
  }
}
