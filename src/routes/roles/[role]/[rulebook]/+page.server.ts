import { error } from '@sveltejs/kit';
import { findRulebook, labelOf, rulebooks } from '#lib/server/content.ts';
import { countOf, findRole, roleInWords, roles, sheetOf } from '#lib/server/roles.ts';
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
  return {
    role: { id: role.id, name: roleInWords(role) },
    label: labelOf(rulebook),
    title: rulebook.title,
    sheet: sheetOf(role, rulebook),
    others: rulebooks.filter((other) => has(role, other)).map(({ id, name }) => ({ id, name })),
  };
};
