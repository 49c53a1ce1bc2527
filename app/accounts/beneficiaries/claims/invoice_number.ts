import { cleanText, fold, latinDigits } from '#core/arabic'

/**
 * The form under which spellings of one invoice number meet: `INV-00123/2026`, `inv 123 / 2026` and
 * `INV١٢٣/٢٠٢٦` are `inv/123/2026`. Letters and figures are told apart, zeros before a figure go, and
 * neighbouring figures stay apart, so that `12/3` is not `123`.
 */
export function foldInvoice(text: string): string {
  const words = fold(latinDigits(cleanText(text))).match(/\p{L}+|\d+/gu) ?? []
  return words
    .map((word) => word.replace(/^0+(?=\d)/, ''))
    .join('/')
    .slice(0, 60)
}
