import { reference } from '../../content/kinds/entry-kind.ts';

/** The field of kinds that take their words from a quotation of the pack. */
export const QUOTATION_FIELD = {
  quotation: reference('quotations').optional().describe('the id of a quotation whose words it takes'),
};
