/**
 * Lays out a procedure's statechart as a map: a lane for each stage, the main way straight down, everything else beside it,
 * and no two ways crossing. The plan says what stands beside what; this file measures, places and joins it up, because a layout
 * engine such as elkjs, left to itself, bends the main way and leaves the type too small for a column of 300 pixels.
 */
import type { RulebookId } from '#content/schema.ts';
import type { Procedure, Rules } from '#machines/index.ts';
import { LANE } from '../drawing.ts';
import type { Drawing, Edge, Lane, Part, Shape, Text } from '../drawing.ts';
import { figure, unsaid } from './figures.ts';
import { PLANS } from './plans.ts';
import type { Plan } from './plans.ts';
import { routes, stroke } from './routes.ts';
import { situationsOf } from './situations.ts';
import type { Situation, Situations, Way } from './situations.ts';
import { widthOf, wrap } from './type.ts';

interface Column {
  x: number;
  w: number;
  /** Where ways that run up or down meet its shapes. */
  line: number;
}
export interface Look {
  width: number;
  main: Column;
  side: Column;
  /** Where the outermost way runs round the right of both columns. */
  back: number;
  /** Whether ways that run there side by side must keep close. */
  tight: boolean;
  label: number;
  small: number;
  /** From one line of small type to the next; a label takes a fifth more. */
  lead: number;
  pad: number;
  gap: number;
  /** Whether there is room for figures beside the parts of a situation. */
  figures: boolean;
}
const LOOKS = {
  compact: {
    width: 300, main: { x: 1, w: 167, line: 138 }, side: { x: 191, w: 98, line: 256 }, back: 298, tight: true,
    label: 13, small: 12, lead: 15, pad: 7, gap: 17, figures: false,
  },
  wide: {
    width: 640, main: { x: 1, w: 312, line: 252 }, side: { x: 416, w: 200, line: 560 }, back: 638, tight: false,
    label: 16, small: 14, lead: 19, pad: 12, gap: 28, figures: true,
  },
} satisfies Record<string, Look>; // prettier-ignore

export interface Options {
  look: keyof typeof LOOKS;
  rulebook?: { id: RulebookId; rules: Rules };
}

const round = (n: number) => Math.round(n * 10) / 10;
const at = <T extends Text | undefined>(text: T, x: number, y: number): T =>
  text && { ...text, x: round(text.x + x), y: round(text.y + y) };
const key = (from: string, to: string) => `${from} > ${to}`;
const ends = (pair: string) => pair.split(' > ') as [from: string, to: string];

/** What the rulebook has to say at this place of the plan, a line for each answer. */
function said(plan: Plan, place: string, rules: Rules | undefined): string[] {
  if (!rules) return [];
  const asks = plan.figures[place] ?? [];
  const figures = asks.map(({ topic }) => figure(rules, topic));
  const same = asks.length > 1 && new Set(figures.filter(Boolean)).size === 1;
  if (same) return [figures.find(Boolean)!];
  return asks.flatMap(({ topic, before, ask, otherwise }, i) => {
    if (figures[i]) return [[before, figures[i]].filter(Boolean).join(' ')];
    const none = unsaid(rules, [topic]);
    return none ? (ask ? [`${ask}: ${none}`] : []) : otherwise ? [otherwise] : [];
  });
}

type Box = Omit<Shape, 'x' | 'y'> & { column: Column; what: string };

/** A situation as a box at 0, 0, as tall as its words are. */
function box(s: Situation, why: readonly string[], main: boolean, plan: Plan, look: Look, rules: Rules | undefined): Box {
  const { pad, lead, label, small } = look;
  const column = main ? look.main : look.side;
  const none = rules && unsaid(rules, s.topics);
  const room = column.w - 2 * pad;
  let y = pad;
  const write = (lines: readonly string[], high: number, x: number, anchor: Text['anchor'] = 'start'): Text => {
    const text: Text = { lines, x, y: round(y + high * 0.76), anchor };
    y += lines.length * high;
    return text;
  };
  const title = write(wrap(s.label, room - (none ? small + 4 : 0), label, true), lead * 1.2, pad);
  const reason = s.remedy ? [...new Set(why)].filter((w) => !s.label.toLowerCase().includes(w)).join(', or ') : '';
  const notes = [reason, ...said(plan, s.id, rules)].filter(Boolean).map((note) => write(wrap(note, room, small), lead, pad));
  if (s.parts.length) y += 3;
  const parts = s.parts.map(({ id, label: name, topics, steps: all }): Part => {
    const steps = all.map((step) => ({ id: step.id, label: step.label, done: step.done, remedy: step.remedy }));
    const silent = rules && unsaid(rules, topics);
    const left = pad + small + 3;
    const right = column.w - pad - (silent ? small + 4 : 0);
    const words = look.figures ? (silent ? [silent] : said(plan, id, rules)).flatMap((w) => wrap(w, right - pad, small, true)) : [];
    const text = write(wrap(name, right - left, small), lead, left);
    if (words.length === 1 && widthOf(text.lines.at(-1)!, small) + widthOf(words[0]!, small, true) + 10 <= right - left) y -= lead;
    const says = words.length ? write(words, lead, right, 'end') : undefined;
    return {
      id, name, label: text, steps,
      ...(says ? { figure: says } : {}), ...(silent ? { unsaid: silent } : {}),
    }; // prettier-ignore
  });
  return {
    id: s.id, name: s.label, what: s.what, label: title, notes, parts, column, main, w: column.w, h: Math.ceil(y + pad + (s.remedy ? 4 : 0)),
    stage: s.stage, remedy: s.remedy, final: s.final, ruleDependent: s.onlyIf !== undefined, topics: s.topics,
    ...(s.within ? { within: s.within } : {}), ...(none ? { unsaid: none } : {}),
  }; // prettier-ignore
}

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
  height: number;
}
type Leads = (from: string, to: string) => boolean;

function forkBelow(rows: Plan['rows'], i: number, leads: Leads): Pick<Fork, 'joins' | 'forks'> {
  const [after, next, beside] = [rows[i]?.[0] ?? '', rows[i + 1]?.[0] ?? '', rows[i + 1]?.slice(1) ?? []];
  const forks = beside.filter((s) => leads(after, s));
  const joins = rows.flatMap(([, ...side]) => side).filter((s) => !beside.includes(s) && leads(s, next));
  return { joins, forks };
}

/** From top to bottom, each row below the one before, with room for what stands between them. */
function place(rows: Plan['rows'], boxes: ReadonlyMap<string, Box>, words: (place: string) => string[], leads: Leads, look: Look): Placed {
  const { gap, lead, small, main } = look;
  const shapes = new Map<string, Shape>();
  const lanes: Lane[] = [];
  const forks: Fork[] = [];
  const texts = new Map<string, Text>();
  const put = ({ column, what: _what, ...box }: Box, y: number) => {
    const { x } = column;
    const parts = box.parts.map(({ figure: f, ...p }) => ({ ...p, label: at(p.label, x, y), ...(f ? { figure: at(f, x, y) } : {}) }));
    shapes.set(box.id, { ...box, x, y: round(y), label: at(box.label, x, y), notes: box.notes.map((n) => at(n, x, y)), parts });
  };
  const beside = (place: string) => words(place).flatMap((w) => wrap(w, main.line - 10, small, /\d/.test(w)));
  const write = (place: string, lines: readonly string[], y: number) => {
    if (lines.length) texts.set(place, { lines, x: main.line - 9, y: round(y), anchor: 'end' });
  };

  /** The lower edges of what stands in each column so far. */
  const foot = { main: 0.5, side: 0.5 };
  rows.forEach(([id, ...side], i) => {
    const here = boxes.get(id)!;
    const after = rows[i - 1]?.[0];
    const fork = forkBelow(rows, i - 1, leads);
    const enters = lanes.at(-1)?.stage !== here.stage;
    const pair = after ? key(after, id) : '';
    const [first, last] = [beside(`start ${pair}`), beside(pair)];
    // A row without anything to its side need not wait for what stands beside the row before, unless that joins the main way here.
    const waits = enters || side.length > 0 || fork.joins.some((s) => rows[i - 1]?.includes(s));
    let y = waits ? Math.max(foot.main, foot.side) : foot.main;
    let free = y;
    write(`start ${pair}`, first, foot.main + gap * 0.35 + lead * 0.7);
    if (enters) {
      if (after) y = Math.max(y + gap * 0.7, foot.main + gap * 0.7 + first.length * lead);
      const before = lanes.at(-1);
      if (before) before.h = y - before.y;
      lanes.push({ stage: here.stage, y, h: 0, label: { lines: [LANE[here.stage]], x: 1, y: round(y + small * 1.5), anchor: 'start' } });
      free = y + small * 1.5;
      y += small * 2;
    } else y += gap;
    if (after && (fork.forks.length || fork.joins.length)) {
      const join = enters ? lanes.at(-1)!.y + small : free + gap * 0.6;
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
    const lines = here.parts.length ? [] : wrap(here.what, main.w - 2 * look.pad, small).slice(0, Math.floor((here.h - short - 4) / lead));
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
  const end = Math.max(foot.main, foot.side) + 4;
  lanes.at(-1)!.h = end - lanes.at(-1)!.y;
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
export function draw(procedure: Procedure, { look: name, rulebook }: Options): Drawing {
  const look: Look = LOOKS[name];
  const plan = PLANS[procedure.id];
  const rules = rulebook?.rules;
  const read = situationsOf(procedure, rules);
  const ids = new Set(read.situations.map((s) => s.id));
  const rows = plan.rows.map((row) => row.filter((id) => ids.has(id)) as [string, ...string[]]);
  const lost = [...ids].filter((id) => !rows.flat().includes(id));
  if (lost.length) throw new Error(`the plan of ${procedure.id} has no place for ${lost.join(', ')}`);

  const pairs = drawn(read);
  const straight = new Set(rows.map(([id]) => id));
  const why = (id: string) => [...pairs.values()].flat().filter((w) => w.to === id && straight.has(w.from)).flatMap((w) => w.label ?? []); // prettier-ignore
  const boxes = new Map(read.situations.map((s) => [s.id, box(s, why(s.id), straight.has(s.id), plan, look, rules)]));
  const words = (place: string) => {
    const figures = said(plan, place, rules);
    const word = plan.words[place] ?? pairs.get(place)?.find((w) => w.label)?.label;
    return figures.length ? figures : word ? [word] : [];
  };
  // What the rulebook says nothing of is the procedure's in general: its ways back keep their lines, and lose their words.
  const unsaidOf = (pair: string) => rules && unsaid(rules, [...new Set(pairs.get(pair)!.flatMap((w) => w.topics))]);
  const placed = place(rows, boxes, words, (from, to) => pairs.has(key(from, to)), look);
  const routed = routes(placed, [...pairs.keys()].map(ends), look, (from, to) =>
    boxes.get(from)!.remedy && unsaidOf(key(from, to)) ? undefined : words(key(from, to))[0],
  );

  const edges = [...pairs].map(([pair, ways]): Edge => {
    const [from, to] = ends(pair);
    const route = routed.get(pair) ?? { points: [] };
    const main = straight.has(from) && straight.has(to);
    const label = placed.words.get(pair) ?? route.label;
    const start = placed.words.get(`start ${pair}`);
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
    name: procedure.title, width, height: placed.height, type: { label, small, lead },
    lanes: placed.lanes, shapes: [...placed.shapes.values()], edges,
    ...(rulebook ? { rulebook: rulebook.id } : {}),
  }; // prettier-ignore
}
