/** The comparison: every question by every rulebook, in few words, with who says the same and who is stricter. */
import type { Reading, Rule, Rulebook, RulebookId, Topic } from '#content/schema.ts';
import { inCell } from '../citations.ts';
import { CONTRADICTS, ELSEWHERE, SILENT, UNCOVERED } from '../compare/view.ts';
import { standings, yardstick, type Standing } from '../strictness.ts';
import { MODALITY, TILES, listed, subjectOf } from '../vocabulary.ts';
import { readingInWords, readingsOf } from '../words.ts';
import { PROCEDURES, STAGES, placeOf, rulebooks, rulesOn, topics } from './content.ts';
import { outside } from './coverage.ts';

const nameOf = (id: RulebookId) => TILES.find((tile) => tile.id === id)!.name;
const names = (ids: readonly RulebookId[]) => listed(ids.map(nameOf));

/** What two readings must share to say the same: force and value, where the value is more than words. Conditions in words are left aside. */
function essence({ value, modality, answer }: Reading): string {
  const stick = yardstick(value);
  if (stick) return JSON.stringify([modality, stick.counted, stick.sizes.map(({ amount, unit }) => [amount, unit])]);
  // Words that no act stands for could mean anything.
  const spoken = ['condition', 'what', 'clauses', 'notCounted', 'separate'];
  const bare = JSON.stringify([modality, value], (key, part: unknown) => (spoken.includes(key) ? undefined : part));
  switch (value.kind) {
    case 'list':
      return value.items.every(({ act }) => act) ? bare : answer;
    case 'duty':
    case 'permission':
    case 'prohibition':
    case 'condition':
      return value.needs.length || value.anyOf.length || value.never.length ? bare : answer;
    case 'route':
      return value.needs.length ? bare : answer;
    case 'age':
      return JSON.stringify([modality, value.from, value.over, value.force]);
    default:
      return bare;
  }
}

/** A letter for each rulebook: what it does on the topic, and who says the same. */
function saidOn({ procedure }: Topic, rules: readonly (readonly [Rulebook, Rule])[]): string {
  const seen: string[] = [];
  return rules
    .map(([rulebook, rule]) => {
      if (rule.status === 'silent') return outside(rulebook, procedure, rule) ? UNCOVERED : SILENT;
      if (rule.status !== 'stated') return rule.status === 'elsewhere' ? ELSEWHERE : CONTRADICTS;
      const says = essence(rule);
      if (!seen.includes(says)) seen.push(says);
      return String(seen.indexOf(says));
    })
    .join('');
}

/** What turns a statement round is never left out. */
const TURNS = /\b(unless|except\w*|only|not|never|no|nobody|none|without|instead)\b/i;
/** The first statement of a long answer, where the rest takes nothing back. */
export function opening(answer: string, most = 70): string {
  const [, first] = (answer.length > most && /^(.{30,}?)(?:; |(?<=[^.]\.) )/.exec(answer)) || [];
  return !first || TURNS.test(answer.slice(first.length)) ? answer : `${first.replace(/\.$/, '')} …`;
}

/** “stricter: 10 working days after the conference, beside 15 working days after the conference (London)”, and with whom it is not compared. */
const notes = ({ than, apart }: Standing) => [
  ...than.map(({ than, amount, beside, rulebooks }) => ({
    beside: rulebooks,
    word: than,
    words: `${amount}, beside ${beside} (${names(rulebooks)})`,
  })),
  ...apart.map(({ why, rulebooks }) => ({ beside: rulebooks, word: 'not compared', words: `${why} (${names(rulebooks)})` })),
];

function cellOf(rulebook: Rulebook, { id, kind, procedure }: Topic, standing: Standing | undefined) {
  const rule = rulebook.rules[id]!;
  const brief = (clauses: readonly string[]) => inCell(clauses, (clause) => placeOf(rulebook.id, clause)!);
  const readings = readingsOf(rule).map((reading) => {
    const { headline, detail, whole } = readingInWords(reading, kind);
    return {
      headline: whole ? '' : headline,
      detail: whole ? opening(headline) : detail && ` ${opening(detail)}`,
      force: MODALITY[reading.modality],
      clauses: brief(reading.clauses),
    };
  });
  return {
    rulebook: rulebook.id,
    status: rule.status,
    readings,
    says:
      rule.status === 'elsewhere'
        ? `Elsewhere: ${rule.to}`
        : rule.status === 'silent'
          ? (outside(rulebook, procedure, rule)?.brief ?? 'Silent')
          : '',
    clauses: rule.status === 'elsewhere' ? brief(rule.clauses) : [],
    notes: standing ? notes(standing) : [],
  };
}

function rowOf(topic: Topic) {
  const standing = standings(topic, rulesOn(topic.id));
  return {
    id: topic.id,
    question: topic.question,
    said: saidOn(topic, rulebooks.map((rulebook) => [rulebook, rulebook.rules[topic.id]!])), // prettier-ignore
    cells: rulebooks.map((rulebook) => cellOf(rulebook, topic, standing.get(rulebook.id))),
  };
}

/** By procedure, stage and subject. */
export const comparison = () =>
  PROCEDURES.map((procedure) => ({
    id: procedure,
    stages: STAGES.map((stage) => {
      const here = topics.filter((topic) => topic.procedure === procedure && topic.stage === stage);
      const subjects = Object.groupBy(here, ({ id }) => id.split('.')[0]!);
      return {
        stage,
        subjects: Object.entries(subjects).map(([id, topics]) => ({ id, title: subjectOf(id), rows: topics!.map(rowOf) })),
      };
    }).filter(({ subjects }) => subjects.length),
  }));
