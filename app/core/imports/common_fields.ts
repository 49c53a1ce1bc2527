import { sentence } from '#core/domain_error'
import { asciiCode } from '#core/imports/parsers'
import type { ImportField } from '#core/imports/definition'

/** The row's own unit; without it the import's unit is meant. */
export const unitField: ImportField = {
  name: 'unit',
  labels: sentence('كود الوحدة', 'Unit code'),
  synonyms: ['الوحدة', 'الوحدة المحلية', 'unit code'],
  parse: asciiCode(40),
}

/** How money was taken. */
export const METHODS = {
  cash: ['نقدي', 'نقدا', 'نقدية', 'كاش'],
  cheque: ['شيك', 'شيكات', 'check'],
  electronic: ['إلكتروني', 'الكتروني', 'دفع إلكتروني', 'فيزا', 'بطاقة', 'card', 'pos', 'online'],
} as const
