import { error, json } from '@sveltejs/kit';
import { findScenario, afterOf, scenarios } from '#lib/server/practise.ts';
import type { EntryGenerator, RequestHandler } from './$types';

export const prerender = true;
export const entries: EntryGenerator = () => scenarios.map(({ id }) => ({ scenario: id }));

export const GET: RequestHandler = ({ params }) => {
  const scenario = findScenario(params.scenario);
  if (!scenario) error(404, 'There is no such case.');
  return json(afterOf(scenario));
};
