/** What a document is not about, said wherever a bare “silent” would look like an omission. */
import type { ProcedureId, Rule, Rulebook } from '#content/schema.ts';
import { PLURAL, listed } from '../vocabulary.ts';
import { answered } from './procedures.ts';

type Covers = Pick<Rulebook, 'covers' | 'elsewhere' | 'rules'>;

/** By which words a document that it names instead is known to be about a procedure. */
const CHAPTER: Record<ProcedureId, RegExp> = {
  icpc: /\binitial\b.*\bconference/i,
  review: /\breview/i,
  'pre-birth': /pre-?birth|unborn/i,
  'dual-process': /looked after|dual process/i,
  exclusion: /\bexclu/i,
  complaint: /complain|appeal/i,
};

export interface Uncovered {
  /** For a cell: “Not covered: about reviews”. */
  brief: string;
  /** “It is about reviews, and in part about pre-birth conferences; for initial conferences it names …” */
  sentence: string;
  /** The document or part that it names instead. */
  chapter?: string;
}

/** What a document is mainly about, and what it says little about beside it: less than half as large a share of its questions. */
function subjects(rulebook: Covers): { main: string; part: string } {
  const shares = rulebook.covers.map((procedure) => {
    const { stated, total } = answered(rulebook, procedure);
    return { procedure, share: stated / total };
  });
  const most = Math.max(...shares.map(({ share }) => share));
  const named = (main: boolean) =>
    listed(shares.filter(({ share }) => share * 2 >= most === main).map(({ procedure }) => PLURAL[procedure]));
  return { main: named(true), part: named(false) };
}

/** `undefined` where the procedure is among those that the document covers. */
export function uncovered(rulebook: Covers, procedure: ProcedureId): Uncovered | undefined {
  if (rulebook.covers.includes(procedure)) return undefined;
  const chapter = rulebook.elsewhere
    .map(({ to }) => to)
    .filter((to) => CHAPTER[procedure].test(to))
    .sort((a, b) => a.length - b.length)[0];
  const { main, part } = subjects(rulebook);
  const many = rulebook.covers.length > 3;
  return {
    brief: `Not covered: ${many && chapter ? `left to ${chapter.charAt(0).toLowerCase()}${chapter.slice(1)}` : `about ${main}`}`,
    sentence: `The document is about ${main}${part ? `, and in part about ${part}` : ''}${
      chapter ? `. For ${PLURAL[procedure]} it names: ${chapter}.` : `, not about ${PLURAL[procedure]}.`
    }`,
    ...(chapter ? { chapter } : {}),
  };
}

/** The silence of a document that is not about the matter; `undefined` for every other rule. */
export const outside = (rulebook: Covers, procedure: ProcedureId, rule: Rule): Uncovered | undefined =>
  rule.status === 'silent' ? uncovered(rulebook, procedure) : undefined;
