import db from '@adonisjs/lucid/services/db'
import type { Tone } from '#core/lists/definition'
import type { Locale } from '#core/domain_error'
import type { Permission } from '#identity/permissions'

export type CellType = 'text' | 'money' | 'day' | 'month' | 'moment' | 'integer'

/** A fact on the face of a paper. `value` is plain text or a code whose words are `texts.CODE`. */
export interface Fact {
  label: string
  value: unknown
  type?: CellType
  texts?: string
  url?: string | null
  wide?: boolean
}

export interface SectionColumn {
  key: string
  label: string
  type?: CellType
  /** Prefix of the texts of a code. */
  texts?: string
}

/** Papers of one kind that hang on this one. */
export interface Section {
  title: string
  columns: SectionColumn[]
  rows: (Record<string, unknown> & { url?: string | null })[]
  empty: string
}

/** A document of the house on one page: what it says, what hangs on it, and what is wrong with it. */
export interface Paper {
  title: string
  number: string
  unit: string
  badge?: { code: string; texts: string; tone: Tone }
  facts: Fact[]
  map?: { lat: string; lng: string }
  sections: Section[]
}

/** What the reader of a paper may see beyond it. */
export interface PaperReader {
  locale: Locale
  mayIn(permission: Permission, unitId: number): boolean
}

export interface PaperKind {
  /** Part of the address: `/papers/receipts/7`. */
  kind: string
  /** Table whose row has the unit. */
  table: string
  permission: Permission
  /** How differences and the trail call it. */
  subject: string
  nav: string
  read(id: number, reader: PaperReader): Promise<Paper>
}

/** The one row a paper is about. The route has proved that it exists and may be seen. */
export async function one(sql: string, id: number): Promise<Record<string, any>> {
  const [rows] = await db.rawQuery(sql, [id])
  if (!rows[0]) throw new Error(`No row ${id}`)
  return rows[0]
}

/** At most this many of a kind hang on a page; the lists show all. */
export const MOST = 200

export async function many(sql: string, values: unknown[]): Promise<Record<string, any>[]> {
  const [rows] = await db.rawQuery(`${sql} LIMIT ${MOST}`, values as string[])
  return rows
}

export const paperUrl = (kind: string, id: unknown) => (id ? `/papers/${kind}/${id}` : null)
