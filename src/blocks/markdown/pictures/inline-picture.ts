import type { Place } from '../../../diagnostics/diagnostic.ts';
import { withoutOriginMarks } from '../../../diagnostics/origin.ts';
import type { Report } from '../../../diagnostics/report.ts';
import { pictureName } from '../../../pages/picture-name.ts';
import type { InlinePicture } from '../../picture-content.ts';
import { picturePath } from './picture-path.ts';

/** A picture as an author wrote it. */
interface WrittenPicture {
  readonly address: string;
  /** Its description; undefined if there is none, and empty if it was left empty on purpose. */
  readonly alt: string | undefined;
  readonly title?: string | undefined;
  readonly size: Pick<InlinePicture, 'share' | 'width' | 'height'>;
}

/** Reads a picture. One without a description is reported. */
export function inlinePicture(
  { address, alt, title, size }: WrittenPicture,
  at: Place,
  report: Report,
): InlinePicture {
  const path = withoutOriginMarks(address);
  const described = withoutOriginMarks(alt ?? '').trim() || withoutOriginMarks(title ?? '').trim();
  if (alt === undefined && described === '') reportNoAlt(path, at, report);
  return { kind: 'picture', at, picture: picturePath(at.file, path), alt: described, ...size };
}

const reportNoAlt = (address: string, at: Place, report: Report) =>
  report.add(
    'alt-missing',
    at,
    `The picture “${pictureName(address)}” has no description.`,
    'Describe what it shows, for readers who cannot see it: ![A ray of light hits a mirror](ray.svg).',
    address === '' ? undefined : address.slice(0, 60),
    { kind: 'picture', subject: `“${pictureName(address)}”` },
  );
