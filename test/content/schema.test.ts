import { describe, expect, it } from 'vitest';
import { ContentError } from '#content/read.ts';
import { TRIGGERS } from '#content/schema.ts';
import { problemsAfter, problemsWith, readWhole } from './tree.ts';

const rules = 'rulebooks/london/rules/icpc.yaml';
const clauses = 'rulebooks/london/clauses/1.yaml';
const sourceFile = 'rulebooks/london/source.yaml';
const calendar = 'calendars/england-and-wales.yaml';
const scenario = 'scenarios/one-day-late.md';
const notes = 'rulebooks/london/notes.yaml';
const note = (id: string, clause: string) => `- id: ${id}
  kind: gap
  title: A gap
  clauses: ["${clause}"]
  stands: Nothing.
  matters: Somebody asks.
  treated: As silence.
`;

const term = (id: string, more = '') => `- id: ${id}
  term: ${id}
  basis: used
  means: A word made up for a test.
  clauses: { london: ["1.1"] }
${more}`;

it('reads a tree that has no mistake', () => {
  const content = readWhole();
  expect(content.topics.map((t) => t.id)).toEqual(['icpc.deadline', 'icpc.delay']);
  expect(content.rulebooks.map((r) => r.clauses.length)).toEqual([2, 2, 2, 2, 2]);
  expect(content.scenarios.map((s) => [s.id, s.story])).toEqual([['one-day-late', 'The story.']]);
});

it('lists all mistakes of a reading together, under their number', () => {
  const problems = problemsWith({ 'acts.yaml': 'delay-reported-to-manager: 3\n', [scenario]: 'Only a story.\n' });
  expect(new ContentError([...problems]).message).toBe(
    [
      'content/ has 2 mistakes:',
      '  content/acts.yaml:1: delay-reported-to-manager: found 3; expected the act in plain words',
      '  content/scenarios/one-day-late.md:1: the file: found no front matter; expected YAML between two lines of ---',
    ].join('\n'),
  );
});

describe('what names something else is refused where there is no such thing', () => {
  it('a rule on a topic that nobody asks about, and the topic that is then without a rule', () => {
    expect(problemsAfter(rules, 'icpc.delay:', 'icpc.dely:')).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:10: icpc.dely: unknown topic: found "icpc.dely"; expected a topic of content/topics.yaml',
      'content/rulebooks/london/rules/icpc.yaml:1: icpc.delay: found nothing; expected a rule, if only that the rulebook is silent',
    ]);
  });

  it('a clause that speaks to an unknown topic', () => {
    expect(problemsAfter(clauses, '[icpc.delay]', '[icpc.dely]')).toEqual([
      'content/rulebooks/london/clauses/1.yaml:17: parts.0.clauses.1.topics.0: found "icpc.dely"; expected a topic of content/topics.yaml',
    ]);
  });

  it('a rule that cites a clause that the rulebook does not have', () => {
    expect(problemsAfter(rules, '["1.2"]', '["1.2", "1.9"]')).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:18: icpc.delay.clauses.1: found "1.9"; expected the id of a clause of london',
    ]);
  });

  it('an item of a list that cites such a clause', () => {
    const list = 'kind: list\n    of: all\n    items:\n      - { what: the manager, clauses: ["1.9"] }';
    expect(problemsAfter(rules, 'kind: duty\n    what: tells the manager\n    needs: [delay-reported-to-manager]', list)).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:17: icpc.delay.value.items.0.clauses.0: found "1.9"; expected the id of a clause of london',
    ]);
  });

  it('a note on a clause that is not there', () => {
    expect(problemsWith({ [notes]: note('late', '1.2') + note('vague', '1.9') })).toEqual([
      'content/rulebooks/london/notes.yaml:11: 1.clauses.0: found "1.9"; expected the id of a clause of london',
    ]);
  });

  it('a term of the glossary that names a clause, a rulebook or a topic that is not there', () => {
    const glossary = 'glossary.yaml';
    expect(problemsWith({ [glossary]: term('delay').replace('1.1', '1.9') })).toEqual([
      'content/glossary.yaml:5: 0.clauses.london.0: found "1.9"; expected the id of a clause of london',
    ]);
    expect(problemsWith({ [glossary]: term('delay').replace('london', 'leeds') })).toEqual([
      'content/glossary.yaml:5: 0.clauses.leeds: found "leeds"; expected a rulebook: london, staffordshire, hips, bfg, kent',
    ]);
    expect(problemsWith({ [glossary]: term('delay', '  topics: [icpc.dely]\n') })).toEqual([
      'content/glossary.yaml:6: 0.topics.0: found "icpc.dely"; expected a topic of content/topics.yaml',
    ]);
  });

  it('a clause that refers to a section or clause that is not there', () => {
    expect(problemsAfter(clauses, 'see: ["1.2"]', 'see: ["1", "2.7"]')).toEqual([
      'content/rulebooks/london/clauses/1.yaml:11: parts.0.clauses.0.see.1: found "2.7"; expected a clause or section of london',
    ]);
  });

  it('a rule that asks for an unknown act', () => {
    expect(problemsAfter(rules, '[delay-reported-to-manager]', '[delay-told]')).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:16: icpc.delay.value.needs.0: found "delay-told"; expected an act of content/acts.yaml',
    ]);
  });

  it('a move that shows an unknown act', () => {
    expect(problemsAfter(scenario, '[delay-reported-to-manager]', '[delay-told]')).toEqual([
      'content/scenarios/one-day-late.md:29: decisions.0.moves.2.event.done.0: found "delay-told"; expected an act of content/acts.yaml',
    ]);
  });

  it('a move whose event the procedure does not know', () => {
    expect(problemsAfter(scenario, 'delay.reported', 'delay.hidden')).toEqual([
      'content/scenarios/one-day-late.md:27: decisions.0.moves.2.event.type: found "delay.hidden"; expected an event that icpc knows: conference.fixed, delay.reported',
    ]);
  });

  it('a decision put in a situation that the procedure does not know', () => {
    expect(problemsAfter(scenario, '[considering]', '[considering, nearlyLate]')).toEqual([
      'content/scenarios/one-day-late.md:19: decisions.0.at.1: found "nearlyLate"; expected a situation of icpc',
    ]);
  });

  it('an outcome for a child who is not of the case', () => {
    expect(problemsAfter(scenario, 'type: delay.reported', 'type: delay.reported\n          outcomes: { kofi: plan }')).toEqual([
      'content/scenarios/one-day-late.md:28: decisions.0.moves.2.event.outcomes.kofi: found "kofi"; expected a child of this case: ama',
    ]);
  });

  it('a child who is not of the case, where a move says who is invited, or whom an agency knows', () => {
    expect(
      problemsAfter(
        scenario,
        'type: delay.reported',
        'type: delay.reported\n          invited: [ama, kofi]\n          present: [{ agency: school, contact: direct, knows: [yaa] }]',
      ),
    ).toEqual([
      'content/scenarios/one-day-late.md:28: decisions.0.moves.2.event.invited.1: found "kofi"; expected a child of this case: ama',
      'content/scenarios/one-day-late.md:29: decisions.0.moves.2.event.present.0.knows.0: found "yaa"; expected a child of this case: ama',
    ]);
  });

  it('a rulebook that does not cover the procedure of the case', () => {
    expect(problemsAfter('rulebooks/london/source.yaml', 'covers: [icpc]', 'covers: [review]')).toEqual([
      'content/scenarios/one-day-late.md:7: rulebooks.0: found "london"; expected a rulebook that covers icpc',
    ]);
  });

  it('a day that the text of a situation or a move asks for, and that nothing gives', () => {
    expect(problemsAfter(scenario, 'on 9 April.', 'on {tomorrow}.')).toEqual([
      'content/scenarios/one-day-late.md:17: decisions.0.situation: found "{tomorrow}"; expected the name of a day: a trigger',
    ]);
    expect(problemsAfter(scenario, 'No day yet, but', 'No day yet, but by {for}')).toEqual([
      'content/scenarios/one-day-late.md:25: decisions.0.moves.2.say: found "{for}"; expected the name of a day: a trigger, on',
    ]);
  });

  it('a day in braces, in a text in which none is filled in', () => {
    expect(problemsAfter(scenario, 'Which day do you set?', 'Is {for} early enough?')).toEqual([
      'content/scenarios/one-day-late.md:18: decisions.0.ask: found "{for}"; expected words: no day is filled in here',
    ]);
  });

  it('a scenario that counts by a calendar that is not there', () => {
    expect(problemsAfter(scenario, 'calendar: england-and-wales', 'calendar: germany')).toEqual([
      'content/scenarios/one-day-late.md:6: calendar: found "germany"; expected a calendar of content/calendars: england-and-wales',
    ]);
  });
});

describe('what a clause owes', () => {
  it('a topic, or the reason why none fits', () => {
    expect(problemsAfter(clauses, 'topics: [icpc.delay]', 'topics: []')).toEqual([
      'content/rulebooks/london/clauses/1.yaml:17: parts.0.clauses.1.topics: found []; expected a topic, or untopical: the reason why none fits',
    ]);
    expect(problemsAfter(clauses, 'topics: [icpc.delay]', 'topics: []\n        untopical: introduces a list')).toEqual([]);
  });

  it('no such reason where it has a topic', () => {
    expect(problemsAfter(clauses, 'topics: [icpc.delay]', 'topics: [icpc.delay]\n        untopical: introduces a list')).toEqual([
      'content/rulebooks/london/clauses/1.yaml:18: parts.0.clauses.1.untopical: found "introduces a list"; expected no reason, as the clause has topics',
    ]);
  });
});

describe('what a rule owes', () => {
  it('a citation: it is refused without the field', () => {
    expect(problemsAfter(rules, '  clauses: ["1.2"]\n', '')).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:10: icpc.delay.clauses: found nothing; expected this field to be there',
    ]);
  });

  it('a citation: it is refused with an empty list', () => {
    expect(problemsAfter(rules, 'clauses: ["1.2"]', 'clauses: []')).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:18: icpc.delay.clauses: found []; expected at least one clause',
    ]);
  });

  it('an answer to every topic, even if only that the rulebook is silent', () => {
    expect(problemsWith({ [rules]: 'icpc.deadline: { status: silent, answer: It does not say. }\n' })).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:1: icpc.delay: found nothing; expected a rule, if only that the rulebook is silent',
    ]);
  });

  it('its place in the file of its topic', () => {
    expect(problemsWith({ [rules]: undefined, 'rulebooks/london/rules/all.yaml': 'icpc.deadline: { status: silent, answer: Not said. }\nicpc.delay: { status: silent, answer: Not said. }\n' })).toEqual([
      'content/rulebooks/london/rules/all.yaml:1: icpc.deadline: found "icpc.deadline" in all.yaml; expected it in icpc.yaml',
      'content/rulebooks/london/rules/all.yaml:2: icpc.delay: found "icpc.delay" in all.yaml; expected it in icpc.yaml',
    ]); // prettier-ignore
  });

  it('a kind of value, a status and a force out of those there are', () => {
    expect(problemsAfter(rules, 'kind: duty', 'kind: obligation')).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:14: icpc.delay.value.kind: found "obligation"; expected one of deadline, notice, earliest-of, window, interval, extension, trigger, quorum, decider, age, list, duty, permission, prohibition, condition, route',
    ]);
    expect(problemsAfter(rules, 'status: stated', 'status: clear')).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:2: icpc.deadline.status: found "clear"; expected one of stated, silent, elsewhere, conflicting',
    ]);
    expect(problemsAfter(rules, 'modality: should', 'modality: ought')).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:17: icpc.delay.modality: found "ought"; expected a modality: must, must-not, should, should-not, may, may-not, will, is',
    ]);
  });

  it('a deadline with its amount, unit, direction and trigger', () => {
    const at = 'content/rulebooks/london/rules/icpc.yaml:4: icpc.deadline.value';
    expect(problemsAfter(rules, 'amount: 15, ', '')).toEqual([`${at}.amount: found nothing; expected this field to be there`]);
    expect(problemsAfter(rules, 'amount: 15', 'amount: fifteen')).toEqual([`${at}.amount: found "fifteen"; expected a number`]);
    expect(problemsAfter(rules, 'unit: working-days', 'unit: workdays')).toEqual([
      `${at}.unit: found "workdays"; expected a unit: hours, working-days, days, weeks, months, years`,
    ]);
    expect(problemsAfter(rules, 'direction: after', 'direction: since')).toEqual([
      `${at}.direction: found "since"; expected a direction: after, before`,
    ]);
    expect(problemsAfter(rules, 'trigger: strategy-discussion', 'trigger: enquiry')).toEqual([
      `${at}.trigger: found "enquiry"; expected a trigger: ${TRIGGERS.join(', ')}`,
    ]);
  });

  it('a term of the glossary, at least one clause, and a word on whether a document explains it', () => {
    expect(problemsWith({ 'glossary.yaml': term('delay').replace('{ london: ["1.1"] }', '{}') })).toEqual([
      'content/glossary.yaml:5: 0.clauses: found {}; expected at least one clause',
    ]);
    expect(problemsWith({ 'glossary.yaml': term('delay').replace('basis: used', 'basis: guessed') })).toEqual([
      'content/glossary.yaml:3: 0.basis: found "guessed"; expected a basis: explained, used',
    ]);
  });

  it('no field that the schema does not know', () => {
    expect(problemsAfter(rules, '    what: tells', '    whom: the manager\n    what: tells')).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:15: icpc.delay.value.whom: found "whom"; expected no such field',
    ]);
  });
});

describe('dates', () => {
  it('are refused where they are not written as YYYY-MM-DD', () => {
    expect(problemsAfter(calendar, '2024-03-29', '29/03/2024')).toEqual([
      'content/calendars/england-and-wales.yaml:5: holidays.0.date: found "29/03/2024"; expected a date as YYYY-MM-DD',
    ]);
  });

  it('are refused where the calendar has no such day', () => {
    expect(problemsAfter(rules, 'expect: "2024-04-08"', 'expect: "2024-04-31"')).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:9: icpc.deadline.examples.0.expect: found "2024-04-31"; expected a date that exists, as YYYY-MM-DD',
    ]);
  });

  it('are refused in the facts of a case as well', () => {
    expect(problemsAfter(scenario, '"2015-02-01"', '"2015-02-29"')).toEqual([
      'content/scenarios/one-day-late.md:9: facts.children.0.born: found "2015-02-29"; expected a date that exists, as YYYY-MM-DD',
    ]);
    expect(problemsAfter(scenario, 'strategy-discussion: "2024-03-14"', 'strategy-discussion: "14 March"')).toEqual([
      'content/scenarios/one-day-late.md:10: facts.dates.strategy-discussion: found "14 March"; expected a date as YYYY-MM-DD, or with its hour as YYYY-MM-DDTHH:MM',
    ]);
  });

  it('are refused in a case where its calendar does not reach', () => {
    expect(problemsAfter(scenario, '"2024-03-14"', '"2023-12-14"')).toEqual([
      'content/scenarios/one-day-late.md:10: facts.dates.strategy-discussion: found "2023-12-14"; expected a day of the years 2024 to 2024, which the calendar covers',
    ]);
    expect(problemsAfter(scenario, '"2024-04-08" }', '"2025-04-08" }')).toEqual([
      'content/scenarios/one-day-late.md:24: decisions.0.moves.1.event.for: found "2025-04-08"; expected a day of the years 2024 to 2024, which the calendar covers',
    ]);
  });
  it('are refused where a move sets one that is over already', () => {
    expect(problemsAfter(scenario, 'for: "2024-04-08"', 'for: "2024-03-08"')).toEqual([
      'content/scenarios/one-day-late.md:24: decisions.0.moves.1.event.for: found "2024-03-08"; expected no day before that of the move, 2024-03-15',
    ]);
  });
  it('are refused in a move, with an hour that no clock shows or a day that does not exist', () => {
    const expected = 'a date as YYYY-MM-DD, or with its hour as YYYY-MM-DDTHH:MM';
    expect(problemsAfter(scenario, 'on: "2024-03-15", for: "2024-04-09"', 'on: "2024-03-15T25:00", for: "2024-02-30"')).toEqual([
      `content/scenarios/one-day-late.md:22: decisions.0.moves.0.event.on: found "2024-03-15T25:00"; expected ${expected}`,
      'content/scenarios/one-day-late.md:22: decisions.0.moves.0.event.for: found "2024-02-30"; expected a date that exists',
    ]);
  });

  it('are refused in a move where they count from no trigger', () => {
    expect(problemsAfter(scenario, 'for: "2024-04-09"', 'for: { from: enquiry, days: 3 }')).toEqual([
      'content/scenarios/one-day-late.md:22: decisions.0.moves.0.event.for: found {"from":"enquiry","days":3}; expected a date as YYYY-MM-DD, with its hour as YYYY-MM-DDTHH:MM, or { from: a trigger, working-days: a number }',
    ]);
  });

  it('are refused as the day of something that is no trigger', () => {
    expect(problemsAfter(rules, 'given: { strategy-discussion', 'given: { enquiry')).toEqual([
      `content/rulebooks/london/rules/icpc.yaml:8: icpc.deadline.examples.0.given.enquiry: found "enquiry"; expected a trigger: ${TRIGGERS.join(', ')}`,
    ]);
  });
});

describe('an id stands once', () => {
  it('a clause', () => {
    const second =
      '      - { id: "1.1", restatement: The same again., modality: may, actors: [], topics: [icpc.delay], sha256: "0123456789abcdef" }\n';
    expect(problemsAfter(clauses, '      - id: "1.2"', `${second}      - id: "1.2"`)).toEqual([
      'content/rulebooks/london/clauses/1.yaml:13: parts.0.clauses.1.id: duplicate id: found "1.1" a second time; expected each once',
    ]);
  });

  it('a topic', () => {
    const second = '- { id: icpc.delay, procedure: icpc, stage: before, kind: duty, question: Who hears of it? }\n- { id: icpc.delay';
    expect(problemsAfter('topics.yaml', '- { id: icpc.delay', second)).toEqual([
      'content/topics.yaml:3: 2.id: duplicate id: found "icpc.delay" a second time; expected each once',
    ]);
  });

  it('the rule on a topic', () => {
    expect(problemsAfter(rules, 'icpc.delay:', 'icpc.deadline:')).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:10: icpc.deadline: duplicate id: found "icpc.deadline" a second time; expected each once',
    ]);
  });

  it('a note', () => {
    expect(problemsWith({ [notes]: note('late', '1.1') + note('late', '1.2') })).toEqual([
      'content/rulebooks/london/notes.yaml:8: 1.id: duplicate id: found "late" a second time; expected each once',
    ]);
  });

  it('a term of the glossary, and every name that it goes by', () => {
    expect(problemsWith({ 'glossary.yaml': term('delay') + term('delay') })).toEqual([
      'content/glossary.yaml:6: 1.id: duplicate id: found "delay" a second time; expected each once',
      'content/glossary.yaml:7: 1.term: found "delay", a word of "delay" already; expected each word once',
    ]);
    expect(problemsWith({ 'glossary.yaml': term('delay') + term('lateness', '  synonyms: [late, Delay]\n') })).toEqual([
      'content/glossary.yaml:11: 1.synonyms.1: found "Delay", a word of "delay" already; expected each word once',
    ]);
  });

  it('a field of a clause', () => {
    expect(problemsAfter(clauses, 'modality: should', 'modality: should\n        modality: may')).toEqual([
      'content/rulebooks/london/clauses/1.yaml:16: modality: duplicate id: found "modality" a second time; expected each once',
    ]);
  });

  it('an act', () => {
    expect(problemsAfter('acts.yaml', 'delay-', 'delay-reported-to-manager: the manager knows\ndelay-')).toEqual([
      'content/acts.yaml:2: delay-reported-to-manager: duplicate id: found "delay-reported-to-manager" a second time; expected each once',
    ]);
  });

  it('a child of a case', () => {
    expect(problemsAfter(scenario, 'about: Nine years old }]', 'about: Nine years old }, { id: ama, name: Ama, about: Unborn }]')).toEqual([
      'content/scenarios/one-day-late.md:9: facts.children.1.id: duplicate id: found "ama" a second time; expected each once',
    ]);
  });

  it('a rulebook under which a case can be played', () => {
    expect(problemsAfter(scenario, 'rulebooks: [london]', 'rulebooks: [london, london]')).toEqual([
      'content/scenarios/one-day-late.md:7: rulebooks.1: duplicate id: found "london" a second time; expected each once',
    ]);
  });

  it('a decision of a scenario', () => {
    const moves = [1, 2, 3].map(() => '      - { say: Report it., event: { type: delay.reported, on: "2024-03-15" } }').join('\n');
    const second = `  - id: day\n    title: Again\n    situation: The same.\n    ask: And now?\n    at: [late]\n    moves:\n${moves}\n---\n\nThe story`;
    expect(problemsAfter(scenario, '---\n\nThe story', second)).toEqual([
      'content/scenarios/one-day-late.md:30: decisions.1.id: duplicate id: found "day" a second time; expected each once',
    ]);
  });
});

describe('what YAML would read as a number stands in quotation marks', () => {
  it('the id of a clause, which would lose its last nought', () => {
    expect(problemsAfter(clauses, '- id: "1.2"', '- id: 1.20')).toEqual([
      'content/rulebooks/london/clauses/1.yaml:13: parts.0.clauses.1.id: found 1.2; expected the id of a clause, in quotation marks',
    ]);
  });

  it('a citation', () => {
    expect(problemsAfter(rules, 'clauses: ["1.2"]', 'clauses: [1.2]')).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:18: icpc.delay.clauses.0: found 1.2; expected the id of a clause, in quotation marks',
    ]);
  });

  it('a fingerprint', () => {
    expect(problemsAfter(clauses, '"fedcba9876543210"', '1234567890123456')).toEqual([
      'content/rulebooks/london/clauses/1.yaml:18: parts.0.clauses.1.sha256: found 1234567890123456; expected 16 hexadecimal digits, from the inventory, in quotation marks',
    ]);
  });
});

describe('files', () => {
  it('a section that the rulebook lists must have its file', () => {
    expect(problemsAfter(sourceFile, 'sections: ["1"]', 'sections: ["1", "2"]')).toEqual([
      'content/rulebooks/london/clauses/2.yaml: the file is missing; expected it to be there',
    ]);
  });

  it('a file of clauses must be a section that the rulebook lists', () => {
    expect(problemsWith({ 'rulebooks/london/clauses/2.yaml': 'section: "2"\n' })).toEqual([
      'content/rulebooks/london/source.yaml:11: sections: found no "2"; expected the section of clauses/2.yaml',
    ]);
  });

  it('a file of clauses must bear the name of its section', () => {
    expect(problemsAfter(clauses, 'section: "1"', 'section: "2"')).toEqual([
      'content/rulebooks/london/clauses/1.yaml:1: section: found "2"; expected "1", the name of the file',
    ]);
  });

  it('a scenario must have front matter', () => {
    expect(problemsWith({ [scenario]: 'Only a story.\n' })).toEqual([
      'content/scenarios/one-day-late.md:1: the file: found no front matter; expected YAML between two lines of ---',
    ]);
  });

  it('what is not YAML is said once, on the line of the whole file and not of its front matter', () => {
    expect(problemsAfter(scenario, 'rulebooks: [london]', 'rulebooks: ]london[')).toEqual([
      expect.stringMatching(/^content\/scenarios\/one-day-late\.md:7: the file: found what is not YAML: /),
    ]);
  });

  it('what cannot be read is said once, and not at every place that names something in it', () => {
    expect(problemsWith({ 'topics.yaml': undefined })).toEqual(['content/topics.yaml: the file is missing; expected it to be there']);
    expect(problemsWith({ 'topics.yaml': 'icpc.deadline: How soon?\n' })).toEqual([
      'content/topics.yaml:1: the file: found {"icpc.deadline":"How soon?"}; expected a list of topics',
    ]);
    expect(problemsWith({ 'acts.yaml': undefined })).toEqual(['content/acts.yaml: the file is missing; expected it to be there']);
    expect(problemsWith({ [rules]: '- icpc.deadline\n' })).toEqual([
      'content/rulebooks/london/rules/icpc.yaml:1: the file: found ["icpc.deadline"]; expected a map from topics to rules',
    ]);
    expect(problemsAfter(clauses, 'restatement: The manager', 'restated: The manager')).toEqual([
      'content/rulebooks/london/clauses/1.yaml:13: parts.0.clauses.1.restatement: found nothing; expected this field to be there',
      'content/rulebooks/london/clauses/1.yaml:14: parts.0.clauses.1.restated: found "restated"; expected no such field',
    ]);
  });
});
