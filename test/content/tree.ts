import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { ContentError, readContent, type Takes } from '#content/read.ts';
import { RULEBOOKS } from '#content/schema.ts';

const source = `name: A rulebook
short: A rulebook
letter: A
title: Conferences
publisher: not stated
edition: First edition
date: not stated
address: not stated
note: Made up for a test.
covers: [icpc]
sections: ["1"]
`;

const section = `section: "1"
title: Conferences
parts:
  - heading: Timing
    clauses:
      - id: "1.1"
        restatement: The conference is held within fifteen working days of the strategy discussion.
        modality: must
        actors: [social-care]
        topics: [icpc.deadline]
        see: ["1.2"]
        sha256: "0123456789abcdef"
      - id: "1.2"
        restatement: The manager is told of a delay.
        modality: should
        actors: [social-worker]
        topics: [icpc.delay]
        sha256: "fedcba9876543210"
`;

const rules = `icpc.deadline:
  status: stated
  answer: Hold it within fifteen working days of the strategy discussion.
  value: { kind: deadline, amount: 15, unit: working-days, direction: after, trigger: strategy-discussion }
  modality: must
  clauses: ["1.1"]
  examples:
    - given: { strategy-discussion: "2024-03-14" }
      expect: "2024-04-08"
icpc.delay:
  status: stated
  answer: Tell the manager.
  value:
    kind: duty
    what: tells the manager
    needs: [delay-reported-to-manager]
  modality: should
  clauses: ["1.2"]
`;

const scenario = `---
title: One day late
summary: A case made up for a test.
minutes: 5
procedure: icpc
calendar: england-and-wales
rulebooks: [london]
facts:
  children: [{ id: ama, name: Ama, born: "2015-02-01", about: Nine years old }]
  dates: { strategy-discussion: "2024-03-14" }
  circumstances: []
  file: []
cast: []
decisions:
  - id: day
    title: The day
    situation: The room is free on 9 April.
    ask: Which day do you set?
    at: [considering]
    moves:
      - say: The ninth of April.
        event: { type: conference.fixed, on: "2024-03-15", for: "2024-04-09" }
      - say: The eighth of April.
        event: { type: conference.fixed, on: "2024-03-15", for: "2024-04-08" }
      - say: No day yet, but report the delay.
        event:
          type: delay.reported
          on: "2024-03-15"
          done: [delay-reported-to-manager]
---

The story.
`;

/** The smallest content that reads without a problem, by path inside content/. */
const whole: Readonly<Record<string, string>> = {
  'topics.yaml': `- { id: icpc.deadline, procedure: icpc, stage: before, kind: deadline, stricter: shorter, question: How soon is it held? }
- { id: icpc.delay, procedure: icpc, stage: before, kind: duty, question: Who is told of a delay? }
`,
  'acts.yaml': 'delay-reported-to-manager: the delay was reported to the manager\n',
  'calendars/england-and-wales.yaml': `name: England and Wales
published: Made up for a test.
years: { from: 2024, to: 2024 }
holidays:
  - { date: "2024-03-29", name: Good Friday }
`,
  ...Object.fromEntries(
    RULEBOOKS.flatMap((id) => [
      [`rulebooks/${id}/source.yaml`, source],
      [`rulebooks/${id}/clauses/1.yaml`, section],
      [`rulebooks/${id}/rules/icpc.yaml`, rules],
    ]),
  ),
  'scenarios/one-day-late.md': scenario,
};

const takes: Partial<Record<'icpc', Takes>> = {
  icpc: { events: ['conference.fixed', 'delay.reported'], situations: ['considering', 'late'] },
};

function read(files: Readonly<Record<string, string>>) {
  const folder = mkdtempSync(join(tmpdir(), 'quorate-'));
  try {
    for (const [path, text] of Object.entries(files)) {
      const file = join(folder, 'content', path);
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, text);
    }
    return readContent(join(folder, 'content'), takes);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The tree as it stands. */
export const readWhole = () => read(whole);

/** What is said of the tree with these files instead; `undefined` leaves a file out. */
export function problemsWith(changed: Readonly<Record<string, string | undefined>>): readonly string[] {
  const files = Object.entries({ ...whole, ...changed }).filter((entry): entry is [string, string] => entry[1] !== undefined);
  try {
    read(Object.fromEntries(files));
    return [];
  } catch (error) {
    if (error instanceof ContentError) return error.problems;
    throw error;
  }
}

/** What is said once the first `found` in one file has become `instead`. */
export function problemsAfter(path: string, found: string, instead: string): readonly string[] {
  const text = whole[path];
  if (!text?.includes(found)) throw new Error(`${path} of the test's tree does not hold “${found}”`);
  return problemsWith({ [path]: text.replace(found, () => instead) });
}
