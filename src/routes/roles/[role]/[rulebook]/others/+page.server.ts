import { error } from '@sveltejs/kit';
import { findRulebook, labelOf, rulebooks } from '#lib/server/content.ts';
import { findRole, roleInWords, roles } from '#lib/server/roles.ts';
import { sheetsOf } from '#lib/server/sheets.ts';
import { documentInWords } from '#lib/vocabulary.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () =>
  roles.flatMap((role) =>
    rulebooks.filter((rulebook) => sheetsOf(role, rulebook).others).map(({ id }) => ({ role: role.id, rulebook: id })),
  );

export const load: PageServerLoad = ({ params }) => {
  const role = findRole(params.role);
  const rulebook = findRulebook(params.rulebook);
  const sheet = role && rulebook && sheetsOf(role, rulebook).others;
  if (!sheet) error(404, 'There is no such sheet.');
  return {
    role: { id: role.id, name: roleInWords(role) },
    label: labelOf(rulebook),
    document: documentInWords(rulebook),
    sheet,
  };
};
