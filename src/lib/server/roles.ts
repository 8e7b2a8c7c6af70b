/** Everything that binds or entitles somebody: by rulebook, by stage, force first, and so that it prints on two sides of A4. */
import { ACTORS, PROCEDURES, STAGES } from '#content/schema.ts';
import type { Actor, Clause, Modality, ProcedureId, Rulebook, Stage } from '#content/schema.ts';
import { ACTOR, MODALITY, PROCEDURE, capital, listed } from '../vocabulary.ts';
import { findTopic, rulebooks, topicsCiting } from './content.ts';
import { share, type Printed } from './paper.ts';

/** Clauses that name no one of these people, and bind them all the same. */
interface Also {
  as: string;
  actors: readonly Actor[];
}
const invited: Also = { as: 'As one of the professionals invited', actors: ['professionals', 'agencies', 'conference', 'core-group'] };
const inHealth: Also = { as: 'As part of health services', actors: ['health'] };
const inSocialCare: Also = { as: 'As part of children’s social care', actors: ['social-care', 'local-authority'] };
const inFamily: Also = { as: 'As one of the family', actors: ['family'] };
const inConference: Also = { as: 'As one of the conference', actors: ['conference'] };
const asSupporter: Also = { as: 'As a supporter', actors: ['supporter'] };

interface Group {
  title: string;
  roles: readonly { id: Actor; with?: readonly Actor[]; also?: readonly Also[] }[];
}

/** Everybody, in the order in which a reader looks for them. */
const GROUPS: readonly Group[] = [
  {
    title: 'The child and the family',
    roles: [
      { id: 'child', also: [inFamily] },
      { id: 'parents', also: [inFamily] },
      { id: 'family' },
      { id: 'carers', also: [inFamily] },
      { id: 'foster-carers', also: [{ as: 'As a carer', actors: ['carers'] }] },
    ],
  },
  {
    title: 'At their side',
    roles: [
      { id: 'advocate', also: [asSupporter] },
      { id: 'supporter' },
      { id: 'solicitor', also: [asSupporter] },
      { id: 'guardian', also: [invited] },
      { id: 'interpreter' },
    ],
  },
  {
    title: 'Who runs the conference',
    roles: [
      { id: 'chair', also: [inConference] },
      { id: 'minute-taker', also: [inConference] },
      { id: 'administrator' },
      { id: 'iro', also: [inConference] },
      { id: 'observer' },
    ],
  },
  {
    title: 'Children’s social care',
    roles: [
      { id: 'social-worker', with: ['lead-social-worker'], also: [inSocialCare, invited] },
      { id: 'team-manager', also: [inSocialCare, invited] },
      { id: 'senior-manager', also: [inSocialCare] },
      { id: 'social-care', also: [{ as: 'As one of the agencies', actors: ['local-authority', 'agencies', 'conference', 'core-group'] }] },
      { id: 'local-authority' },
      { id: 'legal-services', also: [invited] },
      { id: 'director' },
      { id: 'originating-authority' },
      { id: 'receiving-authority' },
    ],
  },
  {
    title: 'Health',
    roles: [
      { id: 'health-visitor', also: [inHealth, invited] },
      { id: 'school-nurse', also: [inHealth, invited] },
      { id: 'midwife', also: [inHealth, invited] },
      { id: 'gp', also: [inHealth, invited] },
      { id: 'paediatrician', also: [inHealth, invited] },
      { id: 'mental-health', also: [inHealth, invited] },
      { id: 'named-professional', also: [inHealth, invited] },
      { id: 'health', also: [invited] },
    ],
  },
  {
    title: 'School and early years',
    roles: [
      { id: 'school', also: [invited] },
      { id: 'early-years', also: [invited] },
      { id: 'education-welfare', also: [invited] },
    ],
  },
  {
    title: 'Police and justice',
    roles: [
      { id: 'police', also: [invited] },
      { id: 'probation', also: [invited] },
      { id: 'youth-offending', also: [invited] },
      { id: 'court' },
    ],
  },
  {
    title: 'Other services',
    roles: [
      { id: 'housing', also: [invited] },
      { id: 'voluntary-sector', also: [invited] },
      { id: 'specialist-services', also: [invited] },
      { id: 'armed-forces', also: [invited] },
      { id: 'command' },
    ],
  },
  {
    title: 'Everybody together',
    roles: [
      { id: 'professionals', also: [{ as: 'As one of those invited', actors: ['agencies', 'conference', 'core-group'] }] },
      { id: 'agencies', also: [{ as: 'As one of those invited', actors: ['professionals', 'conference', 'core-group'] }] },
      { id: 'conference' },
      { id: 'core-group' },
    ],
  },
  {
    title: 'Who watches over it',
    roles: [{ id: 'safeguarding-partners' }, { id: 'complaints-manager' }, { id: 'ombudsman' }],
  },
];

type Named = { id: string; actors: readonly Actor[]; also: readonly Also[]; group: string };
const listedRoles: readonly Named[] = GROUPS.flatMap(({ title, roles }) =>
  roles.map(({ id, with: others = [], also = [] }) => ({ id, actors: [id, ...others], also, group: title })),
);
const all = new Set(rulebooks.flatMap((r) => r.clauses.flatMap((c) => c.actors)));
const left = ACTORS.filter((a) => all.has(a) && !listedRoles.some(({ actors }) => actors.includes(a)));
if (left.length) throw new Error(`src/lib/server/roles.ts: no role for ${left.join(', ')}`);

export const roles = listedRoles.filter(({ actors }) => actors.some((a) => all.has(a)));
const byActor = new Map(roles.flatMap((role) => role.actors.map((actor) => [actor, role])));

/** The role whose page an actor stands on. */
export const roleOf = (actor: Actor): string => byActor.get(actor)?.id ?? actor;
export const findRole = (id: string): Named | undefined => roles.find((role) => role.id === id);
export const roleInWords = ({ actors }: Pick<Named, 'actors'>) => listed(actors.map((a) => ACTOR[a]));

const binds = (clause: Clause, actors: readonly Actor[]) => clause.actors.some((a) => actors.includes(a));
export const naming = (role: Named, rulebook: Rulebook) => rulebook.clauses.filter((clause) => binds(clause, role.actors));

/** Force first: what leaves no choice, what is expected, what happens, what is allowed, what merely is. */
const ORDER: readonly Modality[] = ['must', 'must-not', 'may-not', 'should', 'should-not', 'will', 'may', 'is'];
export const byForce = (clauses: readonly Clause[]) => [...clauses].sort((a, b) => ORDER.indexOf(a.modality) - ORDER.indexOf(b.modality));

/**
 * When a clause matters: the procedure and stage of the first question that it speaks to, or whose answer rests on it.
 * A document that is about reviews is not made to speak of initial conferences by a question that is asked of both.
 */
function whenOf({ rulebook, id, topics }: Clause, covers: readonly ProcedureId[]): { procedure: ProcedureId; stage: Stage } | undefined {
  const first = [...topics, ...topicsCiting(rulebook, id)][0];
  const topic = first && findTopic(first);
  if (!topic) return undefined;
  const procedure = topic.procedure === 'icpc' && !covers.includes('icpc') ? 'review' : topic.procedure;
  return { stage: topic.stage, procedure };
}

/** The first words of a restatement, and the rest, where it has more than a few beyond them. */
function opened(text: string, most: number): [opening: string, rest: string] {
  const words = text.split(' ');
  return words.length > most + 3 ? [words.slice(0, most).join(' '), words.slice(most).join(' ')] : [text, ''];
}

export interface Item {
  id: string;
  modality: Modality;
  /** What the text begins with, where the item before begins with it too; not on paper. */
  lead?: string;
  text: string;
  /** On paper the text ends before this; on the screen it goes on. */
  rest?: string;
  /** Cut so short that on paper it runs on with its neighbours. */
  run?: true;
  /** Whom it names, where that is not the person themselves. */
  to?: string;
}
export type Sheet = ReturnType<typeof sheetOf>;

const parentOf = (id: string) => id.replace(/\.[^.]+$/, '');
/** How many words a clause begins with in common with the one before it, of the same list or at its head, if they are enough to leave out. */
function inCommon(before: Clause | undefined, clause: Clause): number {
  const list = parentOf(clause.id);
  if (!before || (before.id !== list && parentOf(before.id) !== list) || before.modality !== clause.modality) return 0;
  const said = before.restatement.split(' ');
  const differ = clause.restatement.split(' ').findIndex((word, i) => word !== said[i]);
  return differ >= 4 ? differ : 0;
}

/** How many words of a clause stand on paper; without end where it stands whole. */
type Cut = (byName: boolean, modality: Modality) => number;
const FEW = 8;
/** Most questions about the initial conference are asked of every conference. */
const nameOf = (procedure: ProcedureId | undefined) =>
  procedure === 'icpc' ? 'Initial conference, or any' : procedure ? PROCEDURE[procedure] : '';
/** So much of the paper may be filled by our reckoning: it takes no account of where a column breaks. */
const FULL = 0.95;
const bars = (modality: Modality) => modality === 'must' || modality.endsWith('-not');
const allows = (modality: Modality) => ['is', 'may', 'will'].includes(modality);
const LENGTHS = [30, 24, 18, 14, 11];
/** What gives way, in this order: first statements that bind everybody, then what they are allowed, expected, told; last what is said by name. */
const OTHERS: readonly Cut[] = [
  () => Infinity,
  (byName, modality) => (byName || modality !== 'is' ? Infinity : FEW),
  ...[...LENGTHS, FEW].map(
    (words): Cut =>
      (byName, modality) =>
        byName || bars(modality) ? Infinity : allows(modality) ? FEW : words,
  ),
  ...[...LENGTHS, FEW].map(
    (words): Cut =>
      (byName, modality) =>
        byName ? Infinity : bars(modality) ? words : FEW,
  ),
];
const BY_NAME: readonly Cut[] = [
  ...LENGTHS.map(
    (words): Cut =>
      (byName, modality) =>
        !byName ? FEW : allows(modality) ? words : Infinity,
  ),
  ...LENGTHS.map(
    (words): Cut =>
      (byName, modality) =>
        !byName ? FEW : bars(modality) ? Infinity : words,
  ),
];
const CUTS = [...OTHERS, ...BY_NAME];
/** Type sizes in points, from what one would rather read to the smallest. */
const TRIES: readonly { sizes: readonly number[]; cuts: readonly Cut[] }[] = [
  { sizes: [9, 8.5, 8, 7.5], cuts: OTHERS },
  // Rather small than with its duties cut to a few words.
  { sizes: [7], cuts: CUTS.slice(0, -3) },
  { sizes: [6.5], cuts: CUTS },
];

/** As the items stand on paper under the name of their procedure, for reckoning their length: what is cut short runs on. */
function paragraphs(name: string, items: readonly Item[]): string[] {
  const line = ({ id, modality, lead, text, rest }: Item) => `${MODALITY[modality]} ${lead ? '– ' : ''}${text}${rest ? ' …' : ''} ${id}`;
  const short = items.filter(({ run }) => run).map(line);
  const [first = '', ...others] = [...items.filter(({ run }) => !run).map(line), ...(short.length ? [short.join('  ')] : [])];
  return [`${name} ${first}`, ...others];
}

export function sheetOf(role: Named, rulebook: Rulebook) {
  const seen = new Set<Clause>();
  const taken = [{ as: undefined, actors: role.actors }, ...role.also].map(({ as, actors }) => {
    const clauses = rulebook.clauses.filter((clause) => !seen.has(clause) && binds(clause, actors));
    clauses.forEach((clause) => seen.add(clause));
    const places = clauses.map((clause) => ({ clause, when: whenOf(clause, rulebook.covers) }));
    const at = (stage?: Stage) =>
      [...PROCEDURES, undefined].flatMap((procedure) => {
        const here = places.filter(({ when }) => when?.stage === stage && when?.procedure === procedure).map(({ clause }) => clause);
        return here.length ? [{ procedure, clauses: byForce(here) }] : [];
      });
    const stages = [...STAGES, undefined].map((stage) => ({ stage, procedures: at(stage) })).filter((s) => s.procedures.length);
    return { as, actors, count: clauses.length, stages };
  });

  const written = (cut: Cut, whole: boolean) =>
    taken
      .filter(({ count }) => count)
      .map(({ as, actors, count, stages }) => ({
        as,
        count,
        stages: stages.map(({ stage, procedures }) => ({
          stage,
          procedures: procedures.map(({ procedure, clauses }) => ({
            procedure,
            name: nameOf(procedure),
            items: clauses.map((clause, i): Item => {
              const most = cut(!as, clause.modality);
              const common = whole ? 0 : inCommon(clauses[i - 1], clause);
              const words = clause.restatement.split(' ');
              const [text, rest] = opened(words.slice(common).join(' '), most);
              const addressed = as ? clause.actors.filter((a) => actors.includes(a)) : clause.actors.filter((a) => role.actors.includes(a));
              const to =
                as || (role.actors.length > 1 && !addressed.includes(role.actors[0]!)) ? listed(addressed.map((a) => ACTOR[a])) : undefined;
              return {
                id: clause.id,
                modality: clause.modality,
                ...(common ? { lead: `${words.slice(0, common).join(' ')} ` } : {}),
                text,
                ...(rest ? { rest: ` ${rest}` } : {}),
                ...(most === FEW ? { run: true } : {}),
                ...(to ? { to } : {}),
              };
            }),
          })),
        })),
      }));

  const printed = (groups: ReturnType<typeof written>): Printed => {
    const stages = groups.flatMap((group) => group.stages);
    return {
      groups: groups.length,
      stages: stages.length,
      paragraphs: stages.flatMap((s) => s.procedures.flatMap(({ procedure, items }) => paragraphs(nameOf(procedure), items))),
    };
  };

  const whole = written(OTHERS[0]!, true);
  const at = (groups: typeof whole, sizes: readonly number[]) => sizes.find((pt) => share(printed(groups), pt) <= FULL);
  const size = at(whole, TRIES[0]!.sizes);
  if (size) return { groups: whole, size, shortened: 0 };
  for (const { sizes, cuts } of TRIES)
    for (const cut of cuts) {
      const groups = written(cut, false);
      const size = at(groups, sizes);
      if (size) return { groups, size, shortened: CUTS.indexOf(cut) + 1 };
    }
  throw new Error(`${role.id} under ${rulebook.id} does not hold on two sides of A4`);
}

/** In how many clauses a role is named, and how many of these leave no choice. */
export function countOf(role: Named, rulebook: Rulebook) {
  const named = naming(role, rulebook);
  const others = rulebook.clauses.filter((c) => !binds(c, role.actors) && role.also.some(({ actors }) => binds(c, actors)));
  return { named: named.length, musts: named.filter((c) => c.modality.startsWith('must')).length, others: others.length };
}

export const groups = () =>
  GROUPS.map(({ title }) => ({
    title,
    roles: roles
      .filter((role) => role.group === title)
      .map((role) => ({
        id: role.id,
        name: capital(roleInWords(role)),
        clauses: rulebooks.reduce((sum, r) => sum + naming(role, r).length, 0),
      })),
  }));
