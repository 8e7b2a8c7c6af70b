/** The sheets of a role: everything that binds or entitles somebody, by stage, force first, and so that it prints on two sides of A4. */
import { PROCEDURES, STAGES } from '#content/schema.ts';
import type { Actor, Clause, Modality, ProcedureId, Rulebook, Stage } from '#content/schema.ts';
import { inBrief, type Cited } from '../citations.ts';
import { ORDER, forcesOf, leavesNoChoice, rank } from '../forces.ts';
import { ACTOR, MODALITY, PROCEDURE, clauseInWords } from '../vocabulary.ts';
import { findTopic, placeOf, topicsCiting } from './content.ts';
import { holds } from './needed.ts';
import { share, type Printed } from './paper.ts';
import { byForce, type Role } from './roles.ts';

/** How somebody belongs to those whom a clause names. */
const AS: Partial<Record<Actor, string>> = {
  professionals: 'As one of the professionals',
  agencies: 'As one of the agencies',
  conference: 'As one of the conference',
  'core-group': 'As one of the core group',
  health: 'As part of health services',
  'social-care': 'As part of children’s social care',
  'local-authority': 'As part of the local authority',
  family: 'As one of the family',
  carers: 'As a carer',
  supporter: 'As a supporter',
  'lead-social-worker': 'As the lead social worker',
};

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

export interface Item {
  id: string;
  /** How it is cited; of an item that leaves its beginning out, `of` is the part that it has in common with the one before. */
  words: string;
  of?: string;
  modality: Modality;
  also: readonly Modality[];
  /** What the text begins with, where the item before begins with it too; not on paper. */
  lead?: string;
  text: string;
  /** Not on paper. */
  left?: true;
}
interface Stand {
  stage: Stage | undefined;
  procedures: { procedure: ProcedureId | undefined; name: string; items: Item[] }[];
}
export interface SheetGroup {
  /** How somebody belongs to those named; none for what names the role itself. */
  as: string | undefined;
  count: number;
  stages: Stand[];
}
/** So much of a document as binds a role, as it stands on a page and on paper. */
export interface Sheet {
  groups: SheetGroup[];
  /** The type on paper, in points. */
  size: number;
  /** Whether items that begin alike leave their beginning out on paper. */
  elided: boolean;
  /** What paper has no room for, and how it is said there. */
  left: readonly Cited[];
  leftOut: string;
}

const parentOf = (id: string) => id.replace(/\.[^.]+$/, '');
/** What a clause begins with in common with the one before it, of the same list or at its head, if that is enough to leave out and holds nothing that is needed. */
function inCommon(before: Clause | undefined, clause: Clause): number {
  const list = parentOf(clause.id);
  const alike = before && forcesOf(before).join() === forcesOf(clause).join();
  if (!alike || (before.id !== list && parentOf(before.id) !== list)) return 0;
  const said = before.restatement.split(' ');
  const words = clause.restatement.split(' ');
  const differ = words.findIndex((word, i) => word !== said[i]);
  return differ >= 4 && !holds(words.slice(0, differ).join(' ')) ? differ : 0;
}

/** Most questions about the initial conference are asked of every conference. */
const nameOf = (procedure: ProcedureId | undefined) =>
  procedure === 'icpc' ? 'Initial conference, or any' : procedure ? PROCEDURE[procedure] : '';
/** So much of the paper may be filled by our reckoning: it takes no account of where a column breaks. */
const FULL = 0.98;
/** Type sizes in points, from what one would rather read to the smallest. */
const SIZES = [9, 8.5, 8];
const SMALLEST = SIZES.at(-1)!;

/** Clauses under those whom they name first, then by stage, procedure and force. */
function grouped(rulebook: Rulebook, actors: readonly Actor[], byName: readonly Actor[], seen: Set<Clause>): { as: string | undefined; stages: { stage: Stage | undefined; procedures: { procedure: ProcedureId | undefined; clauses: Clause[] }[] }[] }[] {
  return actors.flatMap((actor) => {
    const clauses = rulebook.clauses.filter((clause) => !seen.has(clause) && clause.actors.includes(actor));
    if (!clauses.length) return [];
    clauses.forEach((clause) => seen.add(clause));
    const places = clauses.map((clause) => ({ clause, when: whenOf(clause, rulebook.covers) }));
    const at = (stage?: Stage) =>
      [...PROCEDURES, undefined].flatMap((procedure) => {
        const here = places.filter(({ when }) => when?.stage === stage && when?.procedure === procedure).map(({ clause }) => clause);
        return here.length ? [{ procedure, clauses: byForce(here) }] : [];
      });
    const stages = [...STAGES, undefined].map((stage) => ({ stage, procedures: at(stage) })).filter((s) => s.procedures.length);
    return [{ as: actor === byName[0] ? undefined : (AS[actor] ?? `As ${ACTOR[actor]}`), stages }];
  });
} // prettier-ignore
type Grouped = ReturnType<typeof grouped>;

/** As the items stand on paper under the name of their procedure, for reckoning their length: what leaves its beginning out runs on. */
function paragraphs(name: string, items: readonly Item[]): string[] {
  const lines: string[] = [];
  for (const { words, modality, also, lead, text, left } of items) {
    if (left) continue;
    const line = lead ? `${text} ${words}` : `${forcesOf({ modality, also: [...also] }).map((force) => MODALITY[force]).join(' ')} ${text} ${words}`;
    if (lead && lines.length) lines.push(`${lines.pop()} · ${line}`);
    else lines.push(line);
  }
  const [first = '', ...others] = lines;
  return lines.length ? [`${name} ${first}`, ...others] : [];
} // prettier-ignore

/** “8.4.2, item 3” as “8.4.2, ” and “item 3”. */
function apart(citation: string): { of?: string; words: string } {
  const at = citation.lastIndexOf(', ') + 2;
  return at < 2 ? { words: citation } : { of: citation.slice(0, at), words: citation.slice(at) };
}

/** @param how whether beginnings in common are left out, and which clauses */
function written(groups: Grouped, how: { elided: boolean; left: ReadonlySet<Clause> }): SheetGroup[] {
  return groups.map(({ as, stages }) => ({
    as,
    count: stages.reduce((sum, { procedures }) => sum + procedures.reduce((n, { clauses }) => n + clauses.length, 0), 0),
    stages: stages.map(({ stage, procedures }) => ({
      stage,
      procedures: procedures.map(({ procedure, clauses }) => ({
        procedure,
        name: nameOf(procedure),
        items: clauses.map((clause, i): Item => {
          const before = clauses[i - 1];
          // What follows something that is left out begins in full.
          const common = how.elided && before && !how.left.has(before) && !how.left.has(clause) ? inCommon(before, clause) : 0;
          const words = clause.restatement.split(' ');
          return {
            id: clause.id,
            ...(common ? apart(clauseInWords(clause.id)) : { words: clauseInWords(clause.id) }),
            modality: clause.modality,
            also: clause.also,
            ...(common ? { lead: `${words.slice(0, common).join(' ')} ` } : {}),
            text: words.slice(common).join(' '),
            ...(how.left.has(clause) ? { left: true } : {}),
          };
        }),
      })),
    })),
  }));
}

const leftInWords = (left: readonly Cited[]) => left.map(({ words }) => words).join('; ');
const printed = (groups: readonly SheetGroup[], left: readonly Cited[]): Printed => {
  const stages = groups.flatMap((group) => group.stages);
  return {
    groups: groups.length,
    stages: stages.length,
    paragraphs: [
      ...stages.flatMap((s) => s.procedures.flatMap(({ procedure, items }) => paragraphs(nameOf(procedure), items))),
      ...(left.length ? [`${LEFT} ${leftInWords(left)}`] : []),
    ],
  };
};
/** What stands before the clauses that paper has no room for. */
const LEFT = 'Left out here for want of room; none of them holds a number, a time or a decision. On the site they stand in full:';

/** What is least needed goes first: statements, what introduces a list, what is allowed, what is said as happening; then, of what is expected, the longest. */
function dispensable(clauses: readonly Clause[]): Clause[] {
  const heads = new Set(clauses.map(({ id }) => parentOf(id)));
  const order = (clause: Clause) => {
    const force = ORDER[rank(clause)]!;
    return force === 'is' ? 0 : heads.has(clause.id) ? 1 : force === 'may' ? 2 : force === 'will' ? 3 : 4;
  };
  return clauses
    .filter((clause) => !leavesNoChoice(clause) && !holds(clause.restatement))
    .sort((a, b) => order(a) - order(b) || b.restatement.length - a.restatement.length);
}

const everything = (groups: Grouped) =>
  groups.flatMap(({ stages }) => stages.flatMap(({ procedures }) => procedures.flatMap(({ clauses }) => clauses)));

/** The sheet at the largest type at which it holds on two sides, whole if it can; `undefined` where nothing is to be left out and it does not hold. */
function fitted(rulebook: Rulebook, groups: Grouped, whole: boolean): Sheet | undefined {
  const none = new Set<Clause>();
  const at = (how: Parameters<typeof written>[1], sizes = SIZES): Sheet | undefined => {
    const left = inBrief([...how.left].map(({ id }) => id), (id) => placeOf(rulebook.id, id)!); // prettier-ignore
    const sheet = written(groups, how);
    const size = sizes.find((pt) => share(printed(sheet, left), pt) <= FULL);
    return size ? { groups: sheet, size, elided: how.elided, left, leftOut: LEFT } : undefined;
  };
  const full = at({ elided: false, left: none });
  if (full || whole) return full;
  const elided = at({ elided: true, left: none }, [SMALLEST]);
  if (elided) return elided;
  const left: Clause[] = [];
  for (const clause of dispensable(everything(groups))) {
    left.push(clause);
    const sheet = at({ elided: true, left: new Set(left) }, [SMALLEST]);
    if (sheet) return sheet;
  }
  return undefined;
}

interface Sheets {
  sheet: Sheet;
  others?: Sheet;
}
const composed = new Map<string, Sheets>();

/**
 * The sheet of a role under a rulebook, on two sides of A4: what names the role, with what binds it as one of others where both hold whole.
 * `others`: the second sheet, where they do not; it takes as many sides as it needs.
 * @throws Error where what names the role does not hold on two sides
 */
export function sheetsOf(role: Role, rulebook: Rulebook): Sheets {
  const key = `${role.id} ${rulebook.id}`;
  return composed.get(key) ?? composed.set(key, compose(role, rulebook)).get(key)!;
}

function compose(role: Role, rulebook: Rulebook): Sheets {
  const seen = new Set<Clause>();
  const named = grouped(rulebook, role.actors, role.actors, seen);
  const others = grouped(rulebook, role.also, role.actors, seen);
  const both = fitted(rulebook, [...named, ...others], true);
  if (both) return { sheet: both };
  const whole = (groups: Grouped): Sheet => ({ groups: written(groups, { elided: false, left: new Set() }), size: SIZES[0]!, elided: false, left: [], leftOut: LEFT }); // prettier-ignore
  if (!named.length) return { sheet: whole(others) };
  const sheet = fitted(rulebook, named, false);
  if (!sheet) throw new Error(`${role.id} under ${rulebook.id} does not hold on two sides of A4`);
  return others.length ? { sheet, others: whole(others) } : { sheet };
}
