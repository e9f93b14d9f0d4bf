import type { XmlElement } from '../xml/xml-node.ts';
import { childrenOf } from '../xml/xml-queries.ts';

/** Elements in which pupils answer. */
export const interactionsIn = (element: XmlElement): XmlElement[] =>
  childrenOf(element).flatMap((child) =>
    child.name.endsWith('interaction') ? [child] : interactionsIn(child),
  );

/** Interactions that are gaps in a text. */
export const isGap = ({ name }: XmlElement): boolean =>
  name === 'textentryinteraction' || name === 'inlinechoiceinteraction';

/** What is not part of a question as pupils read it. */
export const isBeside = ({ name, attributes }: XmlElement): boolean =>
  name === 'feedbackblock' ||
  name === 'feedbackinline' ||
  name === 'stylesheet' ||
  (name === 'rubricblock' && !/candidate/.test(attributes['view'] ?? ''));
