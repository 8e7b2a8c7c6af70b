/** Each statechart walked whole under each rulebook, and what a chair would call obvious held against it: see machines/certificate. */
import { describe, expect, it } from 'vitest';
import { readContent } from '#content/read.ts';
import { certify, idle, topicsOf } from '#machines/certificate/certify.ts';
import { INVARIANTS } from '#machines/certificate/invariants/index.ts';
import { movesOf } from '#machines/certificate/moves.ts';
import { judgeable } from '#machines/checks/index.ts';
import { events } from '#machines/procedures/events.ts';
import { ARISES } from '#machines/procedures/arises.ts';
import { procedures } from '#machines/procedures/index.ts';
import { openCalendar } from '#machines/working-days.ts';

const content = readContent('content');
const calendar = openCalendar(content.calendars['england-and-wales']!);
const topics = new Map(content.topics.map((topic) => [topic.id, topic]));
const all = Object.values(procedures);
const started = performance.now();
const certificates = all.flatMap((its) => content.rulebooks.map((rulebook) => certify(its, rulebook, calendar)));
console.log(`${certificates.length} certificates in ${((performance.now() - started) / 1000).toFixed(1)} s`);

describe.each(all.map((its) => ({ id: its.id, its })))('$id', ({ id, its }) => {
  it.each(content.rulebooks.map((rulebook) => rulebook.id))('is certified under %s', (rulebook) => {
    const certificate = certificates.find((c) => c.procedure === id && c.rulebook === rulebook);
    expect(certificate?.problems).toEqual([]);
    expect(certificate?.situations.known).toBeGreaterThan(5);
    expect(certificate?.endings.length).toBeGreaterThan(0);
  });

  it('is walked with every move that it knows, and no other', () => {
    expect(new Set<string>(movesOf(its).map((move) => move.type))).toEqual(new Set(Object.keys(its.events)));
  });

  it('comes to every ending under some rulebook', () => {
    const finals = Object.entries(its.machine.root.states).flatMap(([name, { type }]) => (type === 'final' ? [JSON.stringify(name)] : []));
    const met = new Set(certificates.filter((c) => c.procedure === id).flatMap((c) => c.endings));
    expect([...met].sort()).toEqual(finals.sort());
  });
});

describe('the sentences that are proven', () => {
  it('are at least twenty-one, each said once', () => {
    expect(INVARIANTS.length).toBeGreaterThanOrEqual(21);
    expect(new Set(INVARIANTS.map(({ words }) => words)).size).toBe(INVARIANTS.length);
  });
  it('are each about something: a rulebook gives occasion to it', () => {
    expect(idle(certificates)).toEqual([]);
  });
});

describe('the moves', () => {
  it('are each known to a procedure', () => {
    const known = new Set(all.flatMap((its) => Object.keys(its.events)));
    expect(Object.keys(events).filter((type) => !known.has(type))).toEqual([]);
  });
});

describe('the topics', () => {
  const judging = new Set(all.flatMap((its) => [...topicsOf(its).judging]));
  const named = new Set([...judging, ...all.flatMap((its) => [...topicsOf(its).governing])]);
  const judges = (topic: string) => content.rulebooks.some(({ rules }) => judgeable(rules[topic]!));

  it('all stand in some statechart, and judge a move or say why they are information', () => {
    expect(content.topics.filter(({ id }) => !named.has(id)).map(({ id }) => id)).toEqual([]);
    expect(content.topics.filter(({ id, information }) => judging.has(id) === (information !== undefined)).map(({ id }) => id)).toEqual([]);
  });

  it('judge moves: ninety at least', () => {
    expect([...judging].filter(judges).length).toBeGreaterThanOrEqual(90);
    expect([...judging].filter((id) => !judges(id))).toEqual([]);
  });

  it('that judge are each stated in a form that a move can keep or break, or say why not', () => {
    const unjudged = content.rulebooks.flatMap(({ id, rules }) =>
      [...judging].flatMap((topic) => {
        const rule = rules[topic]!;
        if (rule.status !== 'stated' && rule.status !== 'conflicting') return [];
        const said = rule.status === 'stated' ? [rule] : rule.readings;
        return said.some((reading) => judgeable({ status: 'stated', examples: [], ...reading }) === (reading.information !== undefined)) ? [`${id} ${topic}`] : [];
      }),
    ); // prettier-ignore
    expect(unjudged).toEqual([]);
  });

  it('that only sometimes arise exist, and are asked of some move', () => {
    expect(Object.keys(ARISES).filter((topic) => !topics.has(topic) || !judging.has(topic))).toEqual([]);
  });
});
