import type { RulebookId } from '#content/schema.ts';
import type { Family } from '../cutter.ts';
import { hips } from './hips.ts';
import { kent } from './kent.ts';
import { bfg, london } from './numbered.ts';
import { staffordshire } from './staffordshire.ts';

/** One reader for each rulebook. */
export const families: Readonly<Record<RulebookId, Family>> = { london, staffordshire, hips, bfg, kent };
