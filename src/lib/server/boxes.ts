/** The shapes of a map before they have their places: each as tall as its words, its parts, and their steps where it is unfolded. Pure. */
import type { Rules } from '#machines/index.ts';
import type { Chip, Part, Shape, Step, Text } from '../drawing.ts';
import { figure, unsaid } from './figures.ts';
import type { Column, Look } from './looks.ts';
import type { Plan } from './plans.ts';
import type { Situation } from './situations.ts';
import { widthOf, wrap } from './type.ts';

/** What a button that unfolds a situation takes at the right of its title, in the units of the drawing: 24 pixels at the smallest scale. */
const BUTTON = 28;
const round = (n: number) => Math.round(n * 10) / 10;

/** What the rulebook has to say at this place of the plan, a line for each answer. */
export function said(plan: Plan, place: string, rules: Rules | undefined): string[] {
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

export type Box = Omit<Shape, 'x' | 'y'> & { column: Column; what: string };

/** The steps of a part one after another, in as many rows as they need, below a height; each as large as its words, its mark and some room. */
function chips(steps: readonly Step[], left: number, right: number, top: number, { small, lead }: Look): readonly Chip[] {
  const high = lead + 1;
  // In a narrow column there is no room around the words.
  const around = right - left < 100 ? 1 : 6;
  let [x, y] = [left, top];
  return steps.map((step) => {
    const before = small + around + 2;
    const lines = wrap(step.label, right - left - before - around, small);
    const w = Math.min(right - left, Math.ceil(Math.max(...lines.map((l) => widthOf(l, small))) + before + around));
    if (x > left && x + w > right) [x, y] = [left, y + high + 2.5];
    const h = high + (lines.length - 1) * lead;
    const text: Text = { lines, x: x + before, y: round(y + high / 2 + small * 0.36), anchor: 'start' };
    const chip = { ...step, x, y, w, h, text };
    if (lines.length > 1) [x, y] = [left, y + h + 2.5];
    else x += w + 6;
    return chip;
  });
}

export interface Boxed {
  plan: Plan;
  look: Look;
  rules: Rules | undefined;
  main: boolean;
  why: readonly string[];
  /** Whether its parts show their steps; with nothing beside it in a lane of its own, it then takes both columns. */
  open: boolean;
  alone: boolean;
}
/** A situation as a box at 0, 0, as tall as its words are. */
export function box(s: Situation, { why, main, plan, look, rules, open, alone }: Boxed): Box {
  const { pad, lead, label, small } = look;
  const column = open && alone ? { ...look.main, w: look.side.x + look.side.w - look.main.x } : main ? look.main : look.side;
  const none = rules && unsaid(rules, s.topics);
  const room = column.w - 2 * pad;
  let y = pad;
  const write = (lines: readonly string[], high: number, x: number, anchor: Text['anchor'] = 'start'): Text => {
    const text: Text = { lines, x, y: round(y + high * 0.76), anchor };
    y += lines.length * high;
    return text;
  };
  const title = write(wrap(s.label, room - (none ? small + 4 : 0) - (s.parts.length ? BUTTON - pad : 0), label, true), lead * 1.2, pad);
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
    if (words.length && widthOf(text.lines.at(-1)!, small) + widthOf(words[0]!, small, true) + 10 <= right - left) y -= lead;
    const says = words.length ? write(words, lead, right, 'end') : undefined;
    const shown = open ? chips(steps, column.w < 120 ? pad : left, column.w - pad, y + 2, look) : [];
    const last = shown.at(-1);
    if (last) y = last.y + last.h + 3.5;
    return {
      id, name, label: text, steps, ...(open ? { chips: shown } : {}),
      ...(says ? { figure: says } : {}), ...(silent ? { unsaid: silent } : {}),
    }; // prettier-ignore
  });
  return {
    id: s.id, name: s.label, what: s.what, label: title, notes, parts, column, main, w: column.w, h: Math.ceil(y + pad + (s.remedy ? 4 : 0)),
    stage: s.stage, remedy: s.remedy, final: s.final, ruleDependent: s.onlyIf !== undefined, topics: s.topics,
    ...(open ? { open } : {}), ...(s.within ? { within: s.within } : {}), ...(none ? { unsaid: none } : {}),
  }; // prettier-ignore
}
