/**
 * Lays out a procedure's statechart as a map: a lane for each stage, the main way straight down, everything else beside it,
 * and no two ways crossing. The plan says what stands beside what; this file measures, places and joins it up, because a layout
 * engine such as elkjs, left to itself, bends the main way and leaves the type too small for a column of 300 pixels.
 */
import { STAGES } from '#content/schema.ts';
import type { RulebookId } from '#content/schema.ts';
import type { Procedure, Rules } from '#machines/index.ts';
import { LANE } from '../drawing.ts';
import type { Drawing, Edge, Lane, Shape, Text } from '../drawing.ts';
import { box, said } from './boxes.ts';
import type { Box } from './boxes.ts';
import { unsaid } from './figures.ts';
import { LOOKS, inLane } from './looks.ts';
import type { Look, LookName } from './looks.ts';
import { PLANS } from './plans.ts';
import type { Plan } from './plans.ts';
import { across, routes, stroke } from './routes.ts';
import type { Route } from './routes.ts';
import { situationsOf } from './situations.ts';
import type { Situations, Way } from './situations.ts';
import { wrap } from './type.ts';

export interface Options {
  look: LookName;
  rulebook?: { id: RulebookId; rules: Rules };
  /** The situation whose parts show their steps. */
  unfolded?: string | undefined;
}

const round = (n: number) => Math.round(n * 10) / 10;
const at = <T extends Text | undefined>(text: T, x: number, y: number): T =>
  text && { ...text, x: round(text.x + x), y: round(text.y + y) };
const key = (from: string, to: string) => `${from} > ${to}`;
const ends = (pair: string) => pair.split(' > ') as [from: string, to: string];

/** Between two situations of the main way: what joins it from the side or from elsewhere, and below that, what leaves it for the side of the next row. */
export interface Fork {
  after: string;
  before: string;
  joins: readonly string[];
  forks: readonly string[];
  /** The heights at which ways join and leave. */
  join: number;
  leave: number;
}
export interface Placed {
  shapes: ReadonlyMap<string, Shape>;
  lanes: readonly Lane[];
  forks: readonly Fork[];
  /** Words along ways: by pair the word before its end, by `start` and pair what stands after its start. */
  words: ReadonlyMap<string, Text>;
  /** The lowest edge of what stands in it. */
  height: number;
}
type Leads = (from: string, to: string) => boolean;

function forkAbove(rows: Plan['rows'], after = '', [next, ...beside]: Plan['rows'][number], leads: Leads): Pick<Fork, 'joins' | 'forks'> {
  const forks = beside.filter((s) => leads(after, s));
  const joins = rows.flatMap(([, ...side]) => side).filter((s) => !beside.includes(s) && leads(s, next));
  return { joins, forks };
}

interface Around {
  boxes: ReadonlyMap<string, Box>;
  words: (place: string) => string[];
  leads: Leads;
  /** The situations of the main way in the lanes to the left and to the right, between which these rows stand. */
  before?: string | undefined;
  next?: string | undefined;
}
/** From top to bottom, each row below the one before, with room for what stands between them. */
function place(rows: Plan['rows'], { boxes, words, leads, before, next }: Around, look: Look): Placed {
  const { gap, lead, small, main } = look;
  const shapes = new Map<string, Shape>();
  const lanes: Lane[] = [];
  const forks: Fork[] = [];
  const texts = new Map<string, Text>();
  const put = ({ column, what: _what, ...box }: Box, y: number) => {
    const { x } = column;
    const parts = box.parts.map(({ figure: f, ...p }) => ({
      ...p, label: at(p.label, x, y), ...(f ? { figure: at(f, x, y) } : {}),
      ...(p.chips ? { chips: p.chips.map((chip) => ({ ...chip, x: round(chip.x + x), y: round(chip.y + y), text: at(chip.text, x, y) })) } : {}),
    })); // prettier-ignore
    shapes.set(box.id, { ...box, x, y: round(y), label: at(box.label, x, y), notes: box.notes.map((n) => at(n, x, y)), parts });
  };
  const beside = (place: string) => words(place).flatMap((w) => wrap(w, main.line - main.x - 9, small, /\d/.test(w)));
  const write = (place: string, lines: readonly string[], y: number) => {
    if (lines.length) texts.set(place, { lines, x: main.line - 9, y: round(y), anchor: 'end' });
  };

  /** The lower edges of what stands in each column so far. */
  const foot = { main: 0.5, side: 0.5 };
  rows.forEach(([id, ...side], i) => {
    const here = boxes.get(id)!;
    const after = rows[i - 1]?.[0] ?? before;
    const fork = forkAbove(rows, after, [id, ...side], leads);
    const enters = lanes.at(-1)?.stage !== here.stage;
    const pair = after ? key(after, id) : '';
    const [first, last] = [i ? beside(`start ${pair}`) : [], beside(pair)];
    // A row without anything to its side need not wait for what stands beside the row before, unless that joins the main way here.
    const waits = enters || side.length > 0 || fork.joins.some((s) => rows[i - 1]?.includes(s));
    let y = waits ? Math.max(foot.main, foot.side) : foot.main;
    let free = y;
    write(`start ${pair}`, first, foot.main + gap * 0.35 + lead * 0.7);
    if (enters) {
      if (i) y = Math.max(y + gap * 0.7, foot.main + gap * 0.7 + first.length * lead);
      const above = lanes.at(-1);
      if (above) above.h = round(y - above.y);
      const label: Text = { lines: [LANE[here.stage]], x: main.x, y: round(y + small * 1.5), anchor: 'start' };
      lanes.push({ stage: here.stage, x: main.x - 1, w: look.pitch ? look.back - main.x : look.width, y: round(y), h: 0, label });
      free = y + small * 1.5;
      y += small * 2;
      // What comes from the lane before runs below the name of this one.
      if (before && !i) y = (free += small * 1.4) + gap * 0.6;
    } else y += gap;
    if (after && (fork.forks.length || fork.joins.length)) {
      const join = !enters || !i ? free + gap * 0.6 : lanes.at(-1)!.y + small;
      const leave = fork.joins.length && fork.forks.length ? join + gap * 0.65 : join;
      forks.push({ after, before: id, ...fork, join, leave });
      y = Math.max(y, leave + gap * 1.15);
    }
    if (last.length) y = Math.max(y, free + lead * last.length + 14);
    write(pair, last, y - 13 - (last.length - 1) * lead);

    const stack = side.map((s) => boxes.get(s)!);
    // What is linked with its row's situation stands beside it, however many those are: the situation is then as tall as they are.
    const lowest = stack.findLastIndex((s) => leads(id, s.id) || leads(s.id, id));
    const above = stack.slice(0, Math.max(0, lowest)).reduce((sum, s) => sum + s.h + gap, 0);
    const short = here.h;
    here.h = Math.max(here.h, lowest < 0 ? 0 : Math.ceil(above + Math.min(stack[lowest]!.h, 2.4 * lead)));
    // Where it is taller than its own words, there is room to say what it is about.
    const lines = here.parts.length ? [] : wrap(here.what, here.w - 2 * look.pad, small).slice(0, Math.floor((here.h - short - 4) / lead));
    const told =
      lines.length && lines.join(' ').length === here.what.length
        ? [{ lines, x: look.pad, y: round(short - look.pad + lead * 0.9), anchor: 'start' as const }]
        : [];
    put({ ...here, notes: [...here.notes, ...told] }, y);
    foot.main = y + here.h;
    const spare = (here.h - stack.reduce((sum, s) => sum + s.h, 0)) / Math.max(1, stack.length - 1);
    for (const s of stack) {
      put(s, y);
      foot.side = y + s.h;
      y = foot.side + Math.max(gap, Math.min(spare, 3 * gap));
    }
  });
  if (next) {
    const exit = `start ${key(rows.at(-1)![0], next)}`;
    const lines = beside(exit);
    write(exit, lines, foot.main + gap * 0.35 + lead * 0.7);
    foot.main += gap * 0.35 + lines.length * lead;
  }
  const end = Math.max(foot.main, foot.side) + 4;
  lanes.at(-1)!.h = round(end - lanes.at(-1)!.y);
  return { shapes, lanes, forks, words: texts, height: Math.ceil(end) };
}

/** Ways that are drawn, by their ends: not those that skip a step, nor those that stay where they are. */
function drawn({ situations, ways }: Situations): Map<string, Way[]> {
  const known = new Set(situations.map((s) => s.id));
  const pairs = new Map<string, Way[]>();
  for (const way of ways) {
    if (way.skips || way.from === way.to || !known.has(way.from) || !known.has(way.to)) continue;
    const pair = key(way.from, way.to);
    pairs.set(pair, [...(pairs.get(pair) ?? []), way]);
  }
  return pairs;
}

/**
 * @param rulebook its figures stand on the map, and what it does not know is left out; without one, the procedure as such
 * @throws Error naming a situation for which the plan has no place
 */
export function draw(procedure: Procedure, { look: name, rulebook, unfolded }: Options): Drawing {
  const look: Look = LOOKS[name];
  const plan = PLANS[procedure.id];
  const rules = rulebook?.rules;
  const whole = situationsOf(procedure, rules);
  // What arises within the situation that is unfolded is one of its steps, and no shape beside it.
  const read = { ...whole, situations: whole.situations.filter((s) => !unfolded || s.within !== unfolded) };
  const ids = new Set(read.situations.map((s) => s.id));
  const rows = plan.rows.map((row) => row.filter((id) => ids.has(id)) as [string, ...string[]]);
  const lost = [...ids].filter((id) => !rows.flat().includes(id));
  if (lost.length) throw new Error(`the plan of ${procedure.id} has no place for ${lost.join(', ')}`);

  const pairs = drawn(read);
  const straight = new Set(rows.map(([id]) => id));
  const why = (id: string) => [...pairs.values()].flat().filter((w) => w.to === id && straight.has(w.from)).flatMap((w) => w.label ?? []); // prettier-ignore
  const stages = STAGES.filter((stage) => read.situations.some((s) => s.stage === stage));
  const laneOf = new Map(read.situations.map((s) => [s.id, look.pitch ? stages.indexOf(s.stage) : 0]));
  const rowOf = (id: string) => rows.findIndex((row) => row.includes(id));
  /** Neither a situation nor a way that comes down from one above. */
  const nothingBeside = (id: string) => {
    const here = rowOf(id);
    const passes = (from: string) => [...pairs.keys()].map(ends).some(([one, to]) => one === from && rowOf(to) > here);
    return rows[here]!.length === 1 && !rows.slice(0, here).some(([, ...side]) => side.some(passes));
  };
  const boxes = new Map(
    read.situations.map((s) => {
      const main = straight.has(s.id);
      const open = s.id === unfolded && s.parts.length > 0;
      const alone = !!look.pitch && nothingBeside(s.id);
      return [s.id, box(s, { why: why(s.id), main, plan, look: inLane(look, laneOf.get(s.id)!), rules, open, alone })];
    }),
  );
  const words = (place: string) => {
    const figures = said(plan, place, rules);
    // Where several moves lead there, each for a reason of its own, one of the reasons would tell half of it.
    const reasons = new Set(pairs.get(place)?.flatMap((w) => w.label ?? []));
    const word = plan.words[place] ?? (reasons.size === 1 ? [...reasons][0] : undefined);
    return figures.length ? figures : word ? [word] : [];
  };
  // What the rulebook says nothing of is the procedure's in general: its ways back keep their lines, and lose their words.
  const unsaidOf = (pair: string) => rules && unsaid(rules, [...new Set(pairs.get(pair)!.flatMap((w) => w.topics))]);
  const word = (from: string, to: string) => (boxes.get(from)!.remedy && unsaidOf(key(from, to)) ? undefined : words(key(from, to))[0]);
  const leads = (from: string, to: string) => pairs.has(key(from, to));
  const lanes = look.pitch ? stages.map((_, lane) => rows.filter(([id]) => laneOf.get(id) === lane)) : [rows];
  const placed = lanes.map((its, lane) => {
    const [before, next] = [lanes[lane - 1]?.at(-1)?.[0], lanes[lane + 1]?.[0]?.[0]];
    return place(its, { boxes, words, leads, before, next }, inLane(look, lane));
  });
  const shapes = new Map(placed.flatMap((one) => [...one.shapes]));
  const texts = new Map(placed.flatMap((one) => [...one.words]));
  const routed = new Map<string, Route>();
  const all = [...pairs.keys()].map(ends);
  const forked = (from: string, to: string) => placed.some(({ forks }) => forks.some((f) => f.after === from && f.forks.includes(to)));
  const over = all.filter(([from, to]) => laneOf.get(from) !== laneOf.get(to) && !forked(from, to));
  placed.forEach((one, lane) => {
    const its = all.filter(([from, to]) => laneOf.get(to) === lane && !over.some(([f, t]) => f === from && t === to));
    for (const [pair, route] of routes(
      { ...one, shapes: new Map([...shapes].filter(([id]) => laneOf.get(id) === lane || its.some(([from]) => from === id))) },
      its,
      inLane(look, lane),
      word,
    ))
      routed.set(pair, route);
  });
  let height = Math.max(...placed.map((one) => one.height));
  for (const [from, to] of over) {
    const lane = laneOf.get(from)!;
    const route = across(shapes.get(from)!, shapes.get(to)!, placed[lane]!, inLane(look, lane), inLane(look, laneOf.get(to)!));
    routed.set(key(from, to), route);
    height = Math.max(height, ...route.points.map(([, y]) => y + 3));
  }

  const edges = [...pairs].map(([pair, ways]): Edge => {
    const [from, to] = ends(pair);
    const route = routed.get(pair) ?? { points: [] };
    const main = straight.has(from) && straight.has(to);
    const label = texts.get(pair) ?? route.label;
    const start = texts.get(`start ${pair}`);
    const none = unsaidOf(pair);
    return {
      from, to, main, remedy: boxes.get(from)!.remedy || boxes.get(to)!.remedy, points: route.points,
      ruleDependent: boxes.get(from)!.ruleDependent || boxes.get(to)!.ruleDependent,
      moves: ways.map(({ event, label: l, topics }) => ({ event: event ?? 'done', topics, ...(l ? { label: l } : {}) })),
      ...(route.points.length ? stroke(route.points, main) : { path: '', head: '' }),
      ...(none ? { unsaid: none } : {}), ...(label ? { label } : {}), ...(start ? { start } : {}),
    }; // prettier-ignore
  });
  const { width, label, small, lead } = look;
  return {
    name: procedure.title, width, height: Math.ceil(height), type: { label, small, lead },
    lanes: placed.flatMap((one) => one.lanes), shapes: [...shapes.values()], edges, ...(unfolded ? { unfolded } : {}),
    ...(rulebook ? { rulebook: rulebook.id } : {}),
  }; // prettier-ignore
}
