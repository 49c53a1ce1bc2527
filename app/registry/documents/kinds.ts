/** Kinds of papers the register keeps (أنواع المستندات); classes name those they require. */
export const DOCUMENT_KINDS = [
  'deed',
  'decree',
  'minutes',
  'map',
  'photo',
  'contract',
  'licence',
  'vehicle_licence',
  'invoice',
  'judgment',
  'valuation',
  'notice',
  'letter',
  'other',
] as const

export type DocumentKind = (typeof DOCUMENT_KINDS)[number]

export const SECURITY_CLASSES = ['normal', 'restricted', 'strategic'] as const
export type SecurityClass = (typeof SECURITY_CLASSES)[number]

/** The stricter of two classes: a paper of a restricted asset is restricted with it. */
export function stricter(one: string, other: string): SecurityClass {
  const rank = (text: string) => SECURITY_CLASSES.indexOf(text as SecurityClass)
  return SECURITY_CLASSES[Math.max(rank(one), rank(other), 0)]!
}

/** The largest scan taken in, in megabytes: a deed of fifty pages at 200 dpi is below it. */
export const LARGEST_DOCUMENT_MB = 25
