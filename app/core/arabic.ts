/** Marks that change how text is shown but not what it says: bidi controls, joiners, soft hyphen, BOM. */
const INVISIBLE = /[\u00AD\u061C\u180E\u200B-\u200F\u202A-\u202E\u2060-\u2069\uFEFF]/g

/** Letters that people exchange freely when they write the same name. */
const LETTERS: Record<string, string> = {
  ٱ: 'ا',
  ٲ: 'ا',
  ٳ: 'ا',
  ى: 'ي',
  ی: 'ي',
  ې: 'ي',
  ة: 'ه',
  ۃ: 'ه',
  ہ: 'ه',
  ھ: 'ه',
  ە: 'ه',
  ک: 'ك',
  ڪ: 'ك',
  ء: '',
  ـ: '',
}
const LETTER = new RegExp(`[${Object.keys(LETTERS).join('')}]`, 'g')

/** Text of which nothing but letters' case and punctuation folds away. */
const ASCII = /^[\x00-\x7f]*$/

/** Spellings of offices and states before a name, after {@link fold}. */
const TITLES = new Set(['الحاج', 'حاج', 'الحاجة', 'ورثة', 'المرحوم', 'المرحومة', 'الشيخ'].map(fold))
const SLASHED_TITLE =
  /(^|\s)(?:السيد|السيده|السيدة|الاستاذ|الأستاذ|المهندس|الدكتور|المستشار|اللواء|م|د|أ|ا)\s*\/\s*/gu

/** Arabic-Indic (٠١٢) and Persian (۰۱۲) digits become 0–9; all else stays. */
export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669\u06F0-\u06F9]/g, (digit) =>
    String(digit.charCodeAt(0) & 0x0f)
  )
}

/** 0–9 and Persian digits become ٠–٩; all else stays. */
export function arabicDigits(text: string): string {
  return latinDigits(text).replace(/[0-9]/g, (digit) => String.fromCharCode(0x0660 + Number(digit)))
}

/** Removes marks that are not seen: bidi controls, joiners, soft hyphen, byte order mark. */
export function stripInvisible(text: string): string {
  return text.replace(INVISIBLE, '')
}

/**
 * Text safe to keep and to show again: composed (NFC), without control characters and bidi overrides
 * (they can make a name read as another), with one plain space between words. `lines` keeps line ends.
 */
export function cleanText(text: string, options: { lines?: boolean } = {}): string {
  const known = stripInvisible(text.toWellFormed()).normalize('NFC').replace(/\r\n?/g, '\n')
  const lines = options.lines ? known.split('\n') : [known.replaceAll('\n', ' ')]
  return lines
    .map((line) =>
      line
        .replace(/[\t\v\f\u0085\u2028\u2029]/g, ' ')
        .replace(/\p{Cc}/gu, '')
        .replace(/\p{Zs}+/gu, ' ')
        .trim()
    )
    .join('\n')
    .trim()
}

/**
 * The search form of a text; two spellings of one thing fold to the same form, and folding again
 * changes nothing.
 *
 * - أ إ آ ٱ → ا; ى and Persian ی → ي; ة → ه; ک → ك
 * - ئ → ي and ؤ → و, and a bare ء is dropped, because عائشة/عايشة, شئون/شيون and ضياء/ضيا are written
 *   for the same person in the same register
 * - diacritics and tatweel go, Arabic-Indic and Persian digits become Latin, Latin letters lower case
 *   without accents, presentation forms become letters, bidi marks go, punctuation becomes one space
 */
export function fold(text: string): string {
  if (ASCII.test(text)) {
    return text
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, ' ')
      .trim()
  }
  return latinDigits(stripInvisible(text.toWellFormed()).normalize('NFKD'))
    .toLowerCase()
    .normalize('NFKD')
    .replace(/\p{M}/gu, '')
    .replace(LETTER, (letter) => LETTERS[letter]!)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
}

/**
 * The form under which the names of one person or firm meet: {@link fold}, then «عبد ال…», «ابو …»,
 * «… الدين» and «… الله» are written as one word, and «بن/ابن/بنت» between two names goes.
 *
 * @param options.titles also drop «الحاج», «ورثة», «المرحوم», «السيد/», «م/»… . Off by default: the
 *   heirs of a person («ورثة فلان») are another party than the person
 */
export function foldName(text: string, options: { titles?: boolean } = {}): string {
  const bare = options.titles ? stripInvisible(text).replace(SLASHED_TITLE, '$1') : text
  const words = fold(bare).split(' ').filter(Boolean)
  if (options.titles) while (words.length > 1 && TITLES.has(words[0]!)) words.shift()

  const joined: string[] = []
  for (const word of words) {
    const last = joined.at(-1)
    if (last !== undefined && belongsTo(last, word)) joined[joined.length - 1] = last + word
    else joined.push(word)
  }
  return joined
    .filter((word, index) => index === 0 || index === joined.length - 1 || !DESCENT.has(word))
    .join(' ')
}

const DESCENT = new Set(['بن', 'ابن', 'بنت'])

function belongsTo(last: string, word: string): boolean {
  if (last === 'ال' || last === 'ابو' || last === 'عبدال') return true
  if (last === 'عبد') return word.startsWith('ال') || word === 'ربه'
  return word === 'الدين' || word === 'الله'
}
