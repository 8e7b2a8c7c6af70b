/** The certificate that the build makes: every statechart walked whole under every rulebook, once, while other pages are written. */
import type { ProcedureId, RulebookId } from '#content/schema.ts';
import { idle, topicsOf, usesOf } from '#machines/certificate/certify.ts';
import type { Certificate } from '#machines/certificate/certify.ts';
import { INVARIANTS } from '#machines/certificate/invariants/index.ts';
import { procedures } from '#machines/index.ts';
import { certifyAll } from './certifying.ts';
import { content, rulebooks, topics } from './content.ts';

/** A sentence that holds, how often it was tried, and under whom, where not under all. */
export interface Proven {
  words: string;
  times: number;
  under: readonly RulebookId[] | undefined;
}
export interface Group {
  /** One procedure, or several that share what is said. */
  of: readonly ProcedureId[];
  sentences: readonly Proven[];
}

const all = Object.values(procedures);

type Certifying = ReturnType<typeof certifyAll>;
let certifying: Certifying | undefined;
/** Begins the walk. Whatever it throws is thrown to those who ask for the certificate. */
export function begin(): Certifying {
  if (!certifying) {
    certifying = certifyAll(
      all.map(({ id }) => id),
      rulebooks,
      content.calendars['england-and-wales']!,
    );
    certifying.catch(() => undefined);
  }
  return certifying;
}

export const certificate = async () => publish(await begin());

/** @throws Error where anything does not hold: the build stops, and nothing is published */
export function publish(certificates: readonly Certificate[]) {
  const wrong = certificates.flatMap(({ procedure, rulebook, problems }) => problems.map((p) => `${procedure} under ${rulebook}: ${p}`));
  wrong.push(...idle(certificates).map((words) => `“${words}” is never tried`));
  if (wrong.length) throw new Error(`The statecharts are not certified:\n  ${wrong.join('\n  ')}`);

  const judging = new Set(all.flatMap((its) => [...topicsOf(its).judging]));
  const groups = new Map<string, Group & { sentences: Proven[] }>();
  for (const { words, of } of INVARIANTS) {
    const held = certificates.flatMap(({ rulebook, invariants }) =>
      invariants.filter((one) => one.words === words && one.seen > 0).map(({ seen }) => ({ rulebook, seen })),
    );
    const under = rulebooks.map(({ id }) => id).filter((id) => held.some(({ rulebook }) => rulebook === id));
    const group = groups.get(of.join()) ?? { of, sentences: [] };
    group.sentences.push({
      words,
      times: held.reduce((sum, { seen }) => sum + seen, 0),
      under: under.length === rulebooks.length ? undefined : under,
    });
    groups.set(of.join(), group);
  }
  return {
    procedures: all.map((its) => ({
      id: its.id,
      under: certificates
        .filter(({ procedure }) => procedure === its.id)
        .map(({ rulebook, places, moves, situations, transitions, endings, invariants }) => ({
          rulebook, places, moves, situations, transitions, endings: endings.length, sentences: invariants.filter(({ seen }) => seen > 0).length,
        })),
      rules: rulebooks.map(({ id, rules }) => {
        const uses = usesOf(its, topics, rules, judging);
        return {
          rulebook: id,
          judge: uses.filter(({ use }) => use === 'judges').length,
          inform: uses.filter(({ use }) => use === 'informs').map(({ topic, reason }) => ({ topic, reason })),
        };
      }),
    })),
    groups: [...groups.values()].sort((a, b) => b.of.length - a.of.length),
    judging: judging.size,
    questions: topics.length,
  };
} // prettier-ignore
