/** What is typed with straight quotation marks and hyphens, as a printer would set it. Pure. */
export const typeset = (text: string): string =>
  text
    .replace(/(^|[\s([“])'(?=\S)/g, '$1‘')
    .replaceAll("'", '’')
    .replace(/(^|[\s([‘])"(?=\S)/g, '$1“')
    .replaceAll('"', '”')
    .replaceAll(' - ', ' – ');

/** The same thing with every string in it set; ids and dates have nothing to set. */
export function typesetAll<T>(value: T): T {
  if (typeof value === 'string') return typeset(value) as T;
  if (Array.isArray(value)) return value.map(typesetAll) as T;
  if (value && typeof value === 'object') return Object.fromEntries(Object.entries(value).map(([k, v]) => [k, typesetAll(v)])) as T;
  return value;
}
