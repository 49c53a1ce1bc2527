import { REGISTRY_SECTIONS } from '#registry/biography/sections'
import type { BiographySection } from '#registry/biography/section'
import { section as money } from '#reporting/biography/sections/money'

/** What follows the money: papers, and what happened to the record. */
const LAST = ['documents', 'transactions', 'changes']

/** Every section of بطاقة الأصل, in the order of the page: the register's own and the money. */
export const SECTIONS: readonly BiographySection[] = [
  ...REGISTRY_SECTIONS.filter(({ key }) => !LAST.includes(key)),
  money,
  ...REGISTRY_SECTIONS.filter(({ key }) => LAST.includes(key)),
]
