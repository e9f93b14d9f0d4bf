import { cac } from 'cac';
import { PAPER_SIZES } from '../pages/paper-size.ts';
import { wrongUsage } from './usage.ts';
import { version } from './version.ts';

const IMPOSE = 'How pages stand on sheets: booklet, 2-up, 4-up, 6-up, 8-up, cut-stack, bookmarks, poster';
const PRINTER = 'Shift backs by what was measured for this printer (see calibrate)';

/**
 * Starts the command that the arguments name. Exit codes: 0 done, 1 something in the input is wrong, 2 wrong usage.
 * What it throws is a fault of the program.
 * Each command is imported when it is run, since loading all libraries takes longer than most commands do.
 */
export async function main(argv: readonly string[]): Promise<number> {
  const cli = cac('studypack');
  let run: (() => Promise<number>) | undefined;

  cli
    .command('build [...packs]', 'Print packs: all in content/, or the ones named')
    .option('--product <name>', 'Only this product (may be given again)')
    .option(
      '--paper <name>',
      `In place of the product’s paper: ${PAPER_SIZES.map((paper) => paper.name).join(', ')}`,
    )
    .option('--style <name>', 'In place of the product’s style')
    .option('--impose <way>', IMPOSE)
    .option('--printer <name>', PRINTER)
    .option('--profile <name>', 'What it is printed on: school (a copier) or press (a print shop)')
    .option('--icc <file>', 'With --profile press: the ICC profile of its inks')
    .option('--grey', 'Print everything in black and greys')
    .option('--out <folder>', 'Where the PDFs go', { default: 'output' })
    .option('--preflight', 'Read each finished PDF back and check it; write nothing if there is an error')
    .option('--pupils <count>', 'How many the class has, for the print list')
    .option('--start <day>', 'The day on which the schedule begins: 2026-09-07')
    .option('--keep', 'Leave every stage beside each PDF: pack, filled template, blocks, pages')
    .example('  studypack build never-let-me-go --product quote-cards --paper letter')
    .action((packs: string[], options: Record<string, unknown>) => {
      run = async () => (await import('./commands/build-command.ts')).buildCommand(packs, options);
    });
  cli
    .command('check [...packs]', 'Find everything wrong in packs and write nothing')
    .example('  studypack check never-let-me-go')
    .action((packs: string[], options: Record<string, unknown>) => {
      run = async () => (await import('./commands/check-command.ts')).checkCommand(packs, options);
    });
  cli
    .command('coverage [...packs]', 'Show what packs have and lack: quotations and questions by subject')
    .option('--paper <name>', 'In place of the product’s paper')
    .option('--style <name>', 'In place of the product’s style')
    .option('--out <folder>', 'Where the PDF goes', { default: 'output' })
    .example('  studypack coverage never-let-me-go')
    .action((packs: string[], options: Record<string, unknown>) => {
      run = async () => (await import('./commands/coverage-command.ts')).coverageCommand(packs, options);
    });
  cli
    .command('verify <pack>', 'Check a pack’s quotations against a text of the book')
    .option(
      '--source <path>',
      'The book: a text, Markdown or EPUB file, or a folder with a file for each chapter',
    )
    .option(
      '--index <file>',
      'With --source: write an index of it there; treat it like the book itself. Alone: check against that index',
    )
    .option('--write', 'Write the verdicts into the pack’s folder, for build')
    .example('  studypack verify never-let-me-go --source ~/books/never-let-me-go.epub --write')
    .action((pack: string, options: Record<string, unknown>) => {
      run = async () => (await import('./commands/verify-command.ts')).verifyCommand(pack, options);
    });
  cli
    .command('lint [...packs]', 'Warn of flaws in how questions and papers are written')
    .example('  studypack lint never-let-me-go')
    .action((packs: string[], options: Record<string, unknown>) => {
      run = async () => (await import('./commands/lint-command.ts')).lintCommand(packs, options);
    });
  cli
    .command(
      'set <exam>',
      'Print a named copy of a paper for each pupil of a class, a list of them and a marking sheet',
    )
    .option(
      '--roster <file>',
      'The class: a CSV file with a column name, and perhaps class, seat, form, style',
    )
    .option('--pack <pack>', 'The pack that the paper is in, if several have one of that name')
    .option('--forms <letters>', 'The forms that take turns: A,B; all by default')
    .option('--spares <number>', 'So many copies more, without a name')
    .option('--split <number>', 'So many copies a file; 1 for a file each. All in one by default')
    .option('--order <by>', 'seat or name: how copies lie', { default: 'seat' })
    .option(
      '--paper <name>',
      `In place of the paper’s size: ${PAPER_SIZES.map((paper) => paper.name).join(', ')}`,
    )
    .option('--style <name>', 'In place of the standard style, for pupils whose row names none')
    .option('--out <folder>', 'Where the PDFs go', { default: 'output' })
    .option('--grey', 'Print everything in black and greys')
    .option('--code <code>', 'Print nothing: say which form the copy with this code is')
    .example('  studypack set paper-1 --roster rosters/10b.csv --spares 3')
    .example('  studypack set paper-1 --pack never-let-me-go --roster rosters/10b.csv --split 1 --order name')
    .action((exam: string, options: Record<string, unknown>) => {
      run = async () => (await import('./commands/set-command.ts')).setCommand(exam, options);
    });
  cli
    .command('print <file>', 'Print any one Markdown file as a document')
    .option('-o, --out <file>', 'The PDF; beside the Markdown file by default')
    .option(
      '--paper <name>',
      `In place of the file’s paper: ${PAPER_SIZES.map((paper) => paper.name).join(', ')}`,
    )
    .option('--style <name>', 'In place of the file’s style')
    .option('--impose <way>', IMPOSE)
    .option('--printer <name>', PRINTER)
    .option('--profile <name>', 'What it is printed on: school or press')
    .option('--icc <file>', 'With --profile press: the ICC profile of its inks')
    .option('--grey', 'Print everything in black and greys')
    .option('--strict', 'Stop at what could be printed only roughly')
    .example('  studypack print README.md -o readme.pdf')
    .action((file: string, options: Record<string, unknown>) => {
      run = async () => (await import('./commands/print-command.ts')).printCommand(file, options);
    });
  cli
    .command('calibrate', 'Print a sheet to measure a duplex printer by, or keep what was measured')
    .option('--paper <name>', 'a4 or letter')
    .option('--duplex <edge>', 'The edge about which sheets are turned: long-edge, short-edge')
    .option('--orientation <way>', 'How the paper of the sheet is: portrait, landscape')
    .option('-o, --out <file>', 'The PDF; calibration.pdf by default')
    .option('--printer <name>', 'Keep --right and --down for this printer')
    .option('--right <mm>', 'How far backs lie to the right, seen from the front')
    .option('--down <mm>', 'How far they lie below')
    .example('  studypack calibrate --printer office --right=1.5 --down=-0.5')
    .action((options: Record<string, unknown>) => {
      run = async () => (await import('./commands/calibrate-command.ts')).calibrateCommand(options);
    });
  cli
    .command('preflight <...files>', 'Read finished PDFs back, ours or others, and check them for print')
    .option('--size <size>', 'The paper: a4, letter, a5, or width x height in mm')
    .option('--profile <name>', 'What they are printed on: school, grey or press')
    .option('--bleed <mm>', 'How far colours run over the trim')
    .option('--duplex <edge>', 'Printed on both sides, turned at this edge: long-edge, short-edge')
    .option('--cells <grid>', 'Cards or pages in a grid, columns x rows')
    .option('--backs', 'With --cells and --duplex: even pages are backs of the odd ones')
    .option('--copies', 'Copies one after another: each begins on a front')
    .example('  studypack preflight worksheet.pdf --size a4 --duplex long-edge')
    .action((files: string[], options: Record<string, unknown>) => {
      run = async () => (await import('./commands/preflight-command.ts')).preflightCommand(files, options);
    });
  cli
    .command('proof [...packs]', 'Show all pages on one HTML page, findings marked: of packs, or of PDFs')
    .option('--product <name>', 'Only this product (may be given again)')
    .option('--paper <name>', 'In place of the product’s paper')
    .option('--style <name>', 'In place of the product’s style')
    .option('--impose <way>', 'How pages stand on sheets')
    .option('-o, --out <file>', 'The page, to be opened in a browser', { default: 'output/proof.html' })
    .example('  studypack proof never-let-me-go --product exam-paper')
    .action((packs: string[], options: Record<string, unknown>) => {
      run = async () => (await import('./commands/proof-command.ts')).proofCommand(packs, options);
    });
  cli
    .command('list', 'Name the packs, products, styles and kinds of entry')
    .example('  studypack list')
    .action((options: Record<string, unknown>) => {
      run = async () => (await import('./commands/list-command.ts')).listCommand(options);
    });
  cli
    .command('init <folder>', 'Make a folder with a small pack to start from')
    .example('  studypack init demo')
    .action((folder: string, options: Record<string, unknown>) => {
      run = async () => (await import('./commands/init-command.ts')).initCommand(folder, options);
    });
  cli
    .command('schema', 'Print JSON Schema of all front matter, for editors')
    .option('--out <folder>', 'Write a file for each kind there')
    .example('  studypack schema --out schemas')
    .action((options: Record<string, unknown>) => {
      run = async () => (await import('./commands/schema-command.ts')).schemaCommand(options);
    });
  cli
    .command('watch [...packs]', 'Print packs, and again whenever one of their files changes')
    .option('--product <name>', 'Only this product (may be given again)')
    .option('--paper <name>', 'In place of the product’s paper')
    .option('--style <name>', 'In place of the product’s style')
    .option('--impose <way>', IMPOSE)
    .option('--printer <name>', PRINTER)
    .option('--profile <name>', 'What it is printed on: school or press')
    .option('--icc <file>', 'With --profile press: the ICC profile of its inks')
    .option('--grey', 'Print everything in black and greys')
    .option('--out <folder>', 'Where the PDFs go', { default: 'output' })
    .example('  studypack watch never-let-me-go --product handout')
    .action((packs: string[], options: Record<string, unknown>) => {
      run = async () => (await import('./commands/watch-command.ts')).watchCommand(packs, options);
    });
  cli.option('--quiet', 'Say nothing but what is wrong');
  cli.option('--json', 'Say all of it as one JSON object: files, pages, diagnostics');
  cli.option('--debug', 'If the program itself fails, show where in its code');
  cli.help();
  cli.version(version());

  try {
    cli.parse(['node', 'studypack', ...argv], { run: false });
    if (cli.options['help'] || cli.options['version']) return 0;
    if (!cli.matchedCommand) return wrongUsage(argv[0], cli);
    cli.runMatchedCommand();
    return (await run?.()) ?? 0;
  } catch (error) {
    if (error instanceof Error && error.name === 'CACError') return wrongUsage(error.message, cli);
    throw error;
  }
}
