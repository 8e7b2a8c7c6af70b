import { describe, expect, it } from 'vitest';
import { begin, judge, openCalendar, procedure } from '#machines/index.ts';
import { heldBy, judging } from './met.ts';
import { NAMED } from './named.ts';
import { content } from './walk.ts';

const calendar = openCalendar(content.calendars['england-and-wales']!);
const children = [{ id: 'ama', name: 'Ama', born: '2009-06-01' }];
const dates = { 'strategy-discussion': '2024-03-14', 'initial-conference': '2024-01-09' };

describe('what a document says of a move', () => {
  it.each(NAMED)(
    '$topic under $under: $told: $found ($force)',
    ({ topic, under, of, so = [], after, move, found, force, clause, ...own }) => {
      const { rules } = content.rulebooks.find(({ id }) => id === under)!;
      const its = procedure(of);
      const start =
        of === 'icpc' ? { 'strategy-discussion': dates['strategy-discussion'] } : { 'initial-conference': dates['initial-conference'] };
      const facts = { children, dates: { ...start, ...own.dates }, circumstances: ['harm-believed', ...so] };
      let snapshot = begin(its, { rules, calendar, facts });
      for (const event of after) {
        const judged = judge(its, snapshot, event);
        expect(judged.taken, `${event.type} in ${JSON.stringify(snapshot.value)}`).toBe(true);
        snapshot = judged.next;
      }
      const { verdict, taken } = judge(its, snapshot, move);
      expect(taken, `${move.type} in ${JSON.stringify(snapshot.value)}`).toBe(true);
      const on = verdict.findings.filter((finding) => finding.topic === topic);
      const told = on.filter(({ outcome, modality }) => outcome === found && modality === force);
      expect(told, JSON.stringify(on)).not.toEqual([]);
      expect(told.flatMap(({ clauses }) => clauses)).toContain(clause);
      if (found === 'complies') expect(on.filter(({ outcome }) => outcome === 'departs')).toEqual([]);
    },
  );
});

describe('every topic that judges moves', { timeout: 60_000 }, () => {
  const met = heldBy(content);

  it('is met by a move of a case, or by a move that is named here', () => {
    expect(judging(content).filter((topic) => !met.has(topic))).toEqual([]);
  });

  it('would be missed, were it met by neither', () => {
    const only = NAMED.find(({ topic }) => met.get(topic)?.by === 'name')!.topic;
    const without = heldBy(content, NAMED.filter(({ topic }) => topic !== only)); // prettier-ignore
    expect(judging(content).filter((topic) => !without.has(topic))).toEqual([only]);
  });
});
