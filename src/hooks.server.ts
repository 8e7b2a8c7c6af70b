import type { Handle } from '@sveltejs/kit/hooks';

/** Pages on which Svelte takes up in the browser what the server wrote. */
const TAKEN_UP = /^\/(practise|rulebooks\/\[rulebook\]\/check)(\/|$)/;
/** What it would find its way by; nothing else looks for it. */
const MARKS = /<!--(?:\[(?:-?\d+|!)?|\]|)-->/g;

/** A look-up page has no script, and so no need of the marks that Svelte leaves for one: they would be a fifteenth of the comparison. */
export const handle: Handle = ({ event, resolve }) =>
  TAKEN_UP.test(event.route.id ?? '') ? resolve(event) : resolve(event, { transformPageChunk: ({ html }) => html.replace(MARKS, '') });
