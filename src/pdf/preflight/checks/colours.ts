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
  description: 'black text is black ink alone, and colours are of a kind that the printer has',
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
          judgeBlack(mark, colour, use, location, once);
          judgeSpace(colour, profile, location, once);
          judgeIntent(colour, intent?.components, location, once);
          const ink =
            colour.space === 'cmyk' ? colour.values.reduce((sum, value) => sum + value, 0) * 100 : 0;
          if (ink > MOST_INK + 0.5)
            once(
              location,
              `A colour takes ${Math.round(ink)} % of ink; ${MOST_INK} % is the most that dries.`,
              'Mix it from less.',
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
  location: Location,
  report: ReportFinding,
): void {
  const { space, values } = colour;
  const hint = 'Use gray, or black ink alone.';
  if (space === 'rgb' && values.length === 3 && values.every((value) => value <= DARKEST_GREY)) {
    if (use === 'text')
      report(
        location,
        'Black text is mixed from red, green and blue: four inks on a press, and slow toner.',
        hint,
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
    report(location, 'Black text is mixed from several inks, which never lie quite over one another.', hint);
}

function judgeSpace(colour: ReadColour, profile: Profile, location: Location, report: ReportFinding): void {
  const { space } = colour;
  if (profile === 'grey' && space !== 'gray' && space !== 'unknown' && space !== 'pattern') {
    const onlyBlack = space === 'cmyk' && colour.values.slice(0, 3).every((value) => value === 0);
    if (!onlyBlack || colour.values.length === 0)
      report(location, `A colour is ${SPACES_IN_WORDS[space]}, in a file that is to be grey.`, 'Use gray.');
  }
  if (profile === 'press' && (space === 'rgb' || space === 'lab'))
    report(
      location,
      `A colour is ${SPACES_IN_WORDS[space]}: the press would mix it as it thinks best.`,
      'Use CMYK.',
    );
}

const SPACES_IN_WORDS: Readonly<Record<ReadColour['space'], string>> = {
  gray: 'gray',
  rgb: 'red, green and blue',
  cmyk: 'CMYK',
  spot: 'a spot ink',
  lab: 'Lab',
  pattern: 'a pattern',
  unknown: 'of an unknown kind',
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
      `A colour is ${SPACES_IN_WORDS[space]}, and the file’s output intent is for ${components === 4 ? 'CMYK' : components === 3 ? 'red, green and blue' : 'gray'}.`,
      'Use one kind.',
    );
}
