import type { TextRun } from '../../../blocks/text-run.ts';
import type { Place } from '../../../diagnostics/diagnostic.ts';
import { rounded } from '../../../pages/length.ts';
import type { LinkMark } from '../../../pages/page.ts';
import { addNode, addSlot, type DraftNode } from '../structure-draft.ts';

/** Where the text and the areas of a link belong in the structure, or words in another language. */
export interface LinkRef {
  readonly node: number;
  readonly draft: DraftNode;
  readonly structureRef: { readonly slot: number };
}

/** Gives the structure node and slot of a link, or of words in another language; begins one the first time. */
export function linkRef(
  run: TextRun,
  parent: DraftNode,
  at: Place,
  linkRefs: Map<TextRun, LinkRef>,
): LinkRef {
  const known = linkRefs.get(run);
  if (known) return known;
  const { lang } = run;
  const link = addNode(parent, run.link === undefined ? 'Span' : 'Link', lang === undefined ? {} : { lang });
  const place = { node: link.node, draft: link, structureRef: addSlot(link, at) };
  linkRefs.set(run, place);
  return place;
}

/** Gives the active area of a run of link text on one line. */
export function linkArea(
  run: TextRun,
  { node }: LinkRef,
  at: { x: number; width: number; height: number },
): LinkMark {
  const url = run.link!;
  return {
    kind: 'link',
    node,
    box: { x: rounded(at.x), y: 0, width: rounded(at.width), height: at.height },
    target: { url },
    contents: run.text.trim() || url,
  };
}

/** Joins the areas of neighbouring parts of the same link. */
export function joinedLinks(links: readonly LinkMark[]): LinkMark[] {
  const areas: LinkMark[] = [];
  for (const link of links) {
    const last = areas.at(-1);
    if (last?.node === link.node)
      areas[areas.length - 1] = {
        ...last,
        box: { ...last.box, width: rounded(link.box.x + link.box.width - last.box.x) },
      };
    else areas.push(link);
  }
  return areas;
}
