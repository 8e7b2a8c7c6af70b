import { alphabet, glossary } from '#lib/server/glossary.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({
  letters: alphabet(),
  total: glossary.length,
  explained: glossary.filter(({ basis }) => basis === 'explained').length,
});
