import { type Check, locationOf, type PreflightFile, type ReportFinding } from '../check.ts';

/** Language tags (BCP 47): two or three letters, then parts of up to eight. */
const LANGUAGE = /^([a-z]{2,3}(-[a-z]{3}){0,3}|[a-z]{4,8})(-[a-z0-9]{1,8})*$/i;

/** What a file says about itself is complete, and agrees. */
export const metadata: Check = {
  name: 'metadata',
  description: 'title, language and dates are given and agree, and standards and properties are declared',
  run(file, report) {
    const { info, xmp, preferences } = file.pdf.metadata;
    title(file, report);
    language(file, report);
    if (preferences['DisplayDocTitle'] !== true)
      report(
        {},
        'Viewers will show the file name instead of the title (DisplayDocTitle is not set).',
        undefined,
        xmp?.values['pdfuaid:part'] ? 'error' : 'warning',
      );
    if (!xmp)
      report(
        {},
        'The file has no XMP metadata.',
        'PDF/UA and PDF/A require it.',
        file.expected.standards ? 'error' : 'warning',
      );
    else if (!xmp.wellFormed)
      report({}, 'The XMP metadata is not well-formed XML.', 'Escape special characters in it.');
    standards(file, report);
    properties(file, report);
    dates(info, xmp?.values, report);
    outputIntent(file, report);
  },
};

function title({ pdf }: PreflightFile, report: ReportFinding): void {
  const { info, xmp } = pdf.metadata;
  const [inInfo, inXmp] = [info['Title']?.trim(), xmp?.values['dc:title']];
  if (!inInfo && !inXmp) report({}, 'The file has no title.', 'Give it a title.');
  else if (xmp && !inXmp) report({}, 'The XMP metadata has no title.', 'Give it a title.');
  else if (inInfo && inXmp && inInfo !== inXmp)
    report(
      {},
      `The file has two different titles: “${inInfo}” and “${inXmp}”.`,
      'Use the same title in both places.',
    );
}

function language(file: PreflightFile, report: ReportFinding): void {
  const { lang } = file.pdf.metadata;
  if (lang === undefined)
    report({}, 'The file does not say its language, so a screen reader has to guess.', 'Set “Lang”.');
  else if (!LANGUAGE.test(lang)) report({}, `“${lang}” is not a language tag.`, 'Write one such as en-GB.');
  for (const node of file.nodes)
    if (node.lang !== undefined && node.lang !== '' && !LANGUAGE.test(node.lang))
      report(locationOf(node, file), `“${node.lang}” is not a language tag.`, 'Write one such as en-GB.');
}

function standards({ pdf, expected }: PreflightFile, report: ReportFinding): void {
  const values = pdf.metadata.xmp?.values ?? {};
  const severity = expected.standards ? 'error' : 'warning';
  if (values['pdfuaid:part'] !== '1')
    report({}, 'The file does not declare PDF/UA-1.', 'Screen readers may have trouble with it.', severity);
  if (values['pdfaid:part'] === undefined)
    report({}, 'The file does not declare PDF/A.', 'It may look different on other machines.', severity);
  else if (expected.standards && (values['pdfaid:part'] !== '2' || values['pdfaid:conformance'] !== 'A'))
    report(
      {},
      `The file declares PDF/A-${values['pdfaid:part']}${(values['pdfaid:conformance'] ?? '').toLowerCase()}, not PDF/A-2a.`,
    );
}

/**
 * The properties that PDF/A-2 predefines (ISO 19005-2, 6.6.2.3.1: those of the XMP Specification of 2005), by
 * namespace. A large namespace to which programs add nothing is taken as a whole.
 */
const PREDEFINED: ReadonlyMap<string, readonly string[] | 'all'> = new Map<string, readonly string[] | 'all'>(
  [
    ['http://ns.adobe.com/pdf/1.3/', ['Keywords', 'PDFVersion', 'Producer']],
    ['http://www.aiim.org/pdfa/ns/id/', ['part', 'amd', 'corr', 'conformance']],
    ['http://www.aiim.org/pdfa/ns/extension/', ['schemas']],
    ['http://purl.org/dc/elements/1.1/', 'all'],
    ['http://ns.adobe.com/xap/1.0/', 'all'],
    ['http://ns.adobe.com/xap/1.0/rights/', 'all'],
    ['http://ns.adobe.com/xap/1.0/mm/', 'all'],
    ['http://ns.adobe.com/xap/1.0/bj/', 'all'],
    ['http://ns.adobe.com/xap/1.0/t/pg/', 'all'],
    ['http://ns.adobe.com/xmp/1.0/DynamicMedia/', 'all'],
    ['http://ns.adobe.com/photoshop/1.0/', 'all'],
    ['http://ns.adobe.com/camera-raw-settings/1.0/', 'all'],
    ['http://ns.adobe.com/tiff/1.0/', 'all'],
    ['http://ns.adobe.com/exif/1.0/', 'all'],
    ['http://ns.adobe.com/exif/1.0/aux/', 'all'],
  ],
);

/** In a file that declares PDF/A, every property is predefined or described by an extension schema. */
function properties({ pdf }: PreflightFile, report: ReportFinding): void {
  const { xmp } = pdf.metadata;
  if (!xmp?.values['pdfaid:part']) return;
  for (const { namespace, name } of xmp.used) {
    const known = PREDEFINED.get(namespace);
    if (known === 'all' || known?.includes(name)) continue;
    if (xmp.declared.some((one) => one.namespace === namespace && one.name === name)) continue;
    report(
      {},
      `The XMP property “${name}” of ${namespace} is not declared, as PDF/A requires.`,
      'Describe it in an extension schema, or remove it.',
    );
  }
}

/** Checks that the dates of PDF and of XMP are the same moment. */
function dates(
  info: Readonly<Record<string, string>>,
  xmp: Readonly<Record<string, string>> | undefined,
  report: ReportFinding,
): void {
  const created = info['CreationDate'];
  const moment = created === undefined ? undefined : momentOf(created);
  if (created === undefined && !xmp?.['xmp:CreateDate'])
    report({}, 'The file does not say when it was made.', undefined, 'warning');
  if (created !== undefined && moment === undefined)
    report({}, `“${created}” is not a date.`, 'Write it as D:20260102030405Z.');
  const inXmp = xmp?.['xmp:CreateDate'];
  if (moment !== undefined && inXmp !== undefined && Date.parse(inXmp) !== moment)
    report({}, 'The file gives two different creation times.', 'PDF/A requires them to match.');
}

function momentOf(date: string): number | undefined {
  const parts = /^D:(\d{4})(\d\d)?(\d\d)?(\d\d)?(\d\d)?(\d\d)?(?:Z|([+-])(\d\d)'?(\d\d)?'?)?/.exec(date);
  if (!parts) return undefined;
  const [year, month = 1, day = 1, hour = 0, minute = 0, second = 0] = parts
    .slice(1, 7)
    .map((part) => (part === undefined ? undefined : Number(part)));
  const offset = (parts[7] === '-' ? -1 : 1) * (Number(parts[8] ?? 0) * 60 + Number(parts[9] ?? 0));
  return Date.UTC(year!, month - 1, day, hour, minute, second) - offset * 60_000;
}

function outputIntent({ pdf, expected }: PreflightFile, report: ReportFinding): void {
  const { outputIntents, xmp } = pdf.metadata;
  const needed = xmp?.values['pdfaid:part'] !== undefined || expected.profile === 'press';
  const intents = outputIntents.filter(({ profile }) => profile);
  if (needed && intents.length === 0)
    report(
      {},
      'The file does not say which inks its colours are for (output intent).',
      'Add an output intent with its profile.',
    );
  for (const { profile } of intents)
    if (!profile!.sound)
      report({}, 'The colour profile in the output intent is damaged.', 'Embed a valid profile.');
  if (
    expected.profile === 'press' &&
    intents.length > 0 &&
    !intents.some(({ profile }) => profile!.components === 4)
  )
    report(
      {},
      'The output intent is not for a press: its profile is not CMYK.',
      'Use the profile of your print shop.',
    );
}
