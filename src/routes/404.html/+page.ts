/** A host serves this file wherever there is no page: it is a file of that name, not a folder. */
export const trailingSlash = 'never';
