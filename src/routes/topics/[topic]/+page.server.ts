import { error } from '@sveltejs/kit';
import { answersTo } from '#lib/server/answers.ts';
import { barsOf, findTopic, neighbours, topics } from '#lib/server/content.ts';
import { subjectOf } from '#lib/vocabulary.ts';
import type { EntryGenerator, PageServerLoad } from './$types';

export const entries: EntryGenerator = () => topics.map(({ id }) => ({ topic: id }));

export const load: PageServerLoad = ({ params }) => {
  const topic = findTopic(params.topic);
  if (!topic) error(404, 'There is no such question.');
  const at = topics.indexOf(topic);
  const subject = subjectOf(topic.id);

  return {
    topic,
    subject,
    position: at + 1,
    total: topics.length,
    answers: answersTo(topic),
    ...barsOf(topic),
    others: topics.filter((t) => t !== topic && subjectOf(t.id) === subject).map(({ id, question }) => ({ id, question })),
    ...neighbours(topics, at),
  };
};
