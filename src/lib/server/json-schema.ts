/** What content's own schema says of a shape, as JSON Schema: one source for what is checked and for what is published. */
import type { GenericSchema } from 'valibot';

export type JsonSchema = { readonly [keyword: string]: unknown };

/** The parts of a valibot schema that content's shapes are made of. */
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

const limits = ({ pipe = [] }: Part): JsonSchema =>
  Object.assign(
    {},
    ...pipe.map(({ type, requirement }) => {
      if (type === 'min_length') return { minItems: requirement };
      if (type === 'min_value') return { minimum: requirement };
      if (type === 'integer') return { multipleOf: 1 };
      if (type === 'regex') return { pattern: (requirement as RegExp).source };
      return {};
    }),
  ) as JsonSchema;

/**
 * The shape as it comes out of reading: what has a default is always there.
 * @param describe words for a kind (`deadline`), for a field of a kind (`list.of`), or for a field wherever it stands (`trigger`)
 * @throws for a part that has no counterpart here, or a field without words
 */
export function jsonSchema(schema: GenericSchema, describe: Readonly<Record<string, string>>): JsonSchema {
  const words = (kind: string, field: string): string => {
    const found = describe[`${kind}.${field}`] ?? describe[field];
    if (found === undefined) throw new Error(`No words for ${kind}.${field} in the schema of the data`);
    return found;
  };
  const convert = (part: Part, kind: string): JsonSchema => {
    switch (part.type) {
      case 'strict_object': {
        const entries = Object.entries(part.entries ?? {});
        const own = part.entries?.kind?.literal ?? kind;
        const properties = entries.map(([field, inner]) => [field, { description: words(own, field), ...convert(inner, own) }]);
        return {
          ...(own === kind ? {} : { description: words('', own) }),
          type: 'object',
          properties: Object.fromEntries(properties) as JsonSchema,
          required: entries.filter(([, inner]) => inner.type !== 'optional' || inner.default !== undefined).map(([field]) => field),
          additionalProperties: false,
        };
      }
      case 'variant':
        return { oneOf: part.options?.map((option) => convert(option as Part, kind)) };
      case 'array':
        return { type: 'array', items: convert(part.item!, kind), ...limits(part) };
      case 'optional':
        return convert(part.wrapped!, kind);
      case 'picklist':
        return { enum: part.options };
      case 'literal':
        return { const: part.literal };
      case 'string': {
        const { minItems: _, ...rest } = limits(part);
        return { type: 'string', ...rest };
      }
      case 'number':
      case 'boolean':
        return { type: part.type, ...limits(part) };
      default:
        throw new Error(`No JSON Schema for “${part.type}”`);
    }
  };
  return convert(schema as unknown as Part, '');
}
