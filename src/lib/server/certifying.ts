/** Certifying takes seconds of the processor: it is done in threads of its own, while the one that asks for it writes pages. */
import { resolve } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { Calendar, ProcedureId, RulebookId } from '#content/schema.ts';
import type { Certificate } from '#machines/certificate/certify.ts';
import type { Rules } from '#machines/index.ts';

interface Pair {
  procedure: ProcedureId;
  rulebook: RulebookId;
}
export interface Work {
  pairs: readonly Pair[];
  rulebooks: readonly { id: RulebookId; rules: Rules }[];
  calendar: Calendar;
}

const threadOf = (work: Work) =>
  new Promise<Certificate[]>((done, failed) => {
    const worker = new Worker(resolve('src/lib/server/certifier.ts'), { workerData: work });
    worker.once('message', done);
    worker.once('error', failed);
    worker.once('exit', (code) => {
      failed(new Error(`certifying ended with ${code}, and without a certificate`));
    });
  });

/**
 * Every procedure under every rulebook, in their order.
 * @param threads among which the work is dealt
 * @throws what certifying throws
 */
export async function certifyAll(
  procedures: readonly ProcedureId[],
  rulebooks: Work['rulebooks'],
  calendar: Calendar,
  threads = 1,
): Promise<Certificate[]> {
  const books = rulebooks.map(({ id, rules }) => ({ id, rules }));
  const pairs = procedures.flatMap((procedure) => books.map(({ id }): Pair => ({ procedure, rulebook: id })));
  const dealt = Array.from({ length: threads }, (_, thread) => pairs.filter((__, at) => at % threads === thread));
  const done = await Promise.all(dealt.map((those) => threadOf({ pairs: those, rulebooks: books, calendar })));
  return pairs.map((_, at) => done[at % threads]![Math.floor(at / threads)]!);
}
