import { error } from '@sveltejs/kit';
import { findRulebook, labelOf, rulebooks } from '#lib/server/content.ts';
import { countOf, findRole, roleInWords, roles } from '#lib/server/roles.ts';
import { sheetsOf } from '#lib/server/sheets.ts';
import { documentInWords } from '#lib/vocabulary.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

const has = (...of: Parameters<typeof countOf>) => {
  const { named, others } = countOf(...of);
  return named + others > 0;
};

export const entries: EntryGenerator = () =>
  roles.flatMap((role) => rulebooks.filter((rulebook) => has(role, rulebook)).map(({ id }) => ({ role: role.id, rulebook: id })));

export const load: PageServerLoad = ({ params }) => {
  const role = findRole(params.role);
  const rulebook = findRulebook(params.rulebook);
  if (!role || !rulebook || !has(role, rulebook)) error(404, 'There is no such sheet.');
  const { sheet, others } = sheetsOf(role, rulebook);
  return {
    role: { id: role.id, name: roleInWords(role) },
    label: labelOf(rulebook),
    document: documentInWords(rulebook),
    named: countOf(role, rulebook).named,
    sheet,
    /** What binds them as one of others, where that stands on a sheet of its own. */
    second: others?.groups.map(({ as, count }) => ({ as, count })) ?? [],
    rulebooks: rulebooks.filter((other) => has(role, other)).map(({ id, name }) => ({ id, name })),
  };
};
