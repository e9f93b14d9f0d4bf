import type { ReadMark } from '../../content/page-mark.ts';
import type { Check, PreflightFile, ReportFinding } from '../check.ts';

/** Content and structure belong together, both ways. */
export const tagged: Check = {
  name: 'tags',
  description: 'all content is tagged or an artifact, and the structure matches the pages',
  run(file, report) {
    const { pdf } = file;
    const { structure, metadata } = pdf;
    if (!structure || structure.roots.length === 0) {
      report(
        {},
        'The file is not tagged, so a screen reader cannot tell headings from lists.',
        'Export it as tagged PDF.',
      );
      return;
    }
    if (!metadata.tagged)
      report({}, 'The file has tags but does not say so (MarkInfo).', 'Export it as tagged PDF.');
    if (metadata.hasSuspects)
      report({}, 'The file says that its own tags may be wrong (Suspects).', 'Check its tags.');
    for (const problem of structure.problems)
      report({}, `The structure is wrong: ${problem}.`, 'Create the file again.');
    const [root] = structure.roots;
    if (structure.roots.length > 1 || root!.role !== 'Document')
      report(
        {},
        'The structure does not begin with a single Document.',
        'Put everything inside one Document.',
        'warning',
      );
    pageContent(file, report);
    parentTree(file, report);
  },
};

/**
 * Finds marks without a tag, numbers that are missing from the structure, and numbers that are missing from the page.
 */
function pageContent({ pdf, content }: PreflightFile, report: ReportFinding): void {
  const held = new Map<string, number>();
  for (const { item } of content)
    if ('mcid' in item) {
      const key = `${item.page}:${item.mcid}`;
      held.set(key, (held.get(key) ?? 0) + 1);
    }
  pdf.pages.forEach(({ marks, marked }, page) => {
    const loose = marks.filter((mark) => !mark.structureRef);
    const first = loose.find((mark) => mark.kind === 'text') ?? loose[0];
    if (first)
      report(
        { page, box: first.box, ...(first.kind === 'text' && { text: first.text }) },
        `${loose.length === 1 ? 'Something' : `${loose.length} things`} on the page ${loose.length === 1 ? 'is' : 'are'} neither tagged nor marked as decoration.`,
        'Tag it, or make it an artifact.',
      );
    const byNumber = new Map<number, ReadMark>();
    for (const mark of marks)
      if (mark.structureRef && 'mcid' in mark.structureRef && !byNumber.has(mark.structureRef.mcid))
        byNumber.set(mark.structureRef.mcid, mark);
    for (const { mcid, times } of marked) {
      const mark = byNumber.get(mcid);
      const location = { page, box: mark?.box, ...(mark?.kind === 'text' && { text: mark.text }) };
      if (times > 1)
        report(location, `Two pieces of content have the same number (${mcid}).`, 'Create the file again.');
      const owners = held.get(`${page}:${mcid}`) ?? 0;
      if (owners === 0)
        report(location, 'Content is marked but not in the structure, so screen readers miss it.', 'Tag it.');
      if (owners > 1)
        report(location, 'Content is in the structure twice, so it is read twice.', 'Create the file again.');
    }
  });
  const onPages = pdf.pages.map(({ marked }) => new Set(marked.map(({ mcid }) => mcid)));
  for (const { item, node } of content) {
    if (!('mcid' in item) || onPages[item.page]?.has(item.mcid)) continue;
    report(
      { page: item.page },
      `A ${node.role} in the structure contains content that is not on its page.`,
      'Create the file again.',
    );
  }
}

/** Checks the way from content back to its element, as viewers look it up. */
function parentTree({ pdf, content }: PreflightFile, report: ReportFinding): void {
  const parents = pdf.structure!.parents;
  const wrong = new Set<number>();
  for (const { item, node } of content) {
    const page = pdf.pages[item.page]!;
    const key = 'mcid' in item ? page.structKey : page.annotations[item.annotation]?.structKey;
    const found = key === undefined ? undefined : parents[key];
    const owner = 'mcid' in item ? (Array.isArray(found) ? found[item.mcid] : undefined) : found;
    if (owner !== node.id) wrong.add(item.page);
  }
  for (const page of wrong)
    report(
      { page },
      'The table that connects the page’s content to its tags (ParentTree) is wrong.',
      'Create the file again.',
    );
}
