import { fold } from '#core/arabic'

/** InnoDB's full text index keeps words from this length on (innodb_ft_min_token_size). */
const INDEXED = 3

/** What was typed as the register folds it, without the signs that mean something to the index. */
export function wordsOf(typed: string): string[] {
  return fold(typed)
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .slice(0, 12)
}

/** Whether the full text index leaves the word out. */
export const isShort = (word: string) => [...word].length < INDEXED

/** The condition that every word stands in a row's text: whole when short, else its beginning. */
export function lookingFor(words: readonly string[]): [sql: string, values: string[]] {
  return [
    words.map(() => "CONCAT(' ', assets.search_text, ' ') LIKE ?").join(' AND '),
    words.map((word) => `% ${word}${isShort(word) ? ' ' : ''}%`),
  ]
}
