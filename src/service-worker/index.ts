/**
 * Works offline after the first visit. Scripts, style and the few static files are kept at once; every page follows, a few at a time,
 * while somebody uses the site. A new version waits until the reader lets it in: nothing changes in the middle of a run.
 */
import { version } from '$app/env';
import { assets, immutable, prerendered } from '$app/manifest';
import { self } from '$app/service-worker';

const CACHE = `quorate-${version}`;
const scope = self.registration.scope;
const at = (path: string) => new URL(path.replace(/^\//, ''), scope).href;

const core = [...immutable, ...assets].map(({ path }) => at(path));
/** Full loads never ask for the data of a page apart from it. */
const pages = prerendered.map(({ path }) => at(path)).filter((url) => !url.includes('__data.json'));

/** A practise page belongs to its run: as long as this version is here, the run keeps it. Other pages come fresh where they can. */
const isSteady = (url: string) => url.startsWith(at('practise/')) || core.includes(url);
/** The same page whatever is asked of it: the rulebook of a run stands in the query. */
const plain = (url: string) => url.replace(/[?#].*$/, '');

const PATIENCE = 3000;
const AT_ONCE = 4;

self.addEventListener('install', (event) => {
  event.waitUntil(caches.open(CACHE).then((cache) => cache.addAll(core)));
});

self.addEventListener('activate', (event) => {
  const tidy = async () => {
    for (const name of await caches.keys()) if (name.startsWith('quorate-') && name !== CACHE) await caches.delete(name);
    await self.clients.claim();
  };
  event.waitUntil(tidy());
});

let filling: Promise<void> | undefined;
let missing: string[] = [];

/** Fetches the pages that are not kept yet. Where it is cut short, the next visit goes on. */
async function fill(): Promise<void> {
  const cache = await caches.open(CACHE);
  const kept = new Set((await cache.keys()).map((request) => request.url));
  missing = pages.filter((url) => !kept.has(url));
  const next = async (): Promise<void> => {
    for (let url = missing.shift(); url !== undefined; url = missing.shift()) {
      const response = await fetch(url, { cache: 'no-cache', priority: 'low' });
      if (response.ok) await cache.put(url, response);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, next));
}

self.addEventListener('message', (event) => {
  if (event.data === 'let-in') void self.skipWaiting();
  // A newer version cannot come in while this one is busy.
  if (event.data === 'make-way') missing = [];
  if (event.data === 'keep-all') {
    filling ??= fill()
      .catch(() => undefined)
      .finally(() => (filling = undefined));
    event.waitUntil(filling);
  }
});

const offline = () =>
  new Response(
    `<!doctype html><html lang="en-GB"><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Offline – Quorate</title>
<h1>This page is not kept on this device yet</h1><p>You are offline. Go back, or open <a href="${scope}">the first page</a>; this one can be read when you are online again.</p></html>`,
    { status: 503, headers: { 'content-type': 'text/html; charset=utf-8' } },
  );

async function answer(request: Request): Promise<Response> {
  const url = plain(request.url);
  const cache = await caches.open(CACHE);
  const kept = await cache.match(url);
  if (kept && isSteady(url)) return kept;
  try {
    const response = await fetch(request, kept ? { signal: AbortSignal.timeout(PATIENCE) } : {});
    if (response.ok && (core.includes(url) || pages.includes(url))) void cache.put(url, response.clone());
    return response;
  } catch {
    return kept ?? (request.mode === 'navigate' ? offline() : Response.error());
  }
}

self.addEventListener('fetch', (event) => {
  if (event.request.method === 'GET' && event.request.url.startsWith(scope)) event.respondWith(answer(event.request));
});
