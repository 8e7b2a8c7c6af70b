/** Every clause that a rule rests on, once: its own first, then those of its readings, items and steps. Pure. */
export function cited(value: unknown): string[] {
  if (!value || typeof value !== 'object') return [];
  const { clauses = [], ...rest } = value as { clauses?: string[] };
  return [...new Set([...clauses, ...Object.values(rest).flatMap(cited)])];
}
