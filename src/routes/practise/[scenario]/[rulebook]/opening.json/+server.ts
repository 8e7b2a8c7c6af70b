import { error, json } from '@sveltejs/kit';
import { findRulebook, rulebooks } from '#lib/server/content.ts';
import { canPlay, findScenario, openingOf, scenarios } from '#lib/server/practise.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () =>
  scenarios.flatMap((scenario) => rulebooks.filter((r) => canPlay(r, scenario)).map((r) => ({ scenario: scenario.id, rulebook: r.id })));

export const GET: RequestHandler = ({ params }) => {
  const scenario = findScenario(params.scenario);
  const rulebook = findRulebook(params.rulebook);
  if (!scenario || !rulebook || !canPlay(rulebook, scenario)) error(404, 'This case is not played under such a rulebook.');
  return json(openingOf(scenario, rulebook));
};
