import iconv from 'iconv-lite'

/**
 * Share of each letter in Arabic running text, in percent (rounded; the order of the common
 * letters is what tells a right code page from a wrong one, not the decimals).
 */
const LETTER_SHARE: Record<string, number> = {
  'ا': 16, 'ل': 12, 'ي': 7.5, 'م': 6.5, 'و': 6, 'ن': 6, 'ر': 5, 'ت': 4.7, 'ب': 4, 'ة': 3.5,
  'ع': 3.5, 'د': 3.3, 'س': 3, 'ه': 3, 'ف': 2.7, 'ك': 2.5, 'ح': 2.4, 'ق': 2.2, 'أ': 2, 'ج': 1.6,
  'ش': 1.4, 'ص': 1.4, 'ط': 1.2, 'خ': 1, 'ى': 0.9, 'ض': 0.8, 'إ': 0.8, 'ز': 0.7, 'ئ': 0.6, 'ذ': 0.6,
  'ث': 0.5, 'غ': 0.5, 'ء': 0.5, 'ظ': 0.2, 'ؤ': 0.2, 'آ': 0.2,
} // prettier-ignore

const LOG_SHARE = new Map(
  Object.entries(LETTER_SHARE).map(([letter, share]) => [letter, Math.log(share / 100)])
)

const COMMON_LATIN = new Set('éèêëàâäçîïôöùûüñóáíúßåæøãõÉÈÄÖÜÇÀØ')
const COMMON_SIGNS = new Set('£€–—’‘“”«»°§·…•©®™¼½¾²³¡¿¢¥\u00a0')

/** In order of preference when two read the same text equally well. */
const CANDIDATES = ['windows-1256', 'windows-1252', 'iso-8859-6', 'macarabic', 'cp720', 'cp850']

/**
 * The one-byte code page under which a text reads most like Arabic or like a Latin language.
 * Text that reads the same in several (French letters, the pound sign) gets the first of them.
 */
export function scoreLegacy(sample: Buffer): string {
  let best = 'windows-1252'
  let bestScore = -Infinity
  for (const encoding of CANDIDATES) {
    const text = encoding === 'macarabic' ? decodeMacArabic(sample) : iconv.decode(sample, encoding)
    const score = plausibility(text)
    if (score > bestScore + 1e-9) {
      best = encoding
      bestScore = score
    }
  }
  // A text without a single Arabic letter is better named by its Latin code page.
  if (best === 'windows-1256' && !/[\u0600-\u06ff]/.test(iconv.decode(sample, best))) {
    return 'windows-1252'
  }
  return best
}

/** Mean likelihood of the characters beyond ASCII, each judged with its neighbours. */
function plausibility(text: string): number {
  let sum = 0
  let count = 0
  for (let i = 0; i < text.length; i++) {
    if (text.charCodeAt(i) < 0x80) continue
    sum += likelihood(text, i)
    count++
  }
  return count ? sum / count : 0
}

function likelihood(text: string, i: number): number {
  const char = text[i]!
  const code = char.charCodeAt(0)
  if (code === 0xfffd || code < 0xa0) return -14
  if (code >= 0x0621 && code <= 0x064a) {
    if (!isArabic(text, i - 1) && !isArabic(text, i + 1)) return -8
    return LOG_SHARE.get(char) ?? -6
  }
  if (code >= 0x064b && code <= 0x0652) return isArabic(text, i - 1) ? -4 : -9
  if ((code >= 0x0660 && code <= 0x066c) || '،؛؟'.includes(char)) return -2.5
  if (code >= 0x00c0 && code <= 0x024f && code !== 0xd7 && code !== 0xf7) {
    if (!isLatin(text, i - 1) && !isLatin(text, i + 1)) return -7
    return COMMON_LATIN.has(char) ? -2.5 : -5
  }
  return COMMON_SIGNS.has(char) ? -3 : -7
}

function isArabic(text: string, i: number): boolean {
  const code = text.charCodeAt(i)
  return code >= 0x0621 && code <= 0x0652
}

function isLatin(text: string, i: number): boolean {
  return /[a-z]/i.test(text[i] ?? '')
}

/** Upper half of the Macintosh Arabic code page, which iconv does not know. */
const MAC_ARABIC =
  'Ä\u00a0ÇÉÑÖÜáàâäں«çéèêëí…îïñó»ôö÷úùûü' +
  ' !"#$٪&\'()*+،-./٠١٢٣٤٥٦٧٨٩:؛<=>؟' +
  '❊ءآأؤإئابةتثجحخدذرزسشصضطظعغ[\\]^_' +
  'ـفقكلمنهوىي\u064b\u064c\u064d\u064e\u064f\u0650\u0651\u0652پٹچەڤگڈڑ{|}ژے'

/** Decodes Macintosh Arabic; the mirrored punctuation becomes the ordinary one. */
export function decodeMacArabic(bytes: Buffer): string {
  let text = ''
  for (const byte of bytes)
    text += byte < 0x80 ? String.fromCharCode(byte) : MAC_ARABIC[byte - 0x80]
  return text
}

/** Whether a name means Macintosh Arabic. */
export function isMacArabic(name: string): boolean {
  return name === 'macarabic' || name === 'x-mac-arabic'
}
