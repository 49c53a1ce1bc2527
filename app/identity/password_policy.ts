import { readFileSync } from 'node:fs'
import { fold, latinDigits } from '#core/arabic'
import { sentence, type Sentence } from '#core/domain_error'

export const SHORTEST = 12
/** scrypt reads any length; a ceiling keeps a form from feeding it megabytes. */
export const LONGEST = 200

/** Marks that must survive of a password once its common words, digits and signs are taken out. */
const OWN_MARKS = 5

const words = readFileSync(new URL('./data/common_passwords.txt', import.meta.url), 'utf8')
  .split('\n')
  .filter((line) => line && !line.startsWith('#'))
const COMMON = [...new Set(words.map(plain))].sort((a, b) => b.length - a.length)

/** Who the password is for: what others know of him is no secret. */
export interface PasswordOwner {
  email: string
  fullName: string
}

/**
 * What is wrong with a password, or null when it will do: at least 12 characters, not digits alone,
 * not the same few over and over, not made of common words (Arabic, Egyptian and keyboard ones
 * among them), not the account or name of its owner.
 */
export function weakness(password: string, owner: PasswordOwner): Sentence | null {
  const length = [...password].length
  if (length < SHORTEST) {
    return sentence(
      `كلمة المرور أقصر من ${SHORTEST} حرفًا.`,
      `The password is shorter than ${SHORTEST} characters.`
    )
  }
  if (length > LONGEST) {
    return sentence(
      `كلمة المرور أطول من ${LONGEST} حرف.`,
      `The password is longer than ${LONGEST} characters.`
    )
  }
  if (/^[\d\s\p{P}\p{S}]+$/u.test(latinDigits(password))) {
    return sentence(
      'كلمة المرور أرقام فقط؛ أضف إليها كلمات.',
      'The password is digits alone; add words to it.'
    )
  }
  if (new Set(password.toLowerCase()).size < 5) {
    return sentence('كلمة المرور تكرر أحرفًا قليلة.', 'The password repeats a few characters.')
  }
  if (holdsOwner(password, owner)) {
    return sentence(
      'كلمة المرور تحوي اسم الحساب أو اسم صاحبه.',
      'The password contains the account name or the person’s name.'
    )
  }
  if (withoutCommon(password).length < OWN_MARKS) {
    return sentence(
      'كلمة المرور شائعة يسهل تخمينها؛ استخدم عدة كلمات لا رابط بينها.',
      'The password is common and easily guessed; use several unrelated words.'
    )
  }
  return null
}

/** Lower case, one spelling of Arabic letters and digits, no spaces. */
function plain(text: string): string {
  return latinDigits(text)
    .toLowerCase()
    .replace(/\p{M}/gu, '')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/ى/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/\s+/g, '')
}

/** What is left of the password without common words, digits and signs. */
function withoutCommon(password: string): string {
  let left = plain(password)
  for (const word of COMMON) left = left.replaceAll(word, ' ')
  return left.replace(/[^\p{L}]+/gu, '')
}

function holdsOwner(password: string, { email, fullName }: PasswordOwner): boolean {
  const text = plain(password)
  const account = plain(email.split('@')[0]!)
  const known = [account, ...account.split(/[._-]+/), plain(fold(fullName))]
  return known.some((part) => part.length >= 5 && text.includes(part))
}
