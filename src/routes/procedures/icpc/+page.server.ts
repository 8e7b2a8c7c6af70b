import { labelOf, rulebooks } from '#lib/server/content.ts';
import { charted } from '#lib/server/procedures.ts';
import { procedure } from '#machines/index.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ ...charted(procedure('icpc')), rulebooks: rulebooks.map(labelOf) });
