import { error } from '@sveltejs/kit';
import { barsOf, findTopic, labelOf, neighbours, rulebooks, topics } from '#lib/server/content.ts';
import { notesOnRule } from '#lib/server/notes.ts';
import { subjectOf } from '#lib/vocabulary.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => topics.map(({ id }) => ({ topic: id }));

export const load: PageServerLoad = ({ params }) => {
  const topic = findTopic(params.topic);
  if (!topic) error(404, 'There is no such question.');
  const at = topics.indexOf(topic);
  const subject = subjectOf(topic.id);
  const answers = rulebooks.map((rulebook) => {
    const rule = rulebook.rules[topic.id]!;
    return { rulebook: labelOf(rulebook), rule, notes: notesOnRule(rulebook, rule) };
  });

  return {
    topic,
    subject,
    position: at + 1,
    total: topics.length,
    answers,
    bars: barsOf(topic),
    others: topics.filter((t) => t !== topic && subjectOf(t.id) === subject).map(({ id, question }) => ({ id, question })),
    ...neighbours(topics, at),
  };
};
