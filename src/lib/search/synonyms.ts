import type { RulebookId } from '#content/schema.ts';

/**
 * What practitioners say for one thing. The words of a line are sought as one; those after the bar are its neighbours, sought with less weight.
 * A word of one line may be a neighbour in another. Endings do not matter (see stems.ts), nor does where a hyphen or an apostrophe stands.
 */
export const SYNONYMS: readonly string[] = [
  // Meetings
  'icpc, initial conference, initial child protection conference, initial case conference, initial cp conference, initial cp conf',
  'rcpc, cprc, review conference, child protection review conference, child protection review, review case conference | review',
  'cpc, child protection conference, cp conference, cp conf, case conference, conf, conference | meeting',
  'meeting | conference',
  'strategy discussion, strategy meeting, strat meeting, strat discussion, strat',
  'core group, cg, core groups',
  'family group conference, family group conferencing, fgc',
  'receiving in, transfer in, transfer conference, receiving in conference, transfer in conference, incoming | move, transfer',
  'dual process, combined meeting, combined, joint meeting',
  // People
  'parent, mother, father, mum, mums, dad, dads, mom, mummy, daddy, stepdad, stepmum | carer, family',
  'carer, caregiver, guardian | parent',
  'family member, relative, aunt, aunty, auntie, uncle, grandparent, grandmother, grandfather, grandma, gran, granny, nan, nana, grandad, extended family | family',
  'sibling, brother, sister | each child, household',
  'child, young person, kid, children, son, daughter, yp, teenager, teen, pupil',
  'baby, infant, newborn, new born, neonatal, neo natal | young child',
  'under 5, under fives, under five, under 5s | infant, young child',
  'lead social worker, key worker, keyworker, lead professional, allocated social worker, allocated worker, lsw | social worker',
  'social worker, sw, sws | social care',
  'social care, csc, children social care, social service, childrens service, bfsws, children social work service',
  'team manager, tm, line manager | manager',
  'iro, independent reviewing officer, reviewing officer',
  'conference chair, independent chair, independent conference chair, chairperson, chairman, chairwoman, chair, cp chair',
  'gp, doctor, general practitioner, dr | professional, agency',
  'health visitor, hv | professional, agency',
  'school nurse, school | professional, agency',
  'nursery, early years, teacher | professional, agency',
  'midwife, midwifery, midwives | professional, agency',
  'probation, probation officer | professional, agency',
  'police, police officer, officer | professional, agency',
  'children guardian, cafcass, guardian ad litem',
  'solicitor, lawyer, barrister, legal rep, legal representative, legal service | legal',
  'advocate, advocacy | supporter, represent',
  'supporter, support person, friend | advocate',
  'interpret, interpreter, interpreting, translator, translate, translation, sign language',
  'observe, observer, shadow, sit in, watch | student, trainee',
  'perpetrator, abuser, offender | person who is a risk',
  'armed force, army, military, soldier, raf, navy, service family',
  'lead statutory body, lead body, lead agency',
  'director, dcs, director of children service',
  'minute taker, note taker | minutes',
  'named professional, designated professional, safeguarding lead, dsl, named nurse, named doctor',
  'emergency duty service, eds, edt, emergency duty team, out of hours',
  // The family's circumstances
  'disability, disabled, impairment, impaired, wheelchair, deaf, blind, special need',
  'learning disability, learning difficulty, ld',
  'mental health, mental ill health, mental illness',
  'alcohol, drug, substance misuse, substance abuse, drunk, drink, intoxicated, under the influence',
  'missing, missing from home, run away, runaway, goes missing',
  'custody, remand, prison, jail, incarcerated, in prison, custodial',
  'death, die, dead, deceased',
  'overseas, abroad, left the uk, leave the uk, emigrate, leaves the country',
  'childcare, day care, creche, babysitter, nursery place',
  // Orders and the law
  'epo, emergency protection order, protection order',
  'cao, child assessment order',
  'ico, interim care order | care order',
  'section 20, s20, s 20, accommodated, voluntary accommodation, voluntarily accommodated',
  'section 47, s47, s 47, section 47 enquiry, s47 enquiry, child protection enquiry',
  'section 17, s17, s 17 | child in need',
  'plo, public law outline, pre proceedings, legal gateway',
  'proceedings, court proceedings, care proceedings, family court | court, legal action',
  'looked after, looked after child, lac, cla, child in care, children in care, in care, cic, clic',
  'child in need, cin, cin plan, child in need plan, chin',
  // The plan
  'child protection plan, cpp, cp plan, protection plan, plan, on a plan, on the register, register',
  'outline plan, outline child protection plan, outline | plan',
  'contingency, plan b, fallback',
  'threshold, significant harm, sig harm, risk of significant harm',
  'category, categories',
  'step down, stepping down, step down procedure | child in need',
  'no plan, not on a plan, plan not needed, not require a protection plan, not need a plan',
  'end, cease, discontinue, close, come off, take off, deregister, finish, stop | remove',
  'visit, see child, see the child, seen, stat visit, statutory visit',
  // Before birth
  'unborn, pre birth, prebirth, antenatal, ante natal, pregnancy, pregnant, gestation, before birth, before the birth, expectant',
  'due date, edd, expected date, expected date of delivery, baby is due',
  'post natal, postnatal, after birth, after the birth | birth',
  'birth, born, delivery',
  'premature, early birth, comes early',
  // Quorum
  'quorum, quoracy, quorate | inquorate, agency',
  'inquorate, not quorate, no quorum, without a quorum, quorum not met, not quorum, too few agencies, not enough agencies, not enough people | quorum',
  'go ahead, proceed, carry on, still hold',
  // Who comes
  'invite, invitation, invited, ask along',
  'ask, request, call for',
  'back them, back it, back us, backed by, backing, whose support, support of | senior manager',
  'age, aged, year old, how old',
  'attend, attendance, attendee, come, turn up, be there, be present',
  'venue, location, place',
  'cannot attend, cant attend, unable to attend, cannot come, cant come, unable to come, cant make it, cannot make it, not attend, do not attend, absent, absence, apologies, apology',
  'not wish to attend, not want to attend, doesnt want to come, doesnt want to attend, does not want to come, dont want to come, refuse to come, refuse to attend, wont come, unwilling | refuse, wish',
  'refuse, refusal, turn down, decline, say no',
  'stay, remain | leave',
  // Exclusion
  'exclude, exclusion, excluded, ban, keep out, barred',
  'threat, threaten, intimidate, intimidation, aggressive, aggression, violent, violence, abusive, shout, swear, kick off, kicks off | disrupt',
  'domestic abuse, domestic violence, dv, da',
  'bail, under investigation, police investigation, criminal investigation',
  // Time
  'first, initial, 1st',
  'notice, advance notice, beforehand, in advance | before',
  'late, delay, delayed, overdue, out of time',
  'extend, extension, put back, put off, postpone, defer',
  'bring forward, brought forward, early review, earlier review, sooner',
  'reconvene, reconvened, adjourn, rearrange, rebook, new date',
  '18, 18th, 18th birthday, eighteenth, eighteenth birthday, turn 18, reach 18, adult',
  // Reports and records
  'report, assessment report, cswa, paperwork',
  'minutes, notes of the meeting, record of the conference, conference record | record',
  'record, recorded | minutes',
  'record a meeting, record the meeting, recording, film, video, audio, tape, phone, smartphone, covert recording, covert',
  'form, proforma, pro forma, template, format',
  'chronology, timeline',
  'genogram, family tree',
  'leaflet, booklet, written information',
  'notify, notification, inform, let know',
  'amend, amendment, correct, correction',
  'retain, retention, keep record, keep minutes, keep the minutes, how long do we keep, archive',
  'confidential, confidentiality, third party',
  'share, give, circulate, distribute, send out, sent out, send, copy',
  'endorse, countersign, sign off, signed off, authorise',
  'fact, factual',
  'opinion, view | think',
  // Deciding
  'decide, decision, determine',
  'consensus, unanimous, agreement, agreed',
  'vote, voting, voted | majority',
  'disagree, disagreement, not agree, dont agree, doesnt agree, dissent, dispute, object, unhappy with',
  'escalate, escalation, conflict resolution, professional challenge | disagree',
  'bound, binding, have to follow, overrule, override',
  'casting vote, deciding vote, evenly split, even split, equally split, majority',
  'complain, complaint, appeal, grievance | challenge',
  'how do i complain, how to complain, how can i complain, how do you complain, how does someone complain, make a complaint, complain about, complaint about, complaint should go, whom is the complaint made, wish to complain',
  'ombudsman, judicial review',
  'meanwhile, in the meantime, still apply, still stand, stand while | stand',
  // Moves
  'move, moved, moving, relocate, transfer',
  'temporary accommodation, temporary address, temp accommodation, temporary, hostel',
  'responsible, responsibility, whose case, case responsibility, take on the case',
  'local authority, la, council, county, borough, area',
  'originating authority, home authority, other authority, other local authority, previous authority',
];

/** What is asked for in one word or many, and the words that answers have: sought like synonyms, and not marked, since nobody typed them. */
export const ASKED: readonly string[] = [
  'day, working day, week, month, hour, how long, how soon, how quick, how quickly, how fast, how much notice, deadline, timescale, time scale, time limit, due, how many days, how many weeks | within',
  'minimum, min, at least, no fewer than, how many, number of, how few',
  'maximum, max, at most, no more than, longest',
  'length, duration, how long may, how long can, how long should, overrun, last',
  'how often, interval, frequency, frequent, how frequently, how regularly, apart, how far apart',
];

const FEW = '(?:one|two|three|a couple of|a few|[1-3])';
const WHO = '(?:agenc(?:y|ies)|professionals?|people|services|workers|invitees)';
const CAME = '(?:turn(?:s|ed|ing)? up|c[ao]m(?:es?|ing)|show(?:s|ed)? up|attend(?:s|ed|ing)?|there|here|present|in the room)';
const STAYED_AWAY = `(?:missing|absent|away|no ?shows?|(?:not|nt|never|failed to|fail to) (?:${CAME}|come))`;
/** What is told rather than named, and the word for it. Apostrophes are closed up. */
export const TOLD: readonly (readonly [RegExp, string])[] = [
  [new RegExp(`\\b(?:only|just) ${FEW} (?:other )?(?:of the )?${WHO}(?: (?:have |had |has |are |is |were |was )?${CAME})?\\b`), 'inquorate'],
  [new RegExp(`\\b(?:half|most|many|several|none|all)(?: of)?(?: the| our)? ${WHO}(?: have| had| has| are| were| is| did| do| could)?(?:nt)? ?${STAYED_AWAY}\\b`), 'inquorate'],
  [/\b(?:nobody|no ?one|hardly anyone|hardly anybody) (?:else )?(?:turned up|came|showed up|attended|has come)\b/, 'inquorate'],
]; // prettier-ignore

/** Names whose words say something else by themselves: minutes are not found for the minute taker. */
export const OWN_NAMES: readonly string[] = ['minute taker', 'note taker'];

/** The rulebook that a word names. */
export const NAMES: Readonly<Record<string, RulebookId>> = {
  london: 'london', 'pan london': 'london',
  staffordshire: 'staffordshire', staffs: 'staffordshire',
  hips: 'hips', hampshire: 'hips', hants: 'hips', portsmouth: 'hips', southampton: 'hips', 'isle of wight': 'hips', iow: 'hips',
  bfg: 'bfg', germany: 'bfg', 'british forces': 'bfg',
  kent: 'kent', medway: 'kent', 'kent and medway': 'kent',
}; // prettier-ignore
