/** Writes a procedure's statechart out in words: every situation in the order of the map, with the moves that the map has no room for. */
import { STAGES } from '#content/schema.ts';
import type { Rule, Topic, TopicId } from '#content/schema.ts';
import type { Procedure, Rules } from '#machines/index.ts';
import type { Claim } from '#machines/procedures/claims.ts';
import { wayId } from '../drawing.ts';
import type { Outline, OutlineLead, OutlineMove, OutlineTopic } from '../outline.ts';
import { readingInWords, readingsOf } from '../words.ts';
import { PLANS } from './plans.ts';
import { situationsOf } from './situations.ts';
import type { Situation, Way } from './situations.ts';

export interface Options {
  rules?: Rules;
  /** By id; topics that are not among them are left out. */
  topics?: ReadonlyMap<TopicId, Topic>;
}

export const CLAIM: Record<Claim, string> = {
  'majority-decides': 'where a majority of the agencies decides',
  'deadline-stated': 'where a time is set',
  'review-dated': 'where a time is set',
  'window-stated': 'where a time of the pregnancy is set',
  'extension-stated': 'where the review may be put off',
  'ending-barred': 'where a plan may not end at a first review, or for neglect',
  'takeover-stated': 'where the other authority must have taken over first',
  'takeover-not-asked': 'where nothing is asked of the other authority first',
  'grounds-stated': 'where the grounds are named',
  'quorum-stated': 'where a quorum is set',
  'review-quorum-stated': 'where a quorum is set',
  'parts-divided': 'where the meeting has two parts',
};

function says(rule: Rule): NonNullable<OutlineTopic['says']> {
  if (rule.status === 'silent') return { words: 'Silent', unsaid: true };
  if (rule.status === 'elsewhere') return { words: `Left to another document: ${rule.to}`, unsaid: true };
  if (rule.status === 'conflicting') return { words: `Contradicts itself: ${readingsOf(rule).map((r) => readingInWords(r).headline).join('; or ')}` }; // prettier-ignore
  const { headline, detail, whole } = readingInWords(rule);
  return { words: headline, modality: rule.modality, ...(whole ? {} : { detail }) };
}

interface Written {
  procedure: Procedure;
  labels: ReadonlyMap<string, string>;
  linked: ReadonlySet<string>;
  /** The ways of the map that have their place already. */
  placed: Set<string>;
}
type Move = Omit<OutlineMove, 'topics'> & { leads: OutlineLead[]; topics: TopicId[] };

/** One move for all ways that the same event may take from the same place. */
function moves(ways: readonly Way[], { procedure, labels, linked, placed }: Written): Move[] {
  const found = new Map<string, Move>();
  for (const { event, from, to: at, target, label, skips, topics } of ways) {
    const key = `${event}${skips ? ', too soon' : ''}`;
    const what = event && (procedure.events as Record<string, string>)[event];
    const move = found.get(key) ?? { skips, leads: [], topics: [], ...(what ? { what } : {}) };
    move.topics.push(...topics.filter((topic) => !move.topics.includes(topic)));
    // Where the situation is called what the way is called, once is enough.
    const when =
      skips ||
      (label &&
        labels
          .get(target ?? '')
          ?.toLowerCase()
          .includes(label))
        ? undefined
        : label;
    const to = target === undefined ? undefined : { id: target, label: labels.get(target) ?? target, linked: linked.has(target) };
    const id = !skips && from !== at && !placed.has(wayId(from, at)) ? wayId(from, at) : undefined;
    if (id || !move.leads.some((l) => l.to?.id === to?.id && l.when === when)) {
      move.leads.push({ ...(id ? { id } : {}), ...(when ? { when } : {}), ...(to ? { to } : {}) });
      if (id) placed.add(id);
    }
    found.set(key, move);
  }
  return [...found.values()];
}

/** @returns the whole outline, or, with `rules`, what that rulebook knows of it and says about it */
export function outline(procedure: Procedure, { rules, topics }: Options = {}): Outline {
  const { situations, ways } = situationsOf(procedure, rules);
  const order = (PLANS[procedure.id]?.rows ?? []).flat();
  const steps = situations.flatMap((s) => s.parts.flatMap((p) => p.steps));
  const labels = new Map([...steps, ...situations].map((s) => [s.id, s.label]));
  const linked = new Set(situations.map((s) => s.id));
  const all: Written = { procedure, labels, linked, placed: new Set() };

  /** @param told the topics that the same situation has asked above */
  const asked = (ids: readonly TopicId[], told: Set<TopicId>): OutlineTopic[] =>
    ids.flatMap((id) => {
      const question = topics?.get(id)?.question;
      const again = told.has(id);
      const rule = again ? undefined : rules?.[id];
      told.add(id);
      return question ? [{ id, question, ...(again ? { again } : {}), ...(rule ? { says: says(rule) } : {}) }] : [];
    });
  const moving = (of: readonly Way[], told: Set<TopicId>): OutlineMove[] =>
    moves(of, all).map((move) => ({ ...move, topics: asked(move.topics, told) }));
  const written = (s: Situation) => {
    // Those that it takes itself, or that the stretch takes of which it is a part: not those of its parts.
    const inPart = (way: Way) => s.parts.find((p) => way.at === p.id || way.at.startsWith(`${p.id}.`))?.id;
    const its = ways.filter((way) => way.from === s.id);
    const own = its.filter((way) => !inPart(way));
    const told = new Set<TopicId>();
    return {
      id: s.id, label: s.label, what: s.what, remedy: s.remedy, final: s.final,
      topics: asked(s.parts.length ? s.topics.filter((t) => !s.parts.some((p) => p.topics.includes(t))) : s.topics, told),
      parts: s.parts.map((p) => {
        const ofPart = its.filter((way) => inPart(way) === p.id);
        const ofMoves = new Set(ofPart.flatMap((way) => way.topics));
        return {
          id: p.id, label: p.label,
          steps: p.steps.filter((step) => !linked.has(step.id)).map(({ id, label, what }) => ({ id, label, what })),
          topics: asked(p.topics.filter((topic) => !ofMoves.has(topic)), told),
          moves: moving(ofPart, told),
        };
      }),
      moves: moving(own, told),
      ...(s.onlyIf ? { onlyWhere: CLAIM[s.onlyIf] } : {}),
      ...(s.within ? { within: labels.get(s.within)! } : {}),
    }; // prettier-ignore
  };
  return {
    stages: STAGES.filter((stage) => situations.some((s) => s.stage === stage)).map((stage) => ({
      stage,
      situations: situations.filter((s) => s.stage === stage).sort((a, b) => order.indexOf(a.id) - order.indexOf(b.id)).map(written),
    })),
  }; // prettier-ignore
}
