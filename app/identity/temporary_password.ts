import { randomInt } from 'node:crypto'

/** Without letters and digits that are read for one another on paper (0 O, 1 l I). */
const LETTERS = 'abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ23456789'

/** A password to be read out once and changed at the first sign-in: 20 marks, about 115 bits. */
export function temporaryPassword(): string {
  const groups = Array.from({ length: 4 }, () =>
    Array.from({ length: 5 }, () => LETTERS[randomInt(LETTERS.length)]).join('')
  )
  return groups.join('-')
}
