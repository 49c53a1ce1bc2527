import type { BiographySection } from '#registry/biography/section'
import { section as documents } from '#registry/biography/sections/documents'
import { section as identity } from '#registry/biography/sections/identity'
import { section as location } from '#registry/biography/sections/location'

/**
 * What the register itself tells of an asset, in the order of the page. A domain part adds its section
 * here; what joins other domains (money) is added where the page is made, in `reporting`.
 */
export const REGISTRY_SECTIONS: readonly BiographySection[] = [identity, location, documents]
