/** Who the roles are, and in which clauses each is named. */
import { ACTORS } from '#content/schema.ts';
import type { Actor, Clause, Rulebook } from '#content/schema.ts';
import { isMust, rank } from '../forces.ts';
import { ACTOR, capital, listed } from '../vocabulary.ts';
import { rulebooks } from './content.ts';

/** Clauses that name none of these people, and bind them all the same, as one of these. */
const invited: readonly Actor[] = ['professionals', 'agencies', 'conference', 'core-group'];
const inSocialCare: readonly Actor[] = ['social-care', 'local-authority'];

interface Group {
  title: string;
  roles: readonly { id: Actor; with?: readonly Actor[]; also?: readonly Actor[] }[];
}

/** Everybody, in the order in which a reader looks for them. */
const GROUPS: readonly Group[] = [
  {
    title: 'The child and the family',
    roles: [
      { id: 'child', also: ['family'] },
      { id: 'parents', also: ['family'] },
      { id: 'family' },
      { id: 'carers', also: ['family'] },
      { id: 'foster-carers', also: ['carers'] },
    ],
  },
  {
    title: 'At their side',
    roles: [
      { id: 'advocate', also: ['supporter'] },
      { id: 'supporter' },
      { id: 'solicitor', also: ['supporter'] },
      { id: 'guardian', also: invited },
      { id: 'interpreter' },
    ],
  },
  {
    title: 'Who runs the conference',
    roles: [
      { id: 'chair', also: ['conference'] },
      { id: 'minute-taker', also: ['conference'] },
      { id: 'administrator' },
      { id: 'iro', also: ['conference'] },
      { id: 'observer' },
    ],
  },
  {
    title: 'Children’s social care',
    roles: [
      { id: 'social-worker', with: ['lead-social-worker'], also: [...inSocialCare, ...invited] },
      { id: 'team-manager', also: [...inSocialCare, ...invited] },
      { id: 'senior-manager', also: inSocialCare },
      { id: 'social-care', also: ['local-authority', 'agencies', 'conference', 'core-group'] },
      { id: 'local-authority' },
      { id: 'legal-services', also: invited },
      { id: 'director' },
      { id: 'originating-authority' },
      { id: 'receiving-authority' },
    ],
  },
  {
    title: 'Health',
    roles: [
      { id: 'health-visitor', also: ['health', ...invited] },
      { id: 'school-nurse', also: ['health', ...invited] },
      { id: 'midwife', also: ['health', ...invited] },
      { id: 'gp', also: ['health', ...invited] },
      { id: 'paediatrician', also: ['health', ...invited] },
      { id: 'mental-health', also: ['health', ...invited] },
      { id: 'named-professional', also: ['health', ...invited] },
      { id: 'health', also: invited },
    ],
  },
  {
    title: 'School and early years',
    roles: [
      { id: 'school', also: invited },
      { id: 'early-years', also: invited },
      { id: 'education-welfare', also: invited },
    ],
  },
  {
    title: 'Police and justice',
    roles: [{ id: 'police', also: invited }, { id: 'probation', also: invited }, { id: 'youth-offending', also: invited }, { id: 'court' }],
  },
  {
    title: 'Other services',
    roles: [
      { id: 'housing', also: invited },
      { id: 'voluntary-sector', also: invited },
      { id: 'specialist-services', also: invited },
      { id: 'armed-forces', also: invited },
      { id: 'command' },
    ],
  },
  {
    title: 'Everybody together',
    roles: [
      { id: 'professionals', also: ['agencies', 'conference', 'core-group'] },
      { id: 'agencies', also: ['professionals', 'conference', 'core-group'] },
      { id: 'conference' },
      { id: 'core-group' },
    ],
  },
  {
    title: 'Who watches over it',
    roles: [{ id: 'safeguarding-partners' }, { id: 'complaints-manager' }, { id: 'ombudsman' }],
  },
];

export type Role = { id: string; actors: readonly Actor[]; also: readonly Actor[]; group: string };
const listedRoles: readonly Role[] = GROUPS.flatMap(({ title, roles }) =>
  roles.map(({ id, with: others = [], also = [] }) => ({ id, actors: [id, ...others], also, group: title })),
);
const all = new Set(rulebooks.flatMap((r) => r.clauses.flatMap((c) => c.actors)));
const left = ACTORS.filter((a) => all.has(a) && !listedRoles.some(({ actors }) => actors.includes(a)));
if (left.length) throw new Error(`src/lib/server/roles.ts: no role for ${left.join(', ')}`);

export const roles = listedRoles.filter(({ actors }) => actors.some((a) => all.has(a)));
const byActor = new Map(roles.flatMap((role) => role.actors.map((actor) => [actor, role])));

/** The role whose page an actor stands on. */
export const roleOf = (actor: Actor): string => byActor.get(actor)?.id ?? actor;
export const findRole = (id: string): Role | undefined => roles.find((role) => role.id === id);
export const roleInWords = ({ actors }: Pick<Role, 'actors'>) => listed(actors.map((a) => ACTOR[a]));

const binds = (clause: Clause, actors: readonly Actor[]) => clause.actors.some((a) => actors.includes(a));
export const naming = (role: Role, rulebook: Rulebook) => rulebook.clauses.filter((clause) => binds(clause, role.actors));

export const byForce = (clauses: readonly Clause[]) => [...clauses].sort((a, b) => rank(a) - rank(b));

/** In how many clauses a role is named, and how many of these leave no choice. */
export function countOf(role: Role, rulebook: Rulebook) {
  const named = naming(role, rulebook);
  const others = rulebook.clauses.filter((c) => !binds(c, role.actors) && binds(c, role.also));
  return { named: named.length, musts: named.filter(isMust).length, others: others.length };
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
