import { sentence, type Sentence } from '#core/domain_error'
import { DIFFERENCE_KINDS, isDifferenceCode } from '#revenue/reconciliation/difference_codes'

/** Kinds of papers by the subject of a difference. */
const PAPERS: Readonly<Record<string, string>> = {
  charge: 'charges',
  receipt: 'receipts',
  slip: 'slips',
  settlement: 'settlements',
  bank_line: 'bank_lines',
  asset: 'assets',
  right: 'rights',
}

/** The page of the paper a difference is about; a missing number has none. */
export function paperOf(subjectType: string, subjectId: number | string): string | null {
  const kind = PAPERS[subjectType]
  return kind && Number(subjectId) > 0 ? `/papers/${kind}/${subjectId}` : null
}

/**
 * The key of a paper as people name it. A bank line's key is long and made for machines
 * (`account/day/reference/amount/n`): its reference says which line it is.
 */
export function shortKey(type: string, key: string): string {
  const line = type === 'bank_line' && /^([^/]+)\/(\d{4}-\d{2}-\d{2})\/(.*)\/[^/]+\/\d+$/.exec(key)
  if (!line) return key
  return line[3] || `…${line[1]!.slice(-6)} ${line[2]}`
}

/** Name and next step of a difference; a code that is no longer known speaks for itself. */
export function kindOf(code: string): { name: Sentence; nextStep: Sentence } {
  if (isDifferenceCode(code)) return DIFFERENCE_KINDS[code]
  return { name: sentence(code, code), nextStep: sentence('', '') }
}
