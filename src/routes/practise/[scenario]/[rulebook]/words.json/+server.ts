import { error, json } from '@sveltejs/kit';
import { findRulebook, rulebooks } from '#lib/server/content.ts';
import { findScenario, scenarios, wordsOf } from '#lib/server/practise.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
// Of every rulebook: those under which the case cannot be played are compared all the same.
export const entries: EntryGenerator = () =>
  scenarios.flatMap((scenario) => rulebooks.map((r) => ({ scenario: scenario.id, rulebook: r.id })));

export const GET: RequestHandler = ({ params }) => {
  const scenario = findScenario(params.scenario);
  const rulebook = findRulebook(params.rulebook);
  if (!scenario || !rulebook) error(404, 'There is no such case or rulebook.');
  return json(wordsOf(scenario, rulebook));
};
