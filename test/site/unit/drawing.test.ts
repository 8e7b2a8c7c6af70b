import { describe, expect, it } from 'vitest';
import { createMachine } from 'xstate';
import { wayId } from '#lib/drawing.ts';
import type { Chip, Drawing, Point, Shape, Text } from '#lib/drawing.ts';
import { walk } from '#lib/map/walk.ts';
import type { Arrow } from '#lib/map/walk.ts';
import { content, findRulebook, rulebooks } from '#lib/server/content.ts';
import { draw } from '#lib/server/drawing.ts';
import { looksOf } from '#lib/server/looks.ts';
import { outline } from '#lib/server/outline.ts';
import { situationsOf } from '#lib/server/situations.ts';
import { widthOf } from '#lib/server/type.ts';
import { begin, judge, openCalendar, present, procedure, procedures } from '#machines/index.ts';

const icpc = procedure('icpc');
const six = Object.values(procedures);
const under = (id: string) => draw(icpc, { look: 'wide', rulebook: findRulebook(id)! });
/** Every procedure as such and under every rulebook, in every look. */
const folded = six.flatMap((one) =>
  looksOf(one.id).flatMap((look) =>
    [undefined, ...rulebooks].map((rulebook) => {
      const options = { look, ...(rulebook ? { rulebook } : {}) };
      return { name: `${one.id}, ${look}, ${rulebook?.id ?? 'the procedure'}`, one, options, drawing: draw(one, options) };
    }),
  ),
);
/** The same with one situation unfolded, for each that can be. */
const unfolded = folded.flatMap(({ name, one, options, drawing }) =>
  drawing.shapes
    .filter((s) => s.parts.length)
    .map(({ id }) => ({ name: `${name}, ${id} unfolded`, one, options, drawing: draw(one, { ...options, unfolded: id }) })),
);
const drawings = [...folded, ...unfolded].map(({ name, drawing }): [name: string, drawing: Drawing] => [name, drawing]);
const shape = (drawing: Drawing, id: string) => drawing.shapes.find((s) => s.id === id);
const words = (text: Text | undefined) => text?.lines.join(' ');
const between = (drawing: Drawing, from: string, to: string) => drawing.edges.find((e) => e.from === from && e.to === to);
const steps = (s: Shape) => s.parts.flatMap((p) => p.steps);

const inside = (a: number, low: number, high: number) => a > low + 0.5 && a < high - 0.5;
const range = (a: number, b: number) => [Math.min(a, b), Math.max(a, b)] as const;
type Line = readonly [Point, Point];
const lines = (points: readonly Point[]): Line[] => points.slice(1).map((p, i) => [points[i]!, p]);
const upright = ([a, b]: Line) => a[0] === b[0];

/** Whether an upright line and a level one cut through each other; touching is no crossing. */
function cross(one: Line, other: Line): boolean {
  if (upright(one) === upright(other)) return false;
  const [up, level] = upright(one) ? [one, other] : [other, one];
  return inside(up[0][0], ...range(level[0][0], level[1][0])) && inside(level[0][1], ...range(up[0][1], up[1][1]));
}
function through([a, b]: Line, s: Shape): boolean {
  const [left, right] = range(a[0], b[0]);
  const [top, low] = range(a[1], b[1]);
  return left < s.x + s.w - 0.5 && right > s.x + 0.5 && top < s.y + s.h - 0.5 && low > s.y + 0.5;
}

describe.each(drawings)('the map can be read: %s', (_, drawing) => {
  it('keeps its shapes apart, and inside', () => {
    for (const [i, a] of drawing.shapes.entries()) {
      expect(a.x >= 0 && a.x + a.w <= drawing.width && a.y >= 0 && a.y + a.h <= drawing.height, a.id).toBe(true);
      for (const b of drawing.shapes.slice(i + 1)) {
        const apart = a.x + a.w + 8 <= b.x || b.x + b.w + 8 <= a.x || a.y + a.h + 8 <= b.y || b.y + b.h + 8 <= a.y;
        expect(apart, `${a.id} and ${b.id}`).toBe(true);
      }
    }
  });

  it('runs its main way straight down its lanes, and from the foot of one to the top of the next where they stand side by side', () => {
    const main = drawing.edges.filter((e) => e.main);
    const lane = (id: string) => drawing.lanes.find((l) => l.stage === shape(drawing, id)!.stage)!;
    const lines = new Map<number, Set<number>>();
    const on = (x: number, at: number) => lines.set(x, (lines.get(x) ?? new Set<number>()).add(at));
    for (const { from, to, points } of main) {
      const [start, end] = [points[0]!, points.at(-1)!];
      on(lane(from).x, start[0]);
      on(lane(to).x, end[0]);
      expect(points.length, `${from} > ${to}`).toBe(lane(from).x === lane(to).x ? 2 : 6);
      expect(points[1]![1] > start[1] && points.at(-2)![1] < end[1], `${from} > ${to}`).toBe(true);
    }
    expect([...lines.values()].every((its) => its.size === 1)).toBe(true);
    expect(drawing.shapes.filter((s) => s.main)).toHaveLength(main.length + 1);
  });

  it('lets no way cross another, or run through a shape', () => {
    const ways = drawing.edges.map((e) => ({ e, lines: lines(e.points) }));
    const found: string[] = [];
    for (const [i, a] of ways.entries()) {
      for (const b of ways.slice(i + 1))
        if (a.lines.some((l) => b.lines.some((m) => cross(l, m)))) found.push(`${a.e.from} > ${a.e.to} crosses ${b.e.from} > ${b.e.to}`);
      for (const s of drawing.shapes) if (a.lines.some((l) => through(l, s))) found.push(`${a.e.from} > ${a.e.to} runs through ${s.id}`);
    }
    expect(found).toEqual([]);
  });

  it('has room for its words, in the widest of the common fonts', () => {
    const { label, small } = drawing.type;
    const fits = (text: Text, size: number, bold: boolean, [left, right]: readonly [number, number]) =>
      text.lines.every((line) => {
        const w = widthOf(line, size, bold);
        const x = text.anchor === 'start' ? text.x : text.anchor === 'end' ? text.x - w : text.x - w / 2;
        return x >= left && x + w <= right;
      });
    const tight: string[] = [];
    for (const s of drawing.shapes) {
      const room = [s.x, s.x + s.w] as const;
      if (!fits(s.label, label, true, room)) tight.push(s.id);
      if (!s.notes.every((n) => fits(n, small, false, room))) tight.push(`a note of ${s.id}`);
      for (const p of s.parts) {
        if (!fits(p.label, small, false, room) || (p.figure && !fits(p.figure, small, true, room))) tight.push(p.id);
        for (const chip of p.chips ?? []) if (!fits(chip.text, small, false, [chip.x, chip.x + chip.w])) tight.push(chip.id);
      }
    }
    const figures = (text: Text) => text.lines.some((line) => /\d/.test(line));
    for (const e of drawing.edges)
      for (const text of [e.label, e.start])
        if (text && !fits(text, small, figures(text), [0, drawing.width])) tight.push(`${e.from} > ${e.to}`);
    expect(tight).toEqual([]);
    expect(small).toBeGreaterThanOrEqual(12);
  });

  it('has a lane for each stage, and every situation in its own', () => {
    const stages = new Set(drawing.shapes.map((s) => s.stage));
    expect(drawing.lanes.map((l) => l.stage)).toEqual((['before', 'at', 'after'] as const).filter((stage) => stages.has(stage)));
    for (const s of drawing.shapes) {
      const lane = drawing.lanes.find((l) => l.stage === s.stage)!;
      expect(s.y > lane.y && s.y + s.h <= lane.y + lane.h, s.id).toBe(true);
      expect(s.x >= lane.x && s.x + s.w <= lane.x + lane.w, s.id).toBe(true);
    }
  });

  it('shows at most a dozen situations in a lane', () => {
    for (const { stage } of drawing.lanes) expect(drawing.shapes.filter((s) => s.stage === stage).length, stage).toBeLessThanOrEqual(12);
  });

  it('keeps the steps of what is unfolded apart, inside it, and in their order', () => {
    for (const s of drawing.shapes) {
      const chips = s.parts.flatMap((p) => p.chips ?? []);
      expect(chips.map((c) => c.id)).toEqual(s.open ? steps(s).map((step) => step.id) : []);
      const inIt = (c: Chip) => c.x > s.x && c.x + c.w < s.x + s.w && c.y > s.label.y && c.y + c.h < s.y + s.h;
      expect(chips.filter((c) => !inIt(c)).map((c) => c.id)).toEqual([]);
      const after = (c: Chip, d: Chip) => d.y >= c.y + c.h || (d.y === c.y && d.x >= c.x + c.w);
      expect(chips.slice(1).every((chip, i) => after(chips[i]!, chip))).toBe(true);
    }
  });

  it('draws ways between shapes that are there, each once', () => {
    const ids = new Set(drawing.shapes.map((s) => s.id));
    const pairs = drawing.edges.map((e) => `${e.from} > ${e.to}`);
    expect(drawing.edges.filter((e) => !ids.has(e.from) || !ids.has(e.to))).toEqual([]);
    expect(new Set(pairs).size).toBe(pairs.length);
  });
});

it('a map whose lanes stand side by side fits a window of 1440 × 900 pixels, whichever situation is unfolded', () => {
  const side = [...folded, ...unfolded].filter(({ options }) => options.look === 'broad');
  expect(new Set(side.map(({ one }) => one.id)).size).toBe(5);
  // The page leaves it 1360 pixels, of which it fills all.
  expect(side.filter(({ drawing }) => (drawing.height * 1360) / drawing.width > 900).map(({ name }) => name)).toEqual([]);
});

it('the map of a complaint, which has one lane, fits that window too, beside its key', () => {
  const wide = folded.filter(({ one, options }) => options.look === looksOf(one.id).at(-1) && options.look === 'wide');
  expect(new Set(wide.map(({ one }) => one.id))).toEqual(new Set(['complaint']));
  // 42rem at the most.
  expect(wide.filter(({ drawing }) => (drawing.height * 672) / drawing.width > 900).map(({ name }) => name)).toEqual([]);
});

describe('the arrow keys', () => {
  const arrows: Arrow[] = ['ArrowDown', 'ArrowUp', 'ArrowRight', 'ArrowLeft'];
  it.each(folded.map(({ name, drawing }) => [name, drawing] as const))('come from the first situation to every other: %s', (_, drawing) => {
    const graph = { places: drawing.shapes, ways: drawing.edges.filter((e) => e.path) };
    const reached = new Set([drawing.shapes[0]!.id]);
    for (const id of reached) for (const arrow of arrows) reached.add(walk(graph, id, arrow) ?? id);
    expect(drawing.shapes.filter((s) => !reached.has(s.id)).map((s) => s.id)).toEqual([]);
  });

  it('go down the main way and up again, to the side and back (an initial conference)', () => {
    const { shapes: places, edges } = draw(icpc, { look: 'broad' });
    const go = (from: string, arrow: Arrow) => walk({ places, ways: edges }, from, arrow);
    expect(go('considering', 'ArrowDown')).toBe('preparing');
    expect(go('preparing', 'ArrowDown')).toBe('meeting.considering.sharing');
    expect(go('meeting.considering.sharing', 'ArrowUp')).toBe('preparing');
    expect(go('meeting.considering.sharing', 'ArrowRight')).toBe('inquorate');
    expect(go('inquorate', 'ArrowDown')).toBe('adjourned');
    expect(go('inquorate', 'ArrowLeft')).toBe('meeting.considering.sharing');
    expect(go('considering', 'ArrowRight')).toBe('notConvened');
    expect(go('notConvened', 'ArrowDown')).toBe('disputed');
    expect(go('planUnderWay', 'ArrowDown')).toBeUndefined();
  });
});

interface Node {
  path: string[];
  type: string;
  states: Record<string, Node>;
}
const all = (node: Node): Node[] => [node, ...Object.values(node.states).flatMap(all)];

describe.each(six.map((one) => [one.id, one] as const))('the map is the statechart: %s', (_, one) => {
  const looks = looksOf(one.id).map((look) => draw(one, { look }));
  const atoms = all(one.machine.root as unknown as Node).filter((n) => n.path.length && n.type !== 'compound').map((n) => n.path.join('.')); // prettier-ignore
  const { ways } = situationsOf(one);

  it('has every situation as a shape, or as a step inside one', () => {
    for (const whole of looks) {
      const shown = new Set([...whole.shapes.map((s) => s.id), ...whole.shapes.flatMap(steps).map((s) => s.id)]);
      expect(atoms.filter((id) => !shown.has(id))).toEqual([]);
    }
  });

  it('has every way between two situations, those that skip a step aside', () => {
    for (const whole of looks) expect(ways.filter((w) => !w.skips && w.from !== w.to && !between(whole, w.from, w.to))).toEqual([]);
  });

  it.each([undefined, ...rulebooks].map((rulebook) => [rulebook?.id ?? 'as such', rulebook] as const))(
    'has a place in the outline for every way that is drawn, where its questions are (%s)',
    (__, rulebook) => {
      const topics = new Map(content.topics.map((topic) => [topic.id, topic]));
      const written = outline(one, { topics, ...(rulebook ? { rules: rulebook.rules } : {}) });
      const moves = written.stages.flatMap((s) => s.situations).flatMap((s) => [s, ...s.parts]).flatMap((of) => of.moves); // prettier-ignore
      const places = moves.flatMap((move) => move.leads.flatMap(({ id }) => id ?? []));
      const { edges } = draw(one, { look: 'wide', ...(rulebook ? { rulebook } : {}) });
      expect(edges.map((e) => wayId(e.from, e.to)).filter((id) => !places.includes(id))).toEqual([]);
      expect(new Set(places).size).toBe(places.length);
      for (const way of situationsOf(one, rulebook?.rules).ways) {
        const asked = written.stages
          .flatMap((s) => s.situations.filter(({ id }) => id === way.from))
          .flatMap((s) => [s, ...s.parts])
          .flatMap((of) => of.moves)
          .filter((move) => move.what === (way.event && (one.events as Record<string, string>)[way.event]) && move.skips === way.skips)
          .flatMap((move) => move.topics.map(({ id }) => id));
        expect(
          way.topics.filter((topic) => !asked.includes(topic)),
          `${way.from}: ${way.event}`,
        ).toEqual([]);
      }
    },
  );
});

describe('the map of an initial conference', () => {
  const whole = draw(icpc, { look: 'wide' });

  it('skips a step in some ways, which are not drawn', () => {
    expect(situationsOf(icpc).ways.filter((w) => w.skips).length).toBeGreaterThan(0);
  });

  it('has lateness as a step of preparing once that is unfolded', () => {
    const opened = draw(icpc, { look: 'broad', unfolded: 'preparing' });
    expect(shape(opened, 'preparing.day.late')).toBeUndefined();
    expect(steps(shape(opened, 'preparing')!).find((s) => s.id === 'preparing.day.late')).toMatchObject({ remedy: true, done: false });
  });

  it('attaches lateness to preparing, and leads back', () => {
    expect(shape(whole, 'preparing.day.late')).toMatchObject({ within: 'preparing', remedy: true, main: false });
    expect(between(whole, 'preparing', 'preparing.day.late')?.moves.map((m) => m.event)).toEqual([
      'conference.fixed',
      'conference.postponed',
    ]);
    expect(between(whole, 'preparing.day.late', 'preparing')).toBeDefined();
  });

  it('refuses a plan that forgets a situation', () => {
    const machine = createMachine({ initial: 'lost', states: { lost: { meta: { label: 'Lost', stage: 'before' } } } });
    const grown = { ...icpc, machine } as unknown as typeof icpc;
    expect(() => draw(grown, { look: 'wide' })).toThrow('the plan of icpc has no place for lost');
  });
});

describe('the map of a rulebook', () => {
  it('counts fifteen working days from the strategy discussion (London)', () => {
    expect(words(between(under('london'), 'preparing', 'meeting.considering.sharing')?.start)).toBe(
      'within 15 working days of the strategy discussion',
    );
  });

  it('says that there is no number of days where there is none (Staffordshire), and where nothing is said (HIPS)', () => {
    const start = (id: string) => words(between(under(id), 'preparing', 'meeting.considering.sharing')?.start);
    expect(start('staffordshire')).toBe('no number of days given');
    expect(start('hips')).toBe('how soon: silent');
  });

  it('names the weeks of the pregnancy in which the conference is held, where a rulebook does', () => {
    const before = (id: string) =>
      words(between(draw(procedures['pre-birth'], { look: 'wide', rulebook: findRulebook(id)! }), 'preparing', 'meeting.considering.sharing')?.start); // prettier-ignore
    expect(before('bfg')).toBe('24 to 27 weeks of pregnancy');
    expect(before('staffordshire')).toBe('30 to 32 weeks of pregnancy');
  });

  it('reconvenes within seven working days (Staffordshire)', () => {
    expect(shape(under('staffordshire'), 'adjourned')?.notes.map(words)).toContain('new day within 7 working days');
  });

  it('has an even split only where a majority decides, and draws it as depending on that', () => {
    expect(shape(under('staffordshire'), 'meeting.evenlySplit')?.ruleDependent).toBe(true);
    for (const id of ['london', 'hips', 'bfg', 'kent']) expect(shape(under(id), 'meeting.evenlySplit')).toBeUndefined();
  });

  it('shows both limits where two clauses differ (BFG, the letter to the parents)', () => {
    const letter = shape(under('bfg'), 'followingThrough')?.parts.find((p) => p.id === 'followingThrough.letter');
    expect(words(letter?.figure)).toBe('within 24 hours, or within 1 working day');
  });

  it('gives the first core group ten working days (London)', () => {
    const met = shape(under('london'), 'followingThrough')?.parts.find((p) => p.id === 'followingThrough.coreGroup');
    expect(words(met?.figure)).toBe('within 10 working days');
  });

  it('marks what a review chapter does not say, and fills nothing in (Kent)', () => {
    const kent = under('kent');
    expect(kent.shapes.filter((s) => s.unsaid).map((s) => s.id)).toEqual(
      expect.arrayContaining(['considering', 'inquorate', 'adjourned', 'meeting.deciding', 'meeting.supporting']),
    );
    expect(words(shape(kent, 'meeting.deciding')?.notes[0])).toBe('by whom: elsewhere');
    expect(between(kent, 'inquorate', 'meeting.considering.sharing')).toMatchObject({ unsaid: 'silent' });
    expect(between(kent, 'inquorate', 'meeting.considering.sharing')?.label).toBeUndefined();
  });

  it('marks nothing without a rulebook', () => {
    expect(draw(icpc, { look: 'wide' }).shapes.filter((s) => s.unsaid || s.parts.some((p) => p.unsaid || p.figure))).toEqual([]);
  });
});

it('every situation that a case comes to is on the map, late days included', () => {
  const calendar = openCalendar({ name: 'none', published: 'never', years: { from: 2024, to: 2024 }, holidays: [] });
  const facts = { children: [], dates: { 'strategy-discussion': '2024-03-14' }, circumstances: [] };
  const map = under('london');
  const shown = (ids: readonly string[]) => map.shapes.filter((s) => ids.includes(s.id)).map((s) => s.id);
  let snapshot = begin(icpc, { rules: findRulebook('london')!.rules, calendar, facts });
  expect(shown(present(snapshot))).toEqual(['considering']);
  snapshot = judge(icpc, snapshot, { type: 'conference.convened', on: '2024-03-18', done: [] }).next;
  expect(shown(present(snapshot))).toEqual(['preparing']);
  snapshot = judge(icpc, snapshot, { type: 'conference.fixed', on: '2024-03-18', for: '2024-06-03', done: [] }).next;
  expect(shown(present(snapshot))).toEqual(['preparing', 'preparing.day.late']);
});

describe('the outline', () => {
  const written = outline(icpc);
  const situations = written.stages.flatMap((s) => s.situations);

  it('has the same situations as the map, in its order of stages', () => {
    expect(situations.map((s) => s.id).sort()).toEqual(draw(icpc, { look: 'wide' }).shapes.map((s) => s.id).sort()); // prettier-ignore
  });

  it('names every move of the procedure, those that skip a step included', () => {
    const named = new Set(situations.flatMap((s) => [...s.moves, ...s.parts.flatMap((p) => p.moves)]).map((m) => m.what));
    expect(Object.values(icpc.events).filter((what) => !named.has(what))).toEqual([]);
    expect(situations.flatMap((s) => s.moves).some((m) => m.skips)).toBe(true);
  });

  it('tells what a rulebook says, with its force, or that it is silent', () => {
    const topics = new Map(['icpc.deadline', 'icpc.delay'].map((id) => [id, { id, question: `${id}?` }])) as never;
    const day = (id: string) =>
      outline(icpc, { rules: findRulebook(id)!.rules, topics })
        .stages[0]!.situations.find((s) => s.id === 'preparing')!
        .parts[0]!.moves.flatMap((move) => move.topics)
        .find((topic) => topic.id === 'icpc.deadline');
    expect(day('london')?.says).toMatchObject({ words: '15 working days', modality: 'should' });
    expect(day('kent')?.says).toMatchObject({ words: 'Silent', unsaid: true });
  });
});
