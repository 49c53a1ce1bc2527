import type { BiographySection } from '#registry/biography/section'
import { section as areas } from '#registry/biography/sections/areas'
import { section as books } from '#registry/biography/sections/books'
import { section as boundaries } from '#registry/biography/sections/boundaries'
import { section as changes } from '#registry/biography/sections/changes'
import { section as completeness } from '#registry/biography/sections/completeness'
import { section as custody } from '#registry/biography/sections/custody'
import { section as documents } from '#registry/biography/sections/documents'
import { section as encroachments } from '#registry/biography/sections/encroachments'
import { section as identity } from '#registry/biography/sections/identity'
import { section as lineage } from '#registry/biography/sections/lineage'
import { section as location } from '#registry/biography/sections/location'
import { section as rights } from '#registry/biography/sections/rights'
import { section as personalCustody } from '#registry/biography/sections/personal_custody'
import { section as rounds } from '#registry/biography/sections/rounds'
import { section as transactions } from '#registry/biography/sections/transactions'
import { section as worth } from '#registry/biography/sections/worth'

/**
 * What the register itself tells of an asset, in the order of the page. A domain part adds its section
 * here; what joins other domains (money) is added where the page is made, in `reporting`.
 */
export const REGISTRY_SECTIONS: readonly BiographySection[] = [
  identity,
  location,
  areas,
  boundaries,
  custody,
  rights,
  worth,
  personalCustody,
  lineage,
  completeness,
  encroachments,
  books,
  rounds,
  documents,
  transactions,
  changes,
]
