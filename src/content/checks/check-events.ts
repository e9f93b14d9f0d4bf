import type { Report } from '../../diagnostics/report.ts';
import { yearOf } from '../entries/date-order.ts';
import type { Pack } from '../entries/entry.ts';

/** Reports events whose dates don't say when they were, since they could not be put in order. */
export function checkEvents(entries: Pack['entries'], report: Report): void {
  for (const { fields, places, at } of entries.events)
    if (fields.year === undefined && yearOf(fields.date) === undefined)
      report.add(
        'field-malformed',
        places['date'] ?? at,
        `No year can be read in the date “${fields.date}”, so this event has no place in the order of events.`,
        'Write the year (28 June 1914, 1914–18, c. 1450, 44 BC, AD 79, 5th century BC), or add a line such as “year: 1450”, which is not printed.',
      );
}
