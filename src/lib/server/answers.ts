/** The answers to a question as a page shows them: each thing said once, strictest first where they have an order. */
import type { Reading, RulebookId, Topic } from '#content/schema.ts';
import { strictestFirst } from '../strictness.ts';
import { readingInWords, readingsOf } from '../words.ts';
import { labelOf, rulebooks, rulesOn } from './content.ts';
import { outside } from './coverage.ts';
import { notesOnRule } from './notes.ts';
import { unsaid, isSaid } from './unsaid.ts';

export type Said = ReturnType<typeof saidBy>;

/** One reading of a rule: the short answer, then what the sentence and the particulars add to it. */
export function saidBy({ value, answer, modality, clauses }: Reading, asked: Topic['kind']) {
  const { headline, detail, notes = [], whole } = readingInWords({ value, answer }, asked);
  const short = `${headline} ${detail} ${notes.join(' ')}`;
  const sentence = whole || isSaid(answer, short) ? '' : answer;
  const condition = ('condition' in value && value.condition) || '';
  const particulars = unsaid(condition, `${short} ${sentence}`);
  const items = value.kind === 'list' && value.items.length > 1 ? value.items : [];
  const cited = items.flatMap((item) => item.clauses);
  return {
    headline,
    detail,
    whole: !!whole,
    modality,
    sentence,
    notes,
    particulars,
    items,
    steps: value.kind === 'route' && value.steps.length > 1 ? value.steps : [],
    clauses: clauses.filter((id) => !cited.includes(id)),
  };
}

/** Where the amounts can be compared, those who state one stand first, strictest first; the silence of a document about something else stands last. */
function order(topic: Topic): RulebookId[] {
  const first = strictestFirst(topic, rulesOn(topic.id)) ?? [];
  const rest = rulebooks.filter(({ id }) => !first.includes(id));
  const last = (rulebook: (typeof rulebooks)[number]) => !!outside(rulebook, topic.procedure, rulebook.rules[topic.id]!);
  const place = (rulebook: (typeof rulebooks)[number]) =>
    last(rulebook) ? 2 : first.length && rulebook.rules[topic.id]!.status === 'silent' ? 1 : 0;
  return [...first, ...rest.sort((a, b) => place(a) - place(b)).map(({ id }) => id)];
}

export function answersTo(topic: Topic) {
  const places = order(topic);
  return rulebooks
    .map((rulebook) => {
      const rule = rulebook.rules[topic.id]!;
      return {
        rulebook: labelOf(rulebook),
        status: rule.status,
        answer: rule.answer,
        readings: readingsOf(rule).map((reading) => saidBy(reading, topic.kind)),
        ...(rule.status === 'elsewhere' ? { to: rule.to } : {}),
        clauses: rule.status === 'silent' || rule.status === 'elsewhere' ? rule.clauses : [],
        outside: outside(rulebook, topic.procedure, rule)?.sentence,
        notes: notesOnRule(rulebook, rule),
      };
    })
    .sort((a, b) => places.indexOf(a.rulebook.id) - places.indexOf(b.rulebook.id));
}
export type Answer = ReturnType<typeof answersTo>[number];
