import { latinDigits } from '#core/arabic'

/** Words of a reference joined by whatever stands between them: no paper's number has more. */
const MOST_WORDS = 5
/** Longest number that is looked for. */
const LONGEST = 60

/** The form in which numbers of papers are compared: Latin digits, upper case, no outer spaces. */
export function foldNumber(text: string): string {
  return latinDigits(text).toUpperCase().trim()
}

/**
 * Every stretch of a bank text that could be a paper's number standing as a whole word: it begins and
 * ends at the edge of a run of letters and digits, has a digit in it, and keeps what the text has
 * between its parts (`SNR-2026/0012`). Given `wanted`, only
 * those among it, and the longest where one lies inside another.
 */
export function numbersIn(text: string, wanted?: ReadonlySet<string>): Set<string> {
  const folded = foldNumber(text)
  const found: { text: string; first: number; last: number }[] = []
  const words = [...folded.matchAll(/[\p{L}\p{N}]+/gu)].map((match) => ({
    from: match.index,
    to: match.index + match[0].length,
  }))
  for (let first = 0; first < words.length; first++) {
    for (let last = first; last < Math.min(first + MOST_WORDS, words.length); last++) {
      const run = folded.slice(words[first]!.from, words[last]!.to)
      if (run.length > LONGEST) break
      if (/\p{N}/u.test(run) && (!wanted || wanted.has(run))) found.push({ text: run, first, last })
    }
  }
  const whole = wanted ? found.filter((one) => !found.some((other) => isInside(one, other))) : found
  return new Set(whole.map((one) => one.text))
}

/** `12` inside `SNR-12` is a part of that number, where both are numbers of papers. */
function isInside(one: { first: number; last: number }, other: { first: number; last: number }) {
  return (
    one !== other &&
    other.first <= one.first &&
    other.last >= one.last &&
    other.last - other.first > one.last - one.first
  )
}

/** A paper's number without what may stand around it: the part that a bank text would repeat. */
export function numberCore(number: string): string {
  return foldNumber(number).replace(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, '')
}
