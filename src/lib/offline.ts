/**
 * Keeps the site for offline use, and tells when a newer version of it waits. One function for every page that has a script of its own,
 * whether SvelteKit runs it or not; look-up pages have none, and keep nothing by themselves.
 */

/**
 * @param root the address of the first page from here, with its slash
 * @param ready called once a newer version waits; `letIn` brings it in and reloads the page. Where nobody asks, it comes in once no page
 *   of the site is open any more.
 * @returns stops listening
 */
export function keepOffline(root: string, ready: (letIn: () => void) => void = () => {}): () => void {
  if (import.meta.env.DEV || !('serviceWorker' in navigator)) return () => {};
  const { serviceWorker } = navigator;
  let registration: ServiceWorkerRegistration | undefined;
  let asked = false;

  function announce(worker: ServiceWorker) {
    ready(() => {
      asked = true;
      registration?.active?.postMessage('make-way');
      worker.postMessage('let-in');
    });
  }
  /** The first worker of all is no news. */
  function watch(worker: ServiceWorker | null | undefined) {
    if (!worker || !serviceWorker.controller) return;
    if (worker.state === 'installed') announce(worker);
    else worker.addEventListener('statechange', () => worker.state === 'installed' && announce(worker));
  }
  const changed = () => {
    if (asked) location.reload();
  };
  const look = () => {
    if (document.visibilityState === 'visible') void registration?.update().catch(() => undefined);
  };

  async function begin() {
    registration = await serviceWorker.register(`${root}service-worker.js`);
    watch(registration.waiting);
    registration.addEventListener('updatefound', () => watch(registration?.installing));
    const { active } = await serviceWorker.ready;
    // Where the reader saves data, only what is visited is kept.
    if (!(navigator as { connection?: { saveData?: boolean } }).connection?.saveData) active?.postMessage('keep-all');
  }
  serviceWorker.addEventListener('controllerchange', changed);
  document.addEventListener('visibilitychange', look);
  // A browser that forbids it (a private window, say) has the site without.
  begin().catch(() => undefined);
  return () => {
    serviceWorker.removeEventListener('controllerchange', changed);
    document.removeEventListener('visibilitychange', look);
  };
}
