import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { csv } from '#lib/server/csv.ts';

const cellOf = (cell: string | number) => Papa.parse<string[]>(csv(['a'], [[cell]]).slice(1)).data[1]?.[0];

describe('a cell that a spreadsheet would run', () => {
  it.each(['=1+2', '+44 1234', '-3', '@SUM(A1)', '\t=1', '\r=1', '=HYPERLINK("https://example.org")\n=2'])(
    '%j begins with an apostrophe',
    (cell) => {
      expect(cellOf(cell)).toBe(`'${cell}`);
    },
  );

  it.each(['8.1.7', 'Within 3 days - or sooner', "'quoted'", '', 'a=b'])('%j is left as it is', (cell) => {
    expect(cellOf(cell)).toBe(cell);
  });

  it('a number stays a number', () => {
    expect(csv(['a'], [[15]])).toBe('\uFEFFa\r\n15\r\n');
  });
});

it('a comma, a quotation mark or a new line in a cell does not end it', () => {
  expect(csv(['a', 'b'], [['one, two', 'he said “no”, and "no"']])).toBe('\uFEFFa,b\r\n"one, two","he said “no”, and ""no"""\r\n');
});
