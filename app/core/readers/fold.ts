import { fold } from '#core/arabic'

/**
 * A heading reduced to its words: folded as for search, camelCase and underscores cut into
 * words, without the Arabic article and the commonest plural endings.
 */
export function foldWords(text: string): string[] {
  return fold(text.replace(/([\p{Ll}\d])(?=\p{Lu})/gu, '$1 '))
    .split(' ')
    .filter(Boolean)
    .map(stem)
}

/** Takes off the article and a plural ending, never leaving a stump. */
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
