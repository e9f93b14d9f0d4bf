import type { ReadMark } from '../../content/page-mark.ts';
import type { ReadColour } from '../../content/read-colour.ts';
import type { Check, Location, Profile, ReportFinding } from '../check.ts';

/** The lightest mixture that counts as black. */
const DARKEST_GREY = 0.15;
/** The most ink of all colours together, in per cent: more does not dry. */
const MOST_INK = 300;

/** Colours are those of the printer's inks. */
export const colours: Check = {
  name: 'colours',
  description: 'black text uses black ink only, and colours suit the printer',
  run({ pdf, expected: { profile } }, report) {
    const intent = pdf.metadata.outputIntents.find((one) => one.profile)?.profile;
    pdf.pages.forEach(({ marks }, page) => {
      // The same fault is reported once per page.
      const reported = new Set<string>();
      for (const mark of marks) {
        for (const [colour, use] of coloursOf(mark)) {
          const location = { page, box: mark.box, ...(mark.kind === 'text' && { text: mark.text }) };
          const once: ReportFinding = (where, message, hint, severity) => {
            if (reported.has(message)) return;
            reported.add(message);
            report(where, message, hint, severity);
          };
          judgeBlack(mark, colour, use, profile, location, once);
          judgeSpace(colour, profile, location, once);
          judgeIntent(colour, intent?.components, location, once);
          const ink =
            colour.space === 'cmyk' ? colour.values.reduce((sum, value) => sum + value, 0) * 100 : 0;
          if (ink > MOST_INK + 0.5)
            once(
              location,
              `A colour uses ${Math.round(ink)} % ink; more than ${MOST_INK} % does not dry.`,
              'Use a colour with less ink.',
            );
        }
      }
    });
  },
};

function coloursOf(mark: ReadMark): [ReadColour, 'text' | 'line' | 'tint' | 'picture'][] {
  if (mark.kind === 'text') return mark.hidden ? [] : [[mark.colour, 'text']];
  if (mark.kind === 'image') return mark.hidden ? [] : [[mark.colour, 'picture']];
  return [
    ...(mark.fill ? [[mark.fill, 'tint'] as [ReadColour, 'tint']] : []),
    ...(mark.stroke ? [[mark.stroke.colour, 'line'] as [ReadColour, 'line']] : []),
  ];
}

function judgeBlack(
  mark: ReadMark,
  colour: ReadColour,
  use: string,
  profile: Profile,
  location: Location,
  report: ReportFinding,
): void {
  const { space, values } = colour;
  const hint = 'Use grey, or black ink only.';
  if (space === 'rgb' && values.length === 3 && values.every((value) => value <= DARKEST_GREY)) {
    if (use === 'text')
      report(
        location,
        'Black text is mixed from red, green and blue. It prints in four inks on a press, and slowly on a laser printer.',
        hint,
        // A copier's own driver makes it black; a press does not.
        profile === 'press' ? 'error' : 'warning',
      );
    else if (use === 'line')
      report(location, 'A black line is mixed from red, green and blue.', hint, 'warning');
  }
  if (
    space === 'cmyk' &&
    mark.kind === 'text' &&
    values[3]! > 0.8 &&
    values.slice(0, 3).some((value) => value > 0.05)
  )
    report(location, 'Black text is mixed from several inks, which never line up exactly.', hint);
  else if (space === 'cmyk' && mark.kind === 'text' && isDarkMixedGrey(values))
    report(location, 'Dark grey text is mixed from several inks, which never line up exactly.', hint);
}

/** Ink below this share is not seen. */
const NO_INK = 0.05;
/** A grey darker than this, in light from 0 to 1, needs sharp edges to be read. */
const LIGHTEST_DARK = 0.45;
/** How much red, green and blue of a grey may differ. */
const GREY_SPREAD = 0.12;

/** Whether inks mix to a grey that is darker than about half, with three inks or more. */
function isDarkMixedGrey([c = 0, m = 0, y = 0, k = 0]: readonly number[]): boolean {
  if ([c, m, y, k].filter((ink) => ink > NO_INK).length < 3) return false;
  const lightest = (1 - Math.min(c, m, y)) * (1 - k);
  const darkest = (1 - Math.max(c, m, y)) * (1 - k);
  return lightest <= LIGHTEST_DARK && lightest - darkest <= GREY_SPREAD;
}

function judgeSpace(colour: ReadColour, profile: Profile, location: Location, report: ReportFinding): void {
  const { space } = colour;
  if (profile === 'grey' && space !== 'gray' && space !== 'unknown' && space !== 'pattern') {
    const onlyBlack = space === 'cmyk' && colour.values.slice(0, 3).every((value) => value === 0);
    if (!onlyBlack || colour.values.length === 0)
      report(
        location,
        `A colour is ${SPACES_IN_WORDS[space]}, but this file must be grey only.`,
        'Use grey.',
      );
  }
  if (profile === 'press' && (space === 'rgb' || space === 'lab'))
    report(
      location,
      `A colour is ${SPACES_IN_WORDS[space]}, so the press would choose its own mix of inks.`,
      'Use CMYK.',
    );
}

const SPACES_IN_WORDS: Readonly<Record<ReadColour['space'], string>> = {
  gray: 'grey',
  rgb: 'red, green and blue',
  cmyk: 'CMYK',
  spot: 'a spot ink',
  lab: 'Lab',
  pattern: 'a pattern',
  unknown: 'of an unknown type',
};

/** Colours without a profile of their own mean what the output intent says. */
function judgeIntent(
  colour: ReadColour,
  components: number | undefined,
  location: Location,
  report: ReportFinding,
): void {
  const { space, profile } = colour;
  if (profile || components === undefined) return;
  if ((space === 'cmyk' && components !== 4) || (space === 'rgb' && components !== 3))
    report(
      location,
      `A colour is ${SPACES_IN_WORDS[space]}, but the file’s output intent is for ${components === 4 ? 'CMYK' : components === 3 ? 'red, green and blue' : 'grey'}.`,
      'Use the same type for both.',
    );
}
