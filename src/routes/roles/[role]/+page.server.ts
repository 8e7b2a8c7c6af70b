import { error } from '@sveltejs/kit';
import { leavesNoChoice } from '#lib/forces.ts';
import { labelOf, rulebooks } from '#lib/server/content.ts';
import { byForce, countOf, findRole, naming, roleInWords, roles } from '#lib/server/roles.ts';
import { sheetsOf } from '#lib/server/sheets.ts';
import { clauseInWords } from '#lib/vocabulary.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => roles.map(({ id }) => ({ role: id }));

/** So many clauses in five rulebooks can be read at a sitting; of a role that is named in more, the page shows what leaves no choice. */
const FEW = 30;

export const load: PageServerLoad = ({ params }) => {
  const role = findRole(params.role);
  if (!role) error(404, 'There is no such role.');
  const named = rulebooks.map((rulebook) => ({ rulebook, clauses: byForce(naming(role, rulebook)) }));
  const few = named.reduce((sum, { clauses }) => sum + clauses.length, 0) <= FEW;
  return {
    role: { id: role.id, name: roleInWords(role), group: role.group },
    few,
    books: named.map(({ rulebook, clauses }) => ({
      label: labelOf(rulebook),
      count: countOf(role, rulebook),
      second: !!sheetsOf(role, rulebook).others,
      clauses: clauses
        .filter((clause) => few || leavesNoChoice(clause))
        .map(({ id, modality, also, restatement }) => ({ id, words: clauseInWords(id), modality, also, text: restatement })),
    })),
  };
};
