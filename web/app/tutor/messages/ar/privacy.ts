/** A copy of the data, erasure and its certificate; guardians of a child. */
export const privacy = {
  'privacy.title.self': 'بياناتي',
} as const
