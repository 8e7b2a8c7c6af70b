import { error } from '@sveltejs/kit';
import { findScenario, packOf, scenarios } from '#lib/server/practise.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => scenarios.map(({ id }) => ({ scenario: id }));

export const load: PageServerLoad = ({ params }) => {
  const scenario = findScenario(params.scenario);
  if (!scenario) error(404, 'There is no such case.');
  return { pack: packOf(scenario) };
};
