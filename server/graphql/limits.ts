// What one request may ask for.

export const limits = {
  depth: 10,
  aliases: 30,
  directives: 30,
  tokens: 2_000,
  /** A page of 100 claims with 20 fields and 10 history lines of 8 fields each is about 11,000. */
  complexity: 20_000,
  /** Rows of one page. */
  first: 100,
} as const
