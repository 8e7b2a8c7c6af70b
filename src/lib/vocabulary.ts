/** The words of the schema in plain English: one place for what a trigger, an actor or a force is called on screen. Pure. */
import type { Actor, Category, Modality, Note, ProcedureId, RulebookId, Stage, Trigger, Unit } from '#content/schema.ts';

/** In the order of the tiles, the same everywhere. */
export const TILES: readonly { id: RulebookId; letter: string; name: string }[] = [
  { id: 'london', letter: 'L', name: 'London' },
  { id: 'staffordshire', letter: 'S', name: 'Staffordshire' },
  { id: 'hips', letter: 'H', name: 'HIPS' },
  { id: 'bfg', letter: 'B', name: 'BFG' },
  { id: 'kent', letter: 'K', name: 'Kent and Medway' },
];

export const MODALITY: Record<Modality, string> = {
  must: 'must',
  'must-not': 'must not',
  should: 'should',
  'should-not': 'should not',
  may: 'may',
  'may-not': 'may not',
  will: 'will',
  is: 'statement',
};

/** What each force asks of somebody. */
export const FORCE: Record<Modality, string> = {
  must: 'A duty: it leaves no choice.',
  'must-not': 'A prohibition: it leaves no choice.',
  should: 'Expected; a good reason is needed for doing otherwise.',
  'should-not': 'Expected not to happen; a good reason is needed for doing otherwise.',
  may: 'Allowed, not required.',
  'may-not': 'Not allowed.',
  will: 'Said as something that happens; nobody is told that they must.',
  is: 'Says what is so, or who is responsible for what, without a must, should or may of its own.',
};

export const PROCEDURE: Record<ProcedureId, string> = {
  icpc: 'Initial conference',
  review: 'Review conference',
  'pre-birth': 'Pre-birth conference',
  'dual-process': 'Looked after children',
  exclusion: 'Exclusion',
  complaint: 'Complaints',
};

/** What a document is about. */
export const PLURAL: Record<ProcedureId, string> = {
  icpc: 'initial conferences',
  review: 'reviews',
  'pre-birth': 'pre-birth conferences',
  'dual-process': 'looked after children',
  exclusion: 'exclusion',
  complaint: 'complaints',
};

/** What each procedure is about, from where to where. */
export const ABOUT: Record<ProcedureId, string> = {
  icpc: 'From the end of the enquiries, or from notice that a child with a plan has moved in, to the first core group.',
  review:
    'From the day on which a plan begins to run to the decision whether it goes on, changes or ends; and how a plan ends without a review.',
  'pre-birth': 'From the concern about a pregnancy to the first review after the birth.',
  'dual-process': 'When a looked after child is the subject of a conference or a plan: one planning, and one meeting in two parts.',
  exclusion: 'From the request to keep somebody out of a conference to the record, and to whether the next one may do the same.',
  complaint: 'When the family disagrees with a conference, or a professional does: where each can turn, and what stands meanwhile.',
};

export const STAGE: Record<Stage, string> = { before: 'beforehand', at: 'at the meeting', after: 'afterwards' };

/** The first part of a topic's id, as a heading. */
export const SUBJECT: Record<string, string> = {
  convene: 'Whether to convene',
  icpc: 'Timing of the initial conference',
  membership: 'Who attends',
  family: 'Parents and family',
  child: 'The child’s part',
  location: 'Time and place',
  quorum: 'Quorum',
  chair: 'The chair',
  report: 'Reports',
  agencies: 'Agencies together',
  decision: 'The decision',
  plan: 'The plan and the core group',
  'no-plan': 'When no plan is made',
  review: 'Reviews',
  end: 'Ending a plan',
  transfer: 'Moves between areas',
  prebirth: 'Before birth',
  dual: 'Looked after children',
  exclusion: 'Exclusion',
  record: 'Records',
  complaint: 'Complaints',
  service: 'The conference service',
};

/** After “after” or “before”. */
export const TRIGGER: Record<Trigger, string> = {
  'strategy-discussion': 'the strategy discussion',
  'strategy-discussion-opening-enquiries': 'the strategy discussion that opened the enquiries',
  'decision-to-convene': 'the decision to convene',
  'notification-of-move': 'notice of the move',
  'protection-order-expiry': 'the protection order runs out',
  'assessments-concluded': 'the assessments are concluded',
  'initial-conference': 'the initial conference',
  'review-conference': 'the review conference',
  conference: 'the conference',
  'conference-opened': 'the conference opens',
  'inquorate-conference': 'the inquorate conference',
  'first-core-group': 'the first core group',
  'core-group': 'a core group',
  'pre-birth-conference': 'the pre-birth conference',
  birth: 'the birth',
  'expected-birth': 'the expected birth',
  'previous-review': 'the previous review',
  'receipt-of-record': 'the record is received',
  'eighteenth-birthday': 'the eighteenth birthday',
  'discharge-home': 'the child goes home from hospital',
  'request-received': 'the request is received',
  'exclusion-considered': 'the exclusion is considered',
  'complaint-received': 'the complaint is received',
  'child-seen': 'the child was last seen',
};

export const ACTOR: Record<Actor, string> = {
  child: 'the child',
  parents: 'parents',
  family: 'family members',
  carers: 'carers',
  'foster-carers': 'foster carers',
  supporter: 'a supporter',
  advocate: 'an advocate',
  solicitor: 'a solicitor',
  interpreter: 'an interpreter',
  observer: 'an observer',
  'social-worker': 'the social worker',
  'lead-social-worker': 'the lead social worker',
  'team-manager': 'the team manager',
  'senior-manager': 'a senior manager',
  'social-care': 'children’s social care',
  'local-authority': 'the local authority',
  director: 'the director',
  chair: 'the chair',
  'minute-taker': 'the minute-taker',
  administrator: 'the conference administrator',
  iro: 'the independent reviewing officer',
  'core-group': 'the core group',
  conference: 'the conference',
  professionals: 'professionals',
  agencies: 'agencies',
  police: 'the police',
  school: 'the school',
  'early-years': 'early years services',
  health: 'health services',
  'health-visitor': 'the health visitor',
  'school-nurse': 'the school nurse',
  midwife: 'the midwife',
  gp: 'the GP',
  paediatrician: 'the paediatrician',
  'named-professional': 'a named or designated professional',
  'mental-health': 'mental health services',
  probation: 'probation',
  'youth-offending': 'the youth offending service',
  housing: 'housing',
  'legal-services': 'the local authority’s lawyers',
  guardian: 'the children’s guardian',
  'voluntary-sector': 'voluntary organisations',
  'armed-forces': 'the armed forces',
  command: 'the chain of command',
  'specialist-services': 'specialist services',
  'safeguarding-partners': 'the safeguarding partners',
  'originating-authority': 'the authority that the family left',
  'receiving-authority': 'the authority that the family moved to',
  'complaints-manager': 'the complaints manager',
  court: 'the court',
  ombudsman: 'the ombudsman',
  'education-welfare': 'the education welfare service',
};

/** The kinds of notes on a document, as headings, and what they have in common. */
export const NOTE: Record<Note['kind'], { many: string; about: string }> = {
  contradiction: { many: 'Contradictions', about: 'Two clauses say what cannot both be followed, or not with the same force.' },
  repetition: { many: 'Said twice', about: 'The same matter stands in two places, in words that are not quite the same.' },
  numbering: { many: 'Numbering', about: 'Numbers that are missing, used twice or on the wrong thing, so that a citation may mislead.' },
  'dead-reference': {
    many: 'References that lead nowhere',
    about: 'The reader is sent to something that is not there, or that is called otherwise.',
  },
  gap: { many: 'Gaps', about: 'Something that the document needs, and does not say.' },
  ambiguity: { many: 'More than one meaning', about: 'Words that two careful readers may take differently.' },
};

export const CATEGORY: Record<Category, string> = {
  physical: 'physical abuse',
  emotional: 'emotional abuse',
  sexual: 'sexual abuse',
  neglect: 'neglect',
};

const UNIT: Record<Unit, string> = {
  hours: 'hour',
  'working-days': 'working day',
  days: 'day',
  weeks: 'week',
  months: 'month',
  years: 'year',
};

export const amountInWords = ({ amount, unit }: { amount: number; unit: Unit }) => `${amount} ${UNIT[unit]}${amount === 1 ? '' : 's'}`;

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** “a, b and c”, or with another last word. */
export function listed(items: readonly string[], last = 'and'): string {
  return items.length < 2 ? items.join('') : `${items.slice(0, -1).join(', ')} ${last} ${items.at(-1)}`;
}

export const subjectOf = (topic: string) => SUBJECT[topic.split('.')[0]!] ?? topic;

/**
 * A clause as somebody would say it: `8.4.2.b1` is “8.4.2, item 1”, `quoracy.p3.b1` is “Quoracy, paragraph 3, item 1”.
 * `8.5.2-2` is the second clause that the document numbers 8.5.2.
 */
export function clauseInWords(id: string): string {
  const names: string[] = [];
  const rest: string[] = [];
  for (const part of id.split('.')) {
    const [, kind, number] = /^([pb])(\d+)$/.exec(part) ?? [];
    if (kind === 'p') rest.push(`paragraph ${number}`);
    else if (kind === 'b') rest.push(rest.at(-1)?.startsWith('item') ? `part ${number}` : `item ${number}`);
    else names.push(part);
  }
  const numbered = /^\d/.test(id);
  const again = /-(\d+)$/.exec(names.at(-1) ?? '');
  const name = numbered
    ? names.join('.').replace(/-\d+$/, again ? ` (the ${again[1] === '2' ? 'second' : `${again[1]}th`} of that number)` : '')
    : capital(names.join(', ').replaceAll('-', ' ').replace('mckenzie', 'McKenzie'));
  return [name, ...rest].join(', ');
}

/** The edition as the document gives it, or that it gives none. */
export function editionInWords({ edition, date }: { edition: string; date: string }): string {
  if (edition !== 'not stated') return capital(edition);
  return date === 'not stated' ? 'No edition or date given' : `No edition given; ${date}`;
}

/** The title as printed, or that none is. */
export const titleInWords = ({ title }: { title: string }) => (title === 'not stated' ? 'No title given' : title);

/** The document, as a citation names it: by whose it is, and its title where it has one. */
export const documentInWords = ({ title, name }: { title: string; name: string }) => (title === 'not stated' ? name : `${name}, ${title}`);

const MONTHS = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** The day or the month in a date as printed, for `<time>`: “October 2018” is 2018-10. `undefined` where there is none. */
export function machineDate(printed: string): string | undefined {
  const [, day, month, year] = /(?:(\d{1,2})(?:st|nd|rd|th)? (?:of )?)?([A-Z][a-z]+) (\d{4})/.exec(printed) ?? [];
  const at = MONTHS.indexOf((month ?? '').toLowerCase());
  return at < 0
    ? undefined
    : [year, at + 1, day]
        .filter(Boolean)
        .map((n) => String(n).padStart(2, '0'))
        .join('-');
}
