/** Types of the API, generated from its OpenAPI description. Do not edit. */
export type paths = Record<string, never>
