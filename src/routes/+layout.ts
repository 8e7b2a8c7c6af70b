export const prerender = true;
export const trailingSlash = 'always';
/** Pages are plain HTML unless they say otherwise: `export const csr = true` in their own +page.ts. */
export const csr = false;
