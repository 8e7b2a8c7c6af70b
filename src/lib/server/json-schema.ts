/** A shape of content's own schema as JSON Schema, so that what is checked and what is published have one source. */
import type { GenericSchema } from 'valibot';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** What a shape means, in words: by its kind (`deadline`), and by field, either wherever it stands (`trigger`) or in one kind (`list.of`). */
export interface Words {
  kinds: Readonly<Record<string, string>>;
  fields: Readonly<Record<string, string>>;
}

/** As much of a valibot schema as content's shapes are made of. */
interface Part {
  type: string;
  entries?: Record<string, Part>;
  options?: readonly (Part | string)[];
  item?: Part;
  wrapped?: Part;
  default?: unknown;
  literal?: string;
  pipe?: readonly { type: string; requirement?: unknown }[];
}

function limits({ type, pipe = [] }: Part): JsonSchema {
  const found = pipe.map(({ type: limit, requirement }) => {
    if (limit === 'min_length') return { [type === 'array' ? 'minItems' : 'minLength']: requirement };
    if (limit === 'min_value') return { minimum: requirement };
    return limit === 'regex' ? { pattern: (requirement as RegExp).source } : {};
  });
  return Object.assign({}, ...found) as JsonSchema;
}

/**
 * The shape as reading gives it: a field with a default is always there.
 * @param shared lists of words that stand under $defs, by their name there
 * @throws for a kind or a field without words, and for a part that has no counterpart here
 */
export function jsonSchema(
  schema: GenericSchema,
  { kinds, fields }: Words,
  shared: Readonly<Record<string, readonly string[]>>,
): JsonSchema {
  const nameOf = (options: Part['options']) => Object.keys(shared).find((name) => shared[name] === options);
  const told = (what: string, words: string | undefined) => {
    if (words === undefined) throw new Error(`No words for ${what}: say in data-schemas.ts what it means to a reader of the data`);
    return words;
  };

  const object = (part: Part, within: string): JsonSchema => {
    const kind = part.entries?.kind?.literal;
    const at = kind ?? within;
    const entries = Object.entries(part.entries ?? {});
    return {
      ...(kind ? { description: told(kind, kinds[kind]) } : {}),
      type: 'object',
      properties: Object.fromEntries(
        entries.map(([name, inner]) => [
          name,
          { description: told(`${at}.${name}`, fields[`${at}.${name}`] ?? fields[name]), ...convert(inner, at) },
        ]),
      ),
      required: entries.filter(([, inner]) => inner.type !== 'optional' || inner.default !== undefined).map(([name]) => name),
      additionalProperties: false,
    };
  };

  const convert = (part: Part, within: string): JsonSchema => {
    switch (part.type) {
      case 'strict_object':
        return object(part, within);
      case 'variant':
        return { oneOf: part.options?.map((option) => convert(option as Part, within)) };
      case 'array':
        return { type: 'array', items: convert(part.item!, within), ...limits(part) };
      case 'optional':
        return convert(part.wrapped!, within);
      case 'picklist':
        return nameOf(part.options) ? { $ref: `#/$defs/${nameOf(part.options)}` } : { enum: part.options };
      case 'literal':
        return { const: part.literal };
      case 'string':
      case 'number':
      case 'boolean':
        return { type: part.type, ...limits(part) };
      default:
        throw new Error(`The published schema has no counterpart for “${part.type}”`);
    }
  };

  return convert(schema, '');
}
