import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { CsvFileError, openCsv } from './csv-file.ts'

async function* inPieces(text: string, size: number): AsyncGenerator<string> {
  for (let start = 0; start < text.length; start += size) yield text.slice(start, start + size)
}

async function read(text: string, size = 7) {
  const { columns, rows } = await openCsv(inPieces(text, size))
  const all = []
  for await (const row of rows) all.push(row)
  return { columns, rows: all }
}

const quoted = (cell: string) => `"${cell.replaceAll('"', '""')}"`

describe('a CSV file', () => {
  it('is read with quotes, line breaks in fields, a byte order mark and any line ends', async () => {
    const { columns, rows } = await read(
      '\uFEFFname,text\r\none,"a ""b""\r\nc, d"\r\n\r\ntwo,e\nthree,"f\ng"',
    )
    expect(columns).toEqual(['name', 'text'])
    expect(rows).toEqual([
      { row: 1, line: 2, cells: ['one', 'a "b"\r\nc, d'] },
      { row: 2, line: 5, cells: ['two', 'e'] },
      { row: 3, line: 6, cells: ['three', 'f\ng'] },
    ])
  })

  it('comes out as it went in, wherever it is cut', async () => {
    const cell = fc.string({
      unit: fc.constantFrom('a', '"', ',', '\n', '\r\n', ' ', 'é', '😀', ';'),
      maxLength: 12,
    })
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, cell), { minLength: 1 }),
        fc.integer({ min: 1, max: 9 }),
        async (table, size) => {
          const text = ['x,y', ...table.map((cells) => cells.map(quoted).join(','))].join('\n')
          expect((await read(text, size)).rows.map(({ cells }) => cells)).toEqual(table)
        },
      ),
      { numRuns: 60 },
    )
  })

  it('may be parted by semicolons or tabs', async () => {
    expect((await read('a;"b;c";d\n1;2;3')).rows[0]!.cells).toEqual(['1', '2', '3'])
    expect((await read('a\tb, c\td\n1\t2\t3')).columns).toEqual(['a', 'b, c', 'd'])
  })

  it('keeps ragged rows for the caller to judge', async () => {
    expect((await read('a,b\n1\n1,2,3')).rows.map(({ cells }) => cells.length)).toEqual([1, 3])
  })

  it('numbers columns without a name and with one that is taken', async () => {
    expect((await read('a,,a,a\n1,2,3,4')).columns).toEqual(['a', 'column 2', 'a (2)', 'a (3)'])
  })

  it.each([
    ['an empty file', '', 'The file is empty'],
    ['an open quote', 'a,b\n1,2\n3,"x\ny\nz', 'A quote in the record that begins in line 3 is never closed'],
    [
      'text after a quote',
      'a,b\n1,"x" y',
      'In the record that begins in line 2 something follows a closing quote',
    ],
    [
      'a quote inside a bare field',
      'a,b\n1,x"y',
      'In the record that begins in line 2 a quote stands inside a field',
    ],
    ['half of a pair', 'a,b\n1,\uD83D!', 'half of a character pair at character 7'],
    ['half of a pair at the end', 'a,b\n1,\uD83D', 'half of a character pair at character 7'],
  ])('of %s is refused with the place', async (_, text, message) => {
    const error = await read(text).then(
      () => null,
      (reason: unknown) => reason,
    )
    expect(error).toBeInstanceOf(CsvFileError)
    expect((error as Error).message).toContain(message)
  })
})
