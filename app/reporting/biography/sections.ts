import { REGISTRY_SECTIONS } from '#registry/biography/sections'
import type { BiographySection } from '#registry/biography/section'

/** Every section of بطاقة الأصل, in the order of the page: the register's own, then the money. */
export const SECTIONS: readonly BiographySection[] = [...REGISTRY_SECTIONS]
