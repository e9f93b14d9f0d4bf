import { describe, expect, it } from 'vitest';
import { readRoster } from '../../../src/assessment/class-sets/read-roster.ts';
import { createReport } from '../../../src/diagnostics/report.ts';
import { roster } from '../../build/make-set.ts';

const bytesOf = (text: string, encoding: BufferEncoding, mark: readonly number[] = []) =>
  new Uint8Array([...mark, ...Buffer.from(text, encoding)]);

async function read(file: { path: string; bytes: Uint8Array }) {
  const report = createReport();
  const pupils = await readRoster(file, report);
  const plain = pupils.map(({ at: _, ...fields }) =>
    Object.fromEntries(Object.entries(fields).map(([name, { text }]) => [name, text])),
  );
  return { pupils, plain, codes: report.diagnostics.map(({ code }) => code) };
}

const TWO = [
  { name: 'Zoë Müller', seat: '1' },
  { name: 'Bo Bell', seat: '2' },
];

describe('a roster', () => {
  it.each([
    ['commas', 'name,seat\nZoë Müller,1\nBo Bell,2\n'],
    ['semicolons', 'Name;Seat\nZoë Müller;1\nBo Bell;2\n'],
    ['TABs, and lines that end as on Windows', 'NAME\tSEAT\r\nZoë Müller\t1\r\nBo Bell\t2\r\n'],
    ['no line end at its end', 'name,seat\nZoë Müller,1\nBo Bell,2'],
    ['blank lines and empty cells', '\n\nname,seat,\n\nZoë Müller,1,\n,,\n\nBo Bell,2,\n\n'],
    ['spaces around cells', ' Name , Seat \n Zoë  Müller , 1 \nBo Bell,2\n'],
    ['quoted cells, one over two lines', '"name","seat"\n"Zoë\nMüller","1"\n"Bo Bell",2\n'],
    ['its separator said', 'sep=;\nname;seat\nZoë Müller;1\nBo Bell;2\n'],
    ['other words for its columns', 'Seat No.,Pupil Name\n1,Zoë Müller\n2,Bo Bell\n'],
    ['forenames and surnames', 'Surname;First name;Seat\nMüller;Zoë;1\nBell;Bo;2\n'],
  ])('may have %s', async (_, text) => {
    expect(await read(roster(text))).toMatchObject({ plain: TWO, codes: [] });
  });

  it.each([
    [
      'UTF-8 with a byte order mark',
      bytesOf('name,seat\nZoë Müller,1\nBo Bell,2\n', 'utf8', [0xef, 0xbb, 0xbf]),
      [],
    ],
    [
      'UTF-16 with a mark',
      bytesOf('name,seat\nZoë Müller,1\nBo Bell,2\n', 'utf16le', [0xff, 0xfe]),
      ['roster-encoding'],
    ],
    ['UTF-16 without one', bytesOf('name,seat\nZoë Müller,1\nBo Bell,2\n', 'utf16le'), ['roster-encoding']],
    ['Latin-1', bytesOf('name,seat\nZoë Müller,1\nBo Bell,2\n', 'latin1'), ['roster-encoding']],
  ])('may be %s, and says so if it is not UTF-8', async (_, bytes, codes) => {
    expect(await read({ path: 'class.csv', bytes })).toMatchObject({ plain: TWO, codes });
  });

  it('knows the typographic marks of Windows', async () => {
    const bytes = bytesOf('name\nRen\xe9e d\x92Arc\n', 'latin1');
    expect((await read({ path: 'class.csv', bytes })).plain).toEqual([{ name: 'Renée d’Arc' }]);
  });

  it('knows all columns, and keeps what a cell says', async () => {
    const text =
      'extra;style;form;id;seat;class;name\n"25 % ""extra"" time";dyslexia;A;1042;7;10B;"Bell; Bo"\n';
    expect((await read(roster(text))).plain).toEqual([
      {
        name: 'Bell; Bo',
        class: '10B',
        seat: '7',
        id: '1042',
        form: 'A',
        style: 'dyslexia',
        extra: '25 % "extra" time',
      },
    ]);
  });

  it('knows the place of each cell', async () => {
    const text = 'sep=;\n\nname;seat;id\n"An ""A""";  7;9\n\n"Bo\nBell";8;10\n';
    const places = (await read(roster(text))).pupils.map(({ name, seat, id }) =>
      [name, seat!, id!].map(({ at }) => `${at.line}:${at.column}`),
    );
    expect(places).toEqual([
      ['4:2', '4:14', '4:16'],
      ['6:2', '7:7', '7:9'],
    ]);
  });

  it('of 3,000 rows is read whole', async () => {
    const rows = Array.from({ length: 3000 }, (_, index) => `Pupil ${index};${index + 1}`);
    const { plain, codes } = await read(roster(`name;seat\n${rows.join('\n')}\n`));
    expect(codes).toEqual([]);
    expect(plain).toHaveLength(3000);
    expect(plain[2999]).toEqual({ name: 'Pupil 2999', seat: '3000' });
  });
});
