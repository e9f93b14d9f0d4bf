import { dataField, text } from '../../content/kinds/entry-kind.ts';
import { listOf } from '../../diagnostics/yaml/check-yaml.ts';

/** The field that gives a key apart from a list. */
export const KEY_FIELD = {
  key: listOf(dataField(text(), 'letters or numbers, which are printed with the words that they stand for'))
    .optional()
    .describe('the letters of the right options, if you do not use [x]; or the numbers of the steps'),
};
