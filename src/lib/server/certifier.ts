/** The thread of certifying.ts: Node runs this file as it stands, so that it certifies the statecharts of the sources. */
import { parentPort, workerData } from 'node:worker_threads';
import { certify } from '#machines/certificate/certify.ts';
import { openCalendar, procedures } from '#machines/index.ts';
import type { Work } from './certifying.ts';

const { pairs, rulebooks, calendar } = workerData as Work;
const open = openCalendar(calendar);
parentPort!.postMessage(
  pairs.map(({ procedure, rulebook }) =>
    certify(
      procedures[procedure],
      rulebooks.find(({ id }) => id === rulebook)!,
      open,
    ),
  ),
);
