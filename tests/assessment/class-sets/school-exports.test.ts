import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../src/assessment/class-sets/read-roster.ts';
import { createReport } from '../../../src/diagnostics/report.ts';

async function read(text: string | Uint8Array, path = 'class.csv') {
  const report = createReport();
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text;
  const pupils = await readRoster({ path, bytes }, report);
  return {
    names: pupils.map(({ name }) => name.text),
    classes: pupils.map((pupil) => pupil.class?.text),
    pupils,
    report,
    codes: report.diagnostics.map(({ code }) => code),
    messages: report.diagnostics.map(({ message, hint }) => `${message} ${hint ?? ''}`),
  };
}

const RHIAN_AND_TOM = ['Rhian Moss', 'Tom Field'];

describe('a class list as schools’ programs write it', () => {
  it.each([
    ['SIMS', 'Surname,Forename,Reg Group,Year,Gender\nMoss,Rhian,10B,10,F\nField,Tom,10B,10,M\n'],
    [
      'SIMS, with two groups and preferred names',
      'Adm No,Legal Surname,Legal Forename,Preferred Surname,Preferred Forename,Reg Group,Class\n001,Moss,Rhian,Moss,Rhian,10B,10B\n002,Field,Tom,Field,Tom,10B,10B\n',
    ],
    [
      'Arbor, in which a form is a class',
      'Student,Preferred First Name,Form,Year Group,Seats\nRhian Moss,Rhian,10B,Year 10,1\nTom Field,Tom,10B,Year 10,2\n',
    ],
    ['Bromcom', 'Person ID,Last Name,First Name,Tutor Group\n1,Moss,Rhian,10B\n2,Field,Tom,10B\n'],
    ['Moodle', 'First name,Last name,Username,Groups\nRhian,Moss,rmoss,10B\nTom,Field,tfield,10B\n'],
    [
      'Canvas',
      'Student,ID,SIS User ID,SIS Login ID,Section,Quiz\n    Points Possible,,,,,10\n"Moss, Rhian",11,a,rmoss,10B,7\n"Field, Tom",12,b,tfield,10B,8\n"Student, Test",13,,,10B,0\n',
    ],
    [
      'Google Classroom',
      'Last Name,First Name,Email Address,Class,Quiz 1\n,,,,2026-11-02\n,,,,out of 10\nMoss,Rhian,r@s.example,10B,7\nField,Tom,t@s.example,10B,8\n',
    ],
    [
      'Teams',
      'First Name,Last Name,Email Address,Class\nRhian,Moss,r@s.example,10B\nTom,Field,t@s.example,10B\n',
    ],
    ['Excel in German', 'Nachname;Vorname;Klasse;Note\nMoss;Rhian;10B;2,3\nField;Tom;10B;1,7\n'],
    ['a German school', 'Name;Vorname;Klasse\nMoss;Rhian;10B\nField;Tom;10B\n'],
    ['Excel in French', 'Nom;Prénom;Classe;Moyenne\nMoss;Rhian;10B;12,5\nField;Tom;10B;13,5\n'],
    ['Excel in Spanish', 'Apellidos;Nombre;Grupo\nMoss;Rhian;10B\nField;Tom;10B\n'],
    ['Excel in Polish', 'Nazwisko;Imię;Klasa\nMoss;Rhian;10B\nField;Tom;10B\n'],
    ['Excel in Italian', 'Cognome;Nome;Classe\nMoss;Rhian;10B\nField;Tom;10B\n'],
    ['Excel in Welsh', 'Cyfenw;Enw cyntaf;Dosbarth\nMoss;Rhian;10B\nField;Tom;10B\n'],
    [
      'a spreadsheet with a title above and sums below',
      'Class list 10B,,\nHill School, 12.9.2026,\n\nSurname,Forename,Class\nMoss,Rhian,10B\nField,Tom,10B\nTotal: 2,,\nPrinted on 12.9.2026,,\n',
    ],
  ])('%s', async (_, text) => {
    for (const written of [text, `\uFEFF${text}`, text.replaceAll('\n', '\r\n')]) {
      const { names, classes, report } = await read(written);
      expect(report.failed()).toBe(false);
      expect(names).toEqual(RHIAN_AND_TOM);
      expect(classes).toEqual(['10B', '10B']);
    }
  });

  it.each([
    ['names with a header', 'Name\nRhian Moss\nTom Field\n'],
    ['names alone', 'Rhian Moss\nTom Field\n'],
    ['names below a title', '10B, autumn 2026\nRhian Moss\nTom Field\n'],
    ['names as registers have them', 'Moss, Rhian\nField, Tom\n'],
    ['such names below a header', 'Pupil\nMoss, Rhian\nField, Tom\n'],
    ['such names in quotation marks, beside seats', 'Pupil,Seat\n"Moss, Rhian",1\n"Field, Tom",2\n'],
    ['whole names in German', 'Name;Sitzplatz\nRhian Moss;1\nTom Field;2\n'],
    ['whole names in Italian', 'Nome;Posto\nRhian Moss;1\nTom Field;2\n'],
    ['whole names beside preferred ones', 'Name,Known as\nRhian Moss,Rhian\nTom Field,Tom\n'],
  ])('%s', async (_, text) => {
    const { names, report } = await read(text);
    expect(report.failed()).toBe(false);
    expect(names).toEqual(RHIAN_AND_TOM);
  });

  it('has two surnames in Spanish', async () => {
    const text = 'Primer apellido;Segundo apellido;Nombre\nGarcía;Ruiz;Ana\nPérez;;Luis\n';
    expect((await read(text)).names).toEqual(['Ana García Ruiz', 'Luis Pérez']);
  });

  it('keeps a comma in one name of several, and a suffix', async () => {
    expect((await read('name\n"Moss, Rhian"\nTom Field\n')).names).toEqual(['Moss, Rhian', 'Tom Field']);
    expect((await read('name\n"Sammy Davis, Jr."\n')).names).toEqual(['Sammy Davis, Jr.']);
  });
});

describe('what is said of a class list', () => {
  it.each(['Seen by Mr Quill', 'Teacher: Quill', 'Mrs A. Quill', 'End of the list'])(
    'leaves out “%s” at the end',
    async (footer) => {
      const { names, codes } = await read(
        `Surname,Forename,Class\nMoss,Rhian,10B\nField,Tom,10B\n${footer},,\n`,
      );
      expect(names).toEqual(RHIAN_AND_TOM);
      expect(codes).toEqual(['roster-trimmed']);
    },
  );

  it.each(['Ana de la Cruz', 'Jan van den Berg', 'Misha Drew'])(
    'keeps %s, of whom no more is known',
    async (name) => {
      const { names, codes } = await read(`Name,Class\nRhian Moss,10B\nTom Field,10B\n${name},\n`);
      expect(names).toEqual([...RHIAN_AND_TOM, name]);
      expect(codes).toEqual([]);
    },
  );

  it('names columns that are not used in one sentence, and suggests near names', async () => {
    const { codes, messages } = await read(
      'First name,Last name,Username,Year,Seats,stlye\nRhian,Moss,rmoss,10,1,\n',
    );
    expect(codes).toEqual(['column-unused']);
    expect(messages[0]).toContain('“Username”, “Year”, “Seats”, “stlye” will not be used.');
    expect(messages[0]).toContain('If “Seats” is the seat, call it seat.');
    expect(messages[0]).not.toContain('“Year” is');
    expect(messages[0]).toContain('If “stlye” is the style, call it style.');
  });

  it('says which lines are left out, and holds no name', async () => {
    const found = await read(
      'List of 10B\nPupil;Seat\n"Moss, Rhian";1\n"Field, Tom";2\nAverage;1,5\n\n\nSeen on 12 September;\n',
    );
    expect(found.codes).toEqual(['roster-trimmed', 'roster-trimmed', 'roster-trimmed']);
    expect(found.messages.join(' ')).toMatch(/in line 2;.*Lines 5 and 8 are not about a pupil/s);
    expect(found.messages.join(' ')).not.toMatch(/Moss|Rhian|Field|Tom/);
  });

  it('stops at a row without a name among pupils', async () => {
    const { codes } = await read('name,seat\nRhian Moss,1\n,2\nTom Field,3\n');
    expect(codes).toEqual(['field-missing']);
  });
});

/** The cells of a sheet as Excel writes them: numbers, texts in line, dates by their style. */
function workbook(
  rows: readonly (readonly (string | number | Date)[])[],
  more: Record<string, Uint8Array> = {},
) {
  const cell = (value: string | number | Date, row: number, column: number) => {
    const ref = `${String.fromCharCode(65 + column)}${row + 1}`;
    if (typeof value === 'string') return `<c r="${ref}" t="inlineStr"><is><t>${value}</t></is></c>`;
    if (typeof value === 'number') return `<c r="${ref}"><v>${value}</v></c>`;
    return `<c r="${ref}" s="1"><v>${(value.getTime() - Date.UTC(1899, 11, 30)) / 86_400_000}</v></c>`;
  };
  const sheet = rows
    .map(
      (cells, row) =>
        `<row r="${row + 1}"${row === 2 ? ' hidden="1"' : ''}>${cells.map((value, column) => cell(value, row, column)).join('')}</row>`,
    )
    .join('');
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
  const relations = 'http://schemas.openxmlformats.org/package/2006/relationships';
  return zipSync({
    'xl/workbook.xml': strToU8(
      `<workbook xmlns="${main}" xmlns:r="${office}"><sheets><sheet name="10B" sheetId="1" r:id="rId1"/></sheets></workbook>`,
    ),
    'xl/_rels/workbook.xml.rels': strToU8(
      `<Relationships xmlns="${relations}"><Relationship Id="rId1" Type="${office}/worksheet" Target="worksheets/sheet1.xml"/><Relationship Id="rId2" Type="${office}/styles" Target="styles.xml"/></Relationships>`,
    ),
    'xl/styles.xml': strToU8(
      `<styleSheet xmlns="${main}"><cellXfs count="2"><xf numFmtId="0"/><xf numFmtId="14" applyNumberFormat="1"/></cellXfs></styleSheet>`,
    ),
    'xl/worksheets/sheet1.xml': strToU8(
      `<worksheet xmlns="${main}"><sheetData>${sheet}</sheetData></worksheet>`,
    ),
    ...more,
  });
}

describe('an Excel workbook', () => {
  it('is read from its first sheet, with numbers and dates as text and hidden rows too', async () => {
    const bytes = workbook([
      ['Surname', 'Forename', 'Class', 'Seat', 'Born'],
      ['Moss', 'Rhian', '10B', 7, new Date(Date.UTC(2011, 3, 1))],
      ['Field', 'Tom', new Date(Date.UTC(2026, 2, 4)), 8, 1.5],
    ]);
    const { names, pupils, codes } = await read(bytes, 'class.xlsx');
    expect(names).toEqual(RHIAN_AND_TOM);
    expect(pupils.map(({ seat }) => seat?.text)).toEqual(['7', '8']);
    expect(pupils[1]!.class?.text).toBe('2026-03-04');
    expect(pupils[1]!.seat?.at).toEqual({ file: 'class.xlsx', line: 3, column: 4 });
    expect(codes).toEqual(['column-unused']);
  });

  it('is read as far as its 200th column, and says so if anything is to the right of it', async () => {
    const wide = (last: string) => [
      ['Surname', 'Forename', ...Array(198).fill(''), last],
      ['Moss', 'Rhian'],
      ['Field', 'Tom'],
    ];
    expect((await read(workbook(wide('Seat')), 'class.xlsx')).codes).toEqual(['roster-trimmed']);
    const { names, codes } = await read(workbook(wide('')), 'class.xlsx');
    expect([names, codes]).toEqual([RHIAN_AND_TOM, []]);
  });

  it('may have a title and blank lines above', async () => {
    const bytes = workbook([
      ['Class 10B'],
      [],
      ['Name', 'Seat'],
      ['Rhian Moss', 1],
      ['Tom Field', 2],
      ['Total', 2],
    ]);
    expect((await read(bytes)).names).toEqual(RHIAN_AND_TOM);
  });

  it.each([
    [
      'a workbook that unpacks to too much',
      workbook([['Name']], { 'xl/media/x': new Uint8Array(40_000_000) }),
      'too large',
    ],
    [
      'an OpenDocument spreadsheet',
      zipSync({ mimetype: strToU8('x'), 'content.xml': strToU8('<x/>') }),
      '.ods',
    ],
    ['a Numbers spreadsheet', zipSync({ 'Index/Document.iwa': strToU8('x') }), 'Numbers'],
    ['another archive', zipSync({ 'a.txt': strToU8('x') }), 'archive'],
    ['a damaged workbook', zipSync({ 'xl/workbook.xml': strToU8('<workbook') }), 'damaged'],
    ['an archive that is cut off', workbook([['Name']]).subarray(0, 300), 'archive'],
    ['an old Excel file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0, 0, 0]), '.xls'],
  ])('%s is refused, with how to save it', async (_, bytes, says) => {
    const { messages, codes } = await read(bytes);
    expect(codes).toEqual(['roster-malformed']);
    expect(messages[0]).toContain(says);
    expect(messages[0]).toContain('.xlsx');
  });
});
