import { element, XML_HEAD } from '../xml/xml.ts';

/** An item of a package of QTI 2.1, in a file of its own. */
export interface Qti21File {
  readonly id: string;
  readonly path: string;
  readonly xml: string;
  /** What its score is multiplied by, to give the marks. */
  readonly weight: number;
  /** The pictures that it shows, by their paths in the package. */
  readonly pictures: readonly string[];
}

/** Lists the files of a package. */
export const manifestOfQti21 = (id: string, files: readonly Qti21File[]): string =>
  `${XML_HEAD}${element(
    'manifest',
    { identifier: `package-${id}`, xmlns: 'http://www.imsglobal.org/xsd/imscp_v1p1' },
    [
      element('metadata', {}, [
        element('schema', {}, 'QTIv2.1 Package'),
        element('schemaversion', {}, '1.0.0'),
      ]),
      element('organizations'),
      element('resources', {}, [
        element('resource', { identifier: 'test', type: 'imsqti_test_xmlv2p1', href: 'test.xml' }, [
          element('file', { href: 'test.xml' }),
          ...files.map((file) => element('dependency', { identifierref: `item-${file.id}` })),
        ]),
        ...files.map((file) =>
          element(
            'resource',
            { identifier: `item-${file.id}`, type: 'imsqti_item_xmlv2p1', href: file.path },
            [...[file.path, ...file.pictures].map((href) => element('file', { href }))],
          ),
        ),
      ]),
    ],
  )}\n`;

/** A test of all items, in order, in which each counts as many marks as it has. */
export const testInQti21 = (id: string, title: string, files: readonly Qti21File[]): string =>
  `${XML_HEAD}${element(
    'assessmentTest',
    { xmlns: 'http://www.imsglobal.org/xsd/imsqti_v2p1', identifier: id, title },
    [
      element('outcomeDeclaration', { identifier: 'SCORE', cardinality: 'single', baseType: 'float' }),
      element(
        'testPart',
        { identifier: 'part', navigationMode: 'nonlinear', submissionMode: 'simultaneous' },
        [
          element(
            'assessmentSection',
            { identifier: 'section', title, visible: 'true' },
            files.map(({ id: item, path, weight }) =>
              element('assessmentItemRef', { identifier: item, href: path }, [
                element('weight', { identifier: 'MARKS', value: String(Math.round(weight * 1e4) / 1e4) }),
              ]),
            ),
          ),
        ],
      ),
      element('outcomeProcessing', {}, [
        element('setOutcomeValue', { identifier: 'SCORE' }, [
          element('sum', {}, [
            element('testVariables', { variableIdentifier: 'SCORE', weightIdentifier: 'MARKS' }),
          ]),
        ]),
      ]),
    ],
  )}\n`;
