import { createHash, randomInt } from 'node:crypto'

const LETTERS = 'ABCDEFGHJKLMNPQRSTUVWXYZabcdefghijkmnopqrstuvwxyz23456789'
const LENGTH = 40
const PREFIX = 'dwn_'

/** A secret of 230 random bits; the prefix tells scanners of leaked secrets whose it is. */
export function newSecret(): string {
  return PREFIX + Array.from({ length: LENGTH }, () => LETTERS[randomInt(LETTERS.length)]).join('')
}

/** What the database keeps of a secret. A slow hash guards guessable words; nobody guesses 230 bits. */
export function hashOfSecret(secret: string): Buffer {
  return createHash('sha256').update(secret).digest()
}
