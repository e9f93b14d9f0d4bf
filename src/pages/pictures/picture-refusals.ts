import type { Place } from '../../diagnostics/diagnostic.ts';
import type { Report } from '../../diagnostics/report.ts';

/** Reports a picture whose file is damaged. @param why ends the sentence */
export function refuseBroken(why: string, at: Place, report: Report): undefined {
  report.add('picture-broken', at, `The picture is damaged: ${why}.`, 'Save it again from its source.');
}

/** Reports a picture that has more pixels than can be handled. */
export function refuseTooManyPixels(
  { width, height }: { readonly width: number; readonly height: number },
  most: number,
  at: Place,
  report: Report,
): undefined {
  report.add(
    'picture-too-large',
    at,
    `The picture has ${width} × ${height} pixels; the limit is ${most / 1e6} million.`,
    'Save a smaller version: 300 pixels per inch are enough for print.',
  );
}
