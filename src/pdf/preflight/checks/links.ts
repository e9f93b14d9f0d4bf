import type { Box } from '../../../pages/page.ts';
import { shared } from '../../content/matrix.ts';
import type { ReadNode } from '../../reading/read-node.ts';
import { textsUnder } from '../../reading/text-of.ts';
import { type Check, locationOf, type PreflightFile, type ReportFinding } from '../check.ts';

/** Links lead somewhere harmless, and are tagged where they stand. */
export const links: Check = {
  name: 'links',
  what: 'links and bookmarks lead to what is there, nothing is started, and links are tagged',
  run(subject, tell) {
    const { pdf, expected } = subject;
    const tagged = new Set(
      subject.content.flatMap(({ item, node }) =>
        'annotation' in item && /^(Link|Annot|Form)$/.test(node.role)
          ? [`${item.page}:${item.annotation}`]
          : [],
      ),
    );
    pdf.pages.forEach(({ annotations, tabs }, page) => {
      annotations.forEach((annotation, index) => {
        const { kind, box, target, contents } = annotation;
        const spot = { page, box, ...(contents !== undefined && { text: contents }) };
        if (kind === 'Popup') return;
        if (kind !== 'Link') {
          tell(
            spot,
            `Something other than a link stands on the page (${kind}).`,
            'It may be printed or not: put it into the page.',
          );
          return;
        }
        if (!target) tell(spot, 'A link leads nowhere.', 'Give it an address, or take it out.');
        else if ('nowhere' in target)
          tell(spot, 'A link leads to a place that is not in the file.', 'Mend it, or take it out.');
        else if ('action' in target)
          tell(spot, `A link starts something (${target.action}).`, 'Lead to an address or a page only.');
        else if ('url' in target && !/^(https?:\/\/|mailto:)\S+$/i.test(target.url))
          tell(
            spot,
            `A link leads to “${target.url}”, which is no address of the web or of mail.`,
            'Mend it.',
          );
        if (expected.profile === 'press')
          tell(spot, 'A file for the press has a link.', 'Leave links out.', 'warning');
        if (!pdf.structure) return;
        if (!tagged.has(`${page}:${index}`))
          tell(spot, 'A link is not tagged as one.', 'Tag it as Link, with its annotation (OBJR).');
        if (!contents?.trim()) tell(spot, 'A link does not say where it leads.', 'Give it Contents.');
      });
      if (annotations.length > 0 && pdf.structure && tabs !== 'S')
        tell({ page }, 'The tab key does not go through links in the order of reading.', 'Set Tabs to S.');
    });
    linkTexts(subject, tell);
    for (const { title, target } of pdf.bookmarks) {
      if (title.trim() === '') tell({}, 'A bookmark has no title.', 'Give it one.');
      if (!('page' in target))
        tell({}, `The bookmark “${title}” leads nowhere.`, 'Make the bookmarks again.');
      else if (target.y !== undefined && (target.y < -1 || target.y > pdf.pages[target.page]!.height + 1))
        tell(
          { page: target.page },
          `The bookmark “${title}” leads beside its page.`,
          'Make the bookmarks again.',
        );
    }
  },
};

/** A link's area lies on the text that is tagged as it, and that text is there. */
function linkTexts(subject: PreflightFile, tell: ReportFinding): void {
  const onPage = new Map(subject.texts.flatMap((texts, page) => texts.map((text) => [text, page] as const)));
  const areasOf = new Map<ReadNode, { page: number; box: Box }[]>();
  for (const { item, node } of subject.content)
    if ('annotation' in item) {
      const { box } = subject.pdf.pages[item.page]!.annotations[item.annotation]!;
      areasOf.set(node, [...(areasOf.get(node) ?? []), { page: item.page, box }]);
    }
  for (const node of subject.nodes) {
    if (node.role !== 'Link') continue;
    const areas = areasOf.get(node) ?? [];
    const texts = textsUnder(node, subject.marked);
    if (areas.length === 0)
      tell(
        locationOf(node, subject),
        'Text is tagged as a link, and nothing happens at it.',
        'Tie its annotation to it (OBJR).',
      );
    if (texts.length === 0 && !node.alt)
      tell({ page: areas[0]?.page, box: areas[0]?.box }, 'A link has no text.', 'Put its text into its tag.');
    for (const { page, box } of areas) {
      const here = texts.filter((text) => onPage.get(text) === page);
      if (texts.length > 0 && !here.some((text) => shared(text.box, box)))
        tell({ page, box }, 'A link’s area does not lie on its text.', 'Make the file again.');
    }
  }
}
