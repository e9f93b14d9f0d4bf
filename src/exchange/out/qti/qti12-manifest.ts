import type { QuestionOut } from '../questions/question-out.ts';
import { escapeMarkup } from '../xml/escape-markup.ts';
import { element, XML_HEAD } from '../xml/xml.ts';

/** Lists the files of a package for Canvas: the quiz, what Canvas adds to it, and the pictures. */
export const manifestOfQti12 = (
  id: string,
  { name, fields }: { readonly name: string; readonly fields: { readonly date: string } },
  pictures: readonly string[],
): string =>
  `${XML_HEAD}${element(
    'manifest',
    {
      identifier: `${id}-package`,
      xmlns: 'http://www.imsglobal.org/xsd/imsccv1p1/imscp_v1p1',
      'xmlns:imsmd': 'http://www.imsglobal.org/xsd/imsmd_v1p2',
    },
    [
      element('metadata', {}, [
        element('schema', {}, 'IMS Content'),
        element('schemaversion', {}, '1.1.3'),
        element('imsmd:lom', {}, [
          element('imsmd:general', {}, [
            element('imsmd:title', {}, element('imsmd:string', {}, escapeMarkup(name))),
          ]),
          element('imsmd:lifeCycle', {}, [
            element('imsmd:contribute', {}, [
              element('imsmd:date', {}, element('imsmd:dateTime', {}, escapeMarkup(fields.date))),
            ]),
          ]),
        ]),
      ]),
      element('organizations'),
      element('resources', {}, [
        element('resource', { identifier: id, type: 'imsqti_xmlv1p2' }, [
          element('file', { href: `${id}/${id}.xml` }),
          element('dependency', { identifierref: `${id}-meta` }),
        ]),
        element(
          'resource',
          {
            identifier: `${id}-meta`,
            type: 'associatedcontent/imscc_xmlv1p1/learning-application-resource',
            href: `${id}/assessment_meta.xml`,
          },
          [element('file', { href: `${id}/assessment_meta.xml` })],
        ),
        ...pictures.map((path, index) =>
          element('resource', { identifier: `${id}-picture-${index + 1}`, type: 'webcontent', href: path }, [
            element('file', { href: path }),
          ]),
        ),
      ]),
    ],
  )}\n`;

/** What Canvas says of a quiz. Options are shuffled only if none has to keep its place: Canvas asks for all or none. */
export const canvasMeta = (id: string, title: string, questions: readonly QuestionOut[]): string =>
  `${XML_HEAD}${element('quiz', { identifier: id, xmlns: 'http://canvas.instructure.com/xsd/cccv1p0' }, [
    element('title', {}, escapeMarkup(title)),
    element('description'),
    element('shuffle_answers', {}, String(questions.every(mayShuffle))),
    element('scoring_policy', {}, 'keep_highest'),
    element('quiz_type', {}, 'practice_quiz'),
    element('points_possible', {}, String(questions.reduce((sum, { marks }) => sum + Math.max(marks, 1), 0))),
  ])}\n`;

const mayShuffle = ({ answer, shuffle }: QuestionOut): boolean =>
  shuffle && (answer.as !== 'choice' || answer.options.every(({ isPinned }) => !isPinned));
