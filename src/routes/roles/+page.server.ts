import { groups } from '#lib/server/roles.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = () => ({ groups: groups() });
