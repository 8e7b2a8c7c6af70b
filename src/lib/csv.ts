/** Comma-separated values that a spreadsheet opens as they are meant. Pure. */
import Papa from 'papaparse';

export type Cell = string | number | undefined;

/** A cell that begins like this is a formula to a spreadsheet: it gets an apostrophe before it. Papa Parse's own pattern lets one pass that runs over several lines. */
const FORMULA = /^[=+\-@\t\r\n]/;

/** @returns text with a byte order mark, by which spreadsheets know UTF-8, and CRLF after every row */
export const csv = (header: readonly string[], rows: readonly (readonly Cell[])[]): string =>
  `\uFEFF${Papa.unparse([header, ...rows], { newline: '\r\n', escapeFormulae: FORMULA })}\r\n`;
