const DIGITS = /[\u0660-\u0669\u06f0-\u06f9\uff10-\uff19]/g

/** Marks that steer the direction of a text or take no room, and are never part of a value. */
const INVISIBLE = /[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g

/** Arabic-Indic, Persian and full-width digits as 0–9. */
export function latinDigits(text: string): string {
  return text.replace(DIGITS, (digit) => String(digit.charCodeAt(0) & 0xf))
}

/** A text without direction marks and zero-width characters. */
export function withoutMarks(text: string): string {
  return text.replace(INVISIBLE, '')
}

/**
 * A heading reduced to its words: one form per Arabic letter, no vowel signs or tatweel, lower
 * case, Latin digits, camelCase and punctuation cut into words.
 */
export function foldWords(text: string): string[] {
  return latinDigits(withoutMarks(text).normalize('NFKC'))
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .normalize('NFD')
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[\u0300-\u036f\u0640\u064b-\u0655\u0670]/g, '')
    .replace(/[ىی]/g, 'ي')
    .replace(/ة/g, 'ه')
    .replace(/ک/g, 'ك')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map(stem)
}

/** Takes off the Arabic article and the commonest plural endings, never leaving a stump. */
function stem(word: string): string {
  if (/^[a-z]/.test(word)) {
    if (word.length > 4 && word.endsWith('ies')) return word.slice(0, -3) + 'y'
    if (word.length > 3 && word.endsWith('s') && !word.endsWith('ss')) return word.slice(0, -1)
    return word
  }
  let bare = word
  if (bare.length > 4 && bare.startsWith('وال')) bare = bare.slice(3)
  else if (bare.length > 3 && bare.startsWith('ال')) bare = bare.slice(2)
  else if (bare.length > 4 && bare.startsWith('لل')) bare = bare.slice(2)
  if (bare.length > 4 && bare.endsWith('ات')) bare = bare.slice(0, -2)
  else if (bare.length > 3 && bare.endsWith('ه')) bare = bare.slice(0, -1)
  return bare
}
