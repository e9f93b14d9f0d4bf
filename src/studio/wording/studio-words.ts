import { ownValue } from '../../diagnostics/collections/own-value.ts';
import { countInWords } from '../../diagnostics/count-in-words.ts';

/** How a file is printed, as a print list says it. */
interface Ticket {
  readonly copies: number;
  readonly pages: number;
  readonly sheets: number;
  readonly total: number;
  readonly sides: 'one-sided' | 'long-edge' | 'short-edge';
  readonly paper: string;
  readonly ink: 'black' | 'colour';
  readonly finish: string;
  readonly grid?: string | undefined;
}

const SIDES = {
  'one-sided': 'on one side',
  'long-edge': 'on both sides, flipped on the long edge',
  'short-edge': 'on both sides, flipped on the short edge',
};

const FINISH: Readonly<Record<string, (pieces: number) => string>> = {
  none: () => '',
  staple: () => 'Staple at the top left.',
  cut: (pieces) => (pieces === 1 ? 'Cut out.' : `Cut into ${pieces}.`),
  'fold-and-cut': (pieces) => `Fold at the dashes and cut into ${pieces / 2}.`,
  stack: (pieces) => `Cut the pile into ${pieces} and stack the parts.`,
  fold: () => 'Fold in the middle.',
  'fold-and-staple': () => 'Fold in the middle and staple in the fold.',
  poster: () => 'Cut and glue the sheets together.',
};

/** Everything that pages of Studio say, but for findings, which say the same as on the terminal. */
export const STUDIO_WORDS = {
  program: 'Studypack',
  skip: 'Skip to the main part',
  packs: 'Your packs',
  packsOf: (folder: string) => `The packs in ${folder}`,
  openPack: 'Open',
  newPack: 'New pack',
  noPacks: 'There are no packs in this folder yet',
  noPacksHelp:
    'A pack is a set of texts about one topic. From them, handouts, cards, worksheets and tests are printed.',
  startFrom: 'Or start from an example, and put your words in place of its words',
  starterNames: {
    drama: 'A play',
    history: 'A topic in history',
    languages: 'Words of a foreign language',
    literature: 'A novel or story',
    poetry: 'A poem',
    science: 'A topic in science',
  } as Readonly<Record<string, string>>,
  printAll: 'Print the whole pack',
  onThesePages: 'On these pages',
  otherTexts: 'Other texts',
  products: 'What you can print',
  forPupils: 'For pupils',
  forTeachers: 'For teachers',
  onRequest: 'More',
  onRequestHelp: 'These are not in the print list of the pack unless you ask for them.',
  texts: 'Its texts',
  textsHelp: 'Everything that is printed comes from these.',
  aboutPack: 'About this pack',
  tooLittle: (title: string, found: number, least: number) =>
    `${title}: this pack has ${found} of the ${least} entries that it needs.`,
  gaps: 'Still missing',
  files: (count: number) => countInWords(count, 'file'),
  allOf: (count: number) => `All ${count}`,
  firstPage: (title: string) => `First page of ${title}`,
  problems: 'Problems',
  noProblems: 'No problems found.',
  problemCount: (count: number) => countInWords(count, 'problem'),
  error: 'To be fixed',
  warning: 'Please check',
  line: (line: number) => `line ${line}`,
  text: 'Text',
  textOf: (name: string) => `Text of ${name}`,
  pages: 'Pages',
  page: (number: number, count: number) => `Page ${number} of ${count}`,
  pageCount: (count: number) => countInWords(count, 'page'),
  /** How to print a file. */
  ticket({ copies, pages, sheets, total, sides, paper, ink, finish, grid = '1x1' }: Ticket): string {
    const [columns = 1, rows = 1] = grid.split('x').map(Number);
    const size = ownValue(STUDIO_WORDS.papers, paper) ?? paper;
    const ofClass = copies === 1 ? '' : ` For a class: ${copies} copies, ${countInWords(total, 'sheet')}.`;
    const inks = ink === 'black' ? 'in black' : 'in colour or grey';
    const what = `${countInWords(pages, 'page')} on ${countInWords(sheets, 'sheet')} of ${size}, ${SIDES[sides]}, ${inks}.`;
    return `${what}${ofClass} ${ownValue(FINISH, finish)?.(columns * rows) ?? ''}`.trim();
  },
  working: 'Working …',
  stale: 'These pages are from before. They change again when the problems are fixed.',
  noPages: 'There are no pages yet. They appear here when the problems are fixed.',
  save: 'Save',
  saved: 'Saved.',
  unsaved: (count: number) => `${countInWords(count, 'text')} not saved yet`,
  allSaved: 'Everything is saved.',
  print: 'Print',
  printHelp: 'Opens the PDF in a new tab. Print it from there.',
  download: 'Download',
  downloadPdf: 'PDF',
  options: 'How it is printed',
  paper: 'Paper',
  papers: { a4: 'A4', letter: 'US Letter', a5: 'A5' } as Readonly<Record<string, string>>,
  style: 'Type',
  asUsual: 'As usual',
  sheets: 'On the sheets',
  impositions: {
    booklet: 'Booklet, to fold and staple',
    '2-up': 'Two pages on a side',
    '4-up': 'Four pages on a side',
    '6-up': 'Six pages on a side',
    '8-up': 'Eight pages on a side',
    'cut-stack': 'To cut as one pile',
    cards: 'Cards',
    bookmarks: 'Bookmarks',
    poster: 'Poster of several sheets',
  } as Readonly<Record<string, string>>,
  grey: 'Black and grey only',
  writing: 'How to write',
  asForm: 'Form',
  asText: 'Text',
  asPlain: 'Plain text',
  noForm: 'This text cannot be shown as a form while something in it is wrong.',
  chooseEntry: 'Entry',
  addEntry: (singular: string) => `Add: ${singular}`,
  newEntry: 'New entry',
  newText: 'Write here.',
  pageText: (number: number) => `Text of page ${number}`,
  showOnPage: 'Show on the page',
  addText: 'Add something new',
  /** Kinds of entry whose names in the program say too little. */
  kinds: {
    items: 'Question',
    levels: 'Levels for marking',
    schedule: 'Step of the schedule',
    stimuli: 'Text to print with questions',
    timeline: 'Event of the story, for the timeline',
    vocabulary: 'Word to learn',
    context: 'Background fact',
  } as Readonly<Record<string, string>>,
  addKind: 'What',
  addName: 'Its name',
  add: 'Add',
  nameNeeded: 'Give it a name.',
  chooseFile: 'File',
  chooseText: 'Text',
  back: 'Back',
  /** When something goes wrong. */
  gone: 'This pack is gone',
  goneHelp:
    'Its folder was moved, renamed or deleted. If that was a mistake, put it back and load this page again.',
  notFound: 'There is no such page',
  notFoundHelp: 'The address may be old. Start again from the list of packs.',
  toPacks: 'To the list of packs',
  locked: 'This address has been used',
  lockedHelp:
    'It opens Studio once, so that nobody else can use it. Start Studio again, or double-click its icon, and it opens a new one.',
  busy: 'Too much is going on at once. Try again in a moment.',
  stopped: 'Studio is no longer running. Your text is still on this page: copy it, then start Studio again.',
  conflict: 'This text was changed by another program',
  conflictHelp: 'Choose which of the two to keep. Nothing has been written.',
  mine: 'Your text here',
  theirs: 'The text in the folder',
  theirsGone: 'The file is no longer in the folder.',
  keepMine: 'Keep mine',
  takeTheirs: 'Take the other',
  undoSave: 'Undo the last save',
  classSet: 'Named copies for a class',
  classSets: 'For a class',
  classSetsHelp: 'A copy with the name of each pupil, a list to hand them out, and a sheet for the marks.',
  roster: 'The class',
  rosterHelp:
    'One pupil on a line, or a table copied from a spreadsheet with a row of headings such as Name, Class, Seat.',
  rosterExample: 'Name\nAnna Example\nBen Example',
  rosterPrivate:
    'The names stay in the memory of this computer until you close Studio or forget them. They are not saved anywhere.',
  rosterFile: 'Or choose a file (CSV or Excel)',
  spares: 'Extra copies without a name',
  order: 'Order of the copies',
  orders: { seat: 'By seat', name: 'By name' },
  makeCopies: 'Make the copies',
  forgetNames: 'Forget the names',
  forgotten: 'The names are forgotten.',
  copiesReady: 'Your copies are ready',
  checkPrint: 'Check before printing',
  checkPrintHelp: 'Shows all pages as they will be printed, with everything that a copier could get wrong.',
  otherFormats: 'Other formats',
  exportsOf: {
    questions: 'All questions of the pack',
    words: 'All words of the pack',
    pack: 'The whole pack',
  },
  nothingLost: 'Everything is in it.',
  notExported: 'Nothing could be made.',
  exportLosses: 'What does not fit into this format',
  school: 'Your school',
  schoolHelp: 'Printed at the top of pages, on covers and on exam papers, of all packs in this folder.',
  schoolFields: {
    school: 'Name of the school',
    department: 'Department',
    year: 'School year',
    paper: 'Paper, unless a product says otherwise',
    style: 'Type, unless a product says otherwise',
    lang: 'Language of packs that name none, such as en-GB',
  },
  schoolBroken: 'The file studypack.yaml cannot be read. Open it in a text editor, or remove it.',
  bringIn: 'Bring in what you have',
  bringInHelp:
    'A web page, a document, a bank of questions or a list of words. You see what comes of it, and what is left out, before anything is written.',
  bringInFile: 'File',
  bringInText: 'Or paste text or part of a web page here',
  bringInto: 'Into',
  toNewPack: 'A new pack',
  newPackOf: 'Title of the new pack',
  lookAt: 'Look at it',
  bringItIn: 'Bring it in',
  nothingToBring: 'Choose a file or paste something first.',
  readAs: (format: string) => `Read as ${format}.`,
  entriesNew: (count: number) => (count === 1 ? '1 new entry' : `${count} new entries`),
  entriesUpdated: (count: number) => (count === 1 ? '1 entry is updated' : `${count} entries are updated`),
  leftBehind: 'What is left out',
  own: 'Start with your own words',
  ownHelp: 'Studio makes a pack with one topic for you. You write the rest while you see the page.',
  ownTitle: 'Title of the pack',
  ownTopic: 'First topic',
  ownTitleExample: 'The Water Cycle',
  ownTopicExample: 'Rain',
  make: 'Make it',
  titleNeeded: 'Give the pack a title and a first topic.',
  packExists: 'There is a pack of this name already. Choose another title.',
  notPrinted: 'This cannot be printed yet',
  notPrintedHelp: 'Something in its text has to be fixed first. The list of problems says what and where.',
  notWritten: 'Nothing was saved.',
} as const;
