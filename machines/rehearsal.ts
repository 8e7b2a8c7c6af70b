/**
 * A trainee's rehearsal: briefing, deciding, reading the verdict, talking it over, debrief. The run is the log of moves and nothing
 * else; the procedure's snapshot, the verdicts and the next decision are derived by replaying it.
 */
import { assign, setup } from 'xstate';
import type { Decision, Event, Move, Scenario, Trigger, When } from '#content/schema.ts';
import type { ProcedureInput } from './findings.ts';
import { begin, judge } from './judge.ts';
import type { Procedure, ProcedureSnapshot } from './procedures/index.ts';
import { beside } from './replay.ts';
import type { Step } from './replay.ts';
import { present, remedied } from './situations.ts';
import { reckon } from './working-days.ts';

/** One move as a run keeps it: which of a decision's moves was made. */
export interface Choice {
  decision: string;
  move: number;
}
/** A move of a rehearsal: which of a decision's moves it was, and what was found. */
export interface Made extends Step {
  decision: Decision;
  move: Move;
  choice: Choice;
}
/** What a rehearsal has come to. */
export interface Rehearsed {
  made: readonly Made[];
  snapshot: ProcedureSnapshot;
  /** The decision to be taken now; `undefined` where the run has come to its end. */
  decision: Decision | undefined;
}
/** As much of a scenario as a rehearsal needs. */
export type Script = Pick<Scenario, 'decisions' | 'procedure'>;

/** A log that does not fit its scenario: the message says which move, and why. */
export class LogError extends Error {
  override name = 'LogError';
}

const UNITS = ['working-days', 'days', 'weeks', 'months'] as const;

/**
 * The day that a case means, in this run.
 * @throws LogError where it counts from a day that the run does not have
 */
export function dateOf(when: When, { context }: ProcedureSnapshot): string {
  if (typeof when === 'string') return when;
  const from = context.dates[when.from];
  if (from === undefined) throw new LogError(`a move counts from “${when.from}”, which has no day in this run`);
  const unit = UNITS.find((u) => when[u] !== undefined);
  const amount = unit === undefined ? 0 : (when[unit] ?? 0);
  const day =
    unit === undefined || amount === 0
      ? from.slice(0, 10)
      : reckon(context.calendar, { amount: Math.abs(amount), unit }, amount < 0 ? 'before' : 'after', from.slice(0, 10)).date;
  return when.at === undefined ? day : `${day}T${when.at}`;
}

/** A move as an event, its days made definite by what the run has come to. */
export function eventOf(move: Move, snapshot: ProcedureSnapshot): Event {
  const { on, for: set, ...rest } = move.event;
  return { ...rest, on: dateOf(on, snapshot), ...(set === undefined ? {} : { for: dateOf(set, snapshot) }) };
}

/** A text of the case as pieces: words, and days such as `{initial-conference}`, or `{on}` and `{for}` of the move that it describes. */
export function piecesOf(text: string, snapshot: ProcedureSnapshot, event?: Event): (string | { date: string })[] {
  return text
    .split(/(\{[a-z-]+\})/)
    .filter(Boolean)
    .map((piece) => {
      const name = /^\{(.+)\}$/.exec(piece)?.[1];
      const date =
        name === 'on' ? event?.on : name === 'for' ? event?.for : name === undefined ? undefined : snapshot.context.dates[name as Trigger];
      return date === undefined ? piece : { date };
    });
}

/** The next decision of the case, after the one just taken, that the present situation puts to the team. */
export function nextDecision({ decisions }: Script, after: number, snapshot: ProcedureSnapshot): number | undefined {
  if (snapshot.status === 'done') return undefined;
  const here = present(snapshot);
  const { done } = snapshot.context;
  const at = decisions.findIndex(
    (decision, i) =>
      i > after &&
      decision.at.some((s) => here.includes(s)) &&
      decision.when.every((act) => done.includes(act)) &&
      !decision.unless.some((act) => done.includes(act)),
  );
  return at < 0 ? undefined : at;
}

/**
 * Everything that a log comes to in its scenario. Pure.
 * @throws LogError for a log that names a decision or move which the scenario does not put there
 */
export function rehearse(procedure: Procedure, script: Script, input: ProcedureInput, log: readonly Choice[]): Rehearsed {
  let snapshot = begin(procedure, input);
  let at = nextDecision(script, -1, snapshot);
  const made: Made[] = [];
  for (const [i, choice] of log.entries()) {
    const decision = at === undefined ? undefined : script.decisions[at];
    const move = decision?.moves[choice.move];
    if (at === undefined || !decision || !move || decision.id !== choice.decision) {
      throw new LogError(
        `move ${i + 1} is “${choice.decision}, ${choice.move + 1}”, but the case ${decision ? `puts “${decision.id}” there, with ${decision.moves.length} moves` : 'has ended there'}`,
      );
    }
    const before = snapshot;
    const event = eventOf(move, before);
    const judged = judge(procedure, before, event);
    snapshot = judged.next;
    const verdict = beside(judged.verdict, made.map((m) => m.verdict), remedied(before)); // prettier-ignore
    made.push({ decision, move, choice, event, before, ...judged, verdict });
    at = nextDecision(script, at, snapshot);
  }
  return { made, snapshot, decision: at === undefined ? undefined : script.decisions[at] };
}

interface RehearsalContext {
  procedure: Procedure;
  script: Script;
  input: ProcedureInput;
  log: readonly Choice[];
}
/** What a trainee does at a rehearsal, apart from the moves of the case. */
export type RehearsalEvent =
  | { type: 'begin' }
  | { type: 'choose'; move: number }
  | { type: 'take-back' }
  | { type: 'go-on' }
  | { type: 'talk-over' }
  | { type: 'read-verdict' }
  | { type: 'restart' }
  | { type: 'resume'; log: readonly Choice[] };

const decisionNow = ({ procedure, script, input, log }: RehearsalContext) => rehearse(procedure, script, input, log).decision;

/** The trainee's way through a case, as a statechart: briefing, deciding, reading the verdict, talking it over, debrief. */
export const rehearsal = setup({
  types: { context: {} as RehearsalContext, events: {} as RehearsalEvent, input: {} as Omit<RehearsalContext, 'log'> },
  guards: {
    hasDecision: ({ context }) => decisionNow(context) !== undefined,
    hasLog: (_, { log }: { log: readonly Choice[] }) => log.length > 0,
    canChoose: ({ context }, { move }: { move: number }) => decisionNow(context)?.moves[move] !== undefined,
  },
  actions: {
    append: assign(({ context }, { move }: { move: number }) => ({
      log: [...context.log, { decision: decisionNow(context)?.id ?? '', move }],
    })),
    dropLast: assign(({ context }) => ({ log: context.log.slice(0, -1) })),
    clear: assign({ log: [] }),
    take: assign((_, { log }: { log: readonly Choice[] }) => ({ log })),
  },
}).createMachine({
  id: 'rehearsal',
  context: ({ input }) => ({ ...input, log: [] }),
  initial: 'briefing',
  on: {
    restart: { target: '.briefing', actions: 'clear' },
    resume: [
      {
        guard: { type: 'hasLog', params: ({ event }) => ({ log: event.log }) },
        target: '.readingVerdict',
        actions: { type: 'take', params: ({ event }) => ({ log: event.log }) },
      },
      { target: '.briefing', actions: 'clear' },
    ],
  },
  states: {
    briefing: { description: 'The trainee reads the case file.', on: { begin: 'deciding' } },
    deciding: {
      description: 'What would you do?',
      on: {
        choose: {
          guard: { type: 'canChoose', params: ({ event }) => ({ move: event.move }) },
          target: 'readingVerdict',
          actions: { type: 'append', params: ({ event }) => ({ move: event.move }) },
        },
        'take-back': { target: 'deciding', actions: 'dropLast' },
      },
    },
    readingVerdict: {
      description: 'What the rulebook says of it, and why.',
      on: {
        'take-back': { target: 'deciding', actions: 'dropLast' },
        'talk-over': 'talkingItOver',
        'go-on': [{ guard: 'hasDecision', target: 'deciding' }, { target: 'debrief' }],
      },
    },
    talkingItOver: {
      description: 'The room discusses the verdict before anybody goes on.',
      on: {
        'read-verdict': 'readingVerdict',
        'take-back': { target: 'deciding', actions: 'dropLast' },
        'go-on': [{ guard: 'hasDecision', target: 'deciding' }, { target: 'debrief' }],
      },
    },
    debrief: { description: 'The whole run, judged.', on: { 'take-back': { target: 'deciding', actions: 'dropLast' } } },
  },
});
