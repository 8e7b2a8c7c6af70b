/** A run as it is kept: in this browser, or in a file. */
import type { RulebookId } from '#content/schema.ts';
import type { Choice } from '#machines/index.ts';

/** Where in the rehearsal the run was left, so that it opens there. */
export type Place = 'question' | 'verdict' | 'debrief';
export interface Run {
  format: 'quorate-run';
  version: 1;
  scenario: string;
  scenarioHash: string;
  rulebook: RulebookId;
  /** The hash of the rulebook's content that judged it. */
  edition: string;
  log: readonly Choice[];
  at: Place;
  /** ISO 8601. */
  savedAt: string;
}
export const writeRun = (run: Run): string => `${JSON.stringify(run, null, 2)}\n`;

/** “quorate-run three-children-four-views staffordshire 2024-03-20.json” */
export const fileName = ({ scenario, rulebook, savedAt }: Pick<Run, 'scenario' | 'rulebook' | 'savedAt'>): string =>
  `quorate-run ${scenario} ${rulebook} ${savedAt.slice(0, 16).replace('T', ' ').replace(':', '')}.json`;

/** Gives the reader a file. In a browser only. */
export function download(text: string, name: string): void {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(new Blob([text], { type: 'application/json' }));
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}
