import type { Handle, ServerInit } from '@sveltejs/kit/hooks';
import { building } from '$app/env';
import { begin } from '#lib/server/certificate.ts';

/** The longest work of the build begins first, in a thread of its own; the page that shows it waits for it, and no other does. */
export const init: ServerInit = () => {
  if (building) void begin();
};

/** Pages on which Svelte takes up in the browser what the server wrote. */
const TAKEN_UP = /^\/(practise|rulebooks\/\[rulebook\]\/check)(\/|$)/;
/** What it would find its way by; nothing else looks for it. */
const MARKS = /<!--(?:\[(?:-?\d+|!)?|\]|)-->/g;
/** A link from the root of the site. */
const FROM_ROOT = /\b(href|src|action)="\.\//g;

/** A look-up page has no script, and so no need of the marks that Svelte leaves for one: they would be a fifteenth of the comparison. */
const plain = (html: string) => html.replace(MARKS, '');
/** A host shows this page at any address, however deep: its links must not depend on where it stands. */
const anywhere = (html: string) => plain(html).replace(FROM_ROOT, `$1="${process.env.BASE_PATH ?? ''}/`);

export const handle: Handle = ({ event, resolve }) => {
  const route = event.route.id ?? '';
  if (TAKEN_UP.test(route)) return resolve(event);
  return resolve(event, { transformPageChunk: ({ html }) => (route === '/404.html' ? anywhere(html) : plain(html)) });
};
