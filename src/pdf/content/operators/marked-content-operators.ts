import {
  addProblem,
  type ContentOperators,
  type ContentState,
  type OpenMarkedContent,
  type PageState,
  resourceNamed,
} from '../content-state.ts';
import { isName, nameOrEmpty, type Operand } from '../syntax/operand.ts';
import { dictOf, get, nameOf, numberOf, textOf, textOfBytes } from '../syntax/pdf-objects.ts';

const DEEPEST_MARKED_CONTENT = 500;

/** Operators of marked content (ISO 32000-1, 14.6). */
export const MARKED_CONTENT_OPERATORS: ContentOperators = {
  BMC: (state, [tag]) => beginContent(state, nameOrEmpty(tag), {}),
  BDC: (state, [tag, properties]) => beginContent(state, nameOrEmpty(tag), readProperties(state, properties)),
  EMC: ({ page }) => {
    if (page.tooDeep > 0) page.tooDeep--;
    else if (!page.openContent.pop()) addProblem(page, 'marked content ends without a beginning');
  },
};

/** What a property list says of marked content. */
interface ContentProperties {
  readonly mcid?: number | undefined;
  readonly type?: string | undefined;
  readonly actualText?: string | undefined;
}

/** Reads a property list, which is written in the stream or named among the resources. */
function readProperties(state: ContentState, properties: Operand | undefined): ContentProperties {
  if (properties instanceof Map) return writtenProperties(properties as ReadonlyMap<string, Operand>);
  const dict = dictOf(resourceNamed(state, 'Properties', properties));
  return {
    mcid: numberOf(get(dict, 'MCID')),
    type: nameOf(get(dict, 'Type')),
    actualText: textOf(get(dict, 'ActualText')),
  };
}

function writtenProperties(properties: ReadonlyMap<string, Operand>): ContentProperties {
  const mcid = properties.get('MCID');
  const type = properties.get('Type');
  const actualText = properties.get('ActualText');
  return {
    mcid: typeof mcid === 'number' ? mcid : undefined,
    type: isName(type) ? type.name : String(type ?? ''),
    actualText: typeof actualText === 'string' ? textOfBytes(actualText) : undefined,
  };
}

function beginContent({ page }: ContentState, tag: string, properties: ContentProperties): void {
  const { mcid, type, actualText } = properties;
  if (mcid !== undefined) countNumber(page, mcid, tag);
  if (page.openContent.length >= DEEPEST_MARKED_CONTENT) {
    addProblem(page, 'marked content is nested too deeply');
    page.tooDeep++;
    return;
  }
  const content: OpenMarkedContent = {
    ...(mcid !== undefined && { mcid }),
    ...(tag === 'Artifact' && { artifact: type ?? '' }),
    ...(actualText !== undefined && { actualText }),
  };
  page.openContent.push(content);
}

function countNumber({ numbered }: PageState, mcid: number, tag: string): void {
  numbered.set(mcid, { mcid, tag, times: (numbered.get(mcid)?.times ?? 0) + 1 });
}
