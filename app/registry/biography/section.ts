import type { Day } from '#core/days'
import type { Locale } from '#core/domain_error'
import type ReportDocument from '#core/documents/report_document'
import type { Words } from '#core/lists/definition'
import type { Reader } from '#identity/access/visible'
import type { Permission } from '#identity/permissions'
import type { AssetFacts } from '#registry/biography/facts'

/** Who reads a biography, in which language, and as of when. */
export interface BiographyReader extends Reader {
  id: number
  can(permission: Permission, unitId: number | null): boolean
  locale: Locale
  words: Words
  /** The day the page speaks of: what was true then. */
  on: Day
  /** The moment whose knowledge it tells (`2026-06-30 21:59:59.999999`, UTC); null: all we know now. */
  known: string | null
}

/** The asset a biography is of, as it stands now: what every section may need. */
export interface BiographyAsset {
  id: number
  code: string
  name: string
  siteNo: string
  unitId: number
  unitName: string
  classId: number
  classCode: string
  className: string
  subtype: 'land' | 'building' | 'site' | 'movable'
  parentId: number | null
  domain: string
  recordStatus: string
  lifeStatus: string
  securityClass: string
  isCurrent: boolean
  latitude: string | null
  longitude: string | null
  version: number
  /** What held on the reader's day, as it was known; null when it was not in the register yet. */
  facts: AssetFacts | null
}

/** What a section writes its part of the paper with. */
export interface Paper {
  document: ReportDocument
  words: Words
}

/**
 * One part of بطاقة الأصل: read once, shown on the page by its view and on paper by `pdf`. The house leads
 * it: the heading, the anchor and the right to see it come from here.
 */
export interface BiographySection<Content = any> {
  /** Anchor of the page and key of its heading: `registry.biography.sections.KEY`. */
  key: string
  /** Key of the heading when it lives elsewhere. */
  title?: string
  /** Who may see it, in the asset's unit. */
  permission: Permission
  /** What there is to say; null when such an asset has no such part (a vehicle has no boundaries). */
  load(assetId: number, reader: BiographyReader, asset: BiographyAsset): Promise<Content | null>
  /** Edge template; it has `content`, `asset` and the helpers of every page. */
  view: string
  pdf(content: Content, paper: Paper): Promise<void> | void
  /** Buttons beside the heading, for those who hold the permission in the asset's unit. */
  actions?: readonly SectionAction[]
}

export interface SectionAction {
  label: string
  icon: string
  permission: Permission
  url(asset: BiographyAsset): string
}
