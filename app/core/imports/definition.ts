import type { Sentence } from '#core/domain_error'
import type { Problem } from '#core/imports/problem'
import type { Stage } from '#core/imports/stage'
import type { UnitScope } from '#core/imports/unit_scope'
import type { UndoStage } from '#core/imports/undo'
import type { PlannedField } from '#core/imports/mapping'
import type { TableSource } from '#core/readers/types'
import type { Trx } from '#core/within'

/** Text of a cell → text for the stage (money `1234.50`, days ISO, flags 0/1), or why not. */
export type Parser = (text: string) => string | Problem

export interface ImportField {
  name: string
  labels: Sentence
  /** Other headings people write over this column, in either language. */
  synonyms: readonly string[]
  required?: boolean
  /** SQL type of the stage column of the same name; left out when only `derive` reads the text. */
  column?: string
  parse: Parser
}

/** One row on its way to the stage: by field and derived column, NULL as null. */
export type StageRow = Record<string, string | null>

/** Fills the derived columns from the parsed ones; a problem rejects the row. */
export type Deriver = (row: StageRow) => Problem | null

/** What a definition may ask for before the first row is read. */
export interface ImportContext {
  trx: Trx
  scope: UnitScope
  /** Whether the file or a constant gives this field. */
  has(field: string): boolean
}

/** A row with its ground as GeoJSON in degrees, simplified for drawing. */
export interface DrawnRow {
  row: number
  verdict: 'new' | 'updated' | 'unchanged' | 'rejected'
  label: string | null
  shape: { type: string; coordinates: unknown }
}

/**
 * A kind of import: what its columns mean, how rows are judged against what is recorded, and how
 * they land. The pipeline does the rest; definitions live in the domain that owns the tables.
 */
export interface ImportDefinition {
  kind: string
  labels: Sentence
  /** What a person must be allowed to change, besides importing files, to bring this kind in. */
  permission: string
  /** Money or land: by page, a second person approves before anything is written. */
  needsApproval: boolean
  fields: readonly ImportField[]
  /** SQL types of the columns that `open`'s deriver fills. */
  derived: Readonly<Record<string, string>>
  /**
   * Field columns that `open`'s deriver may fill though the file does not give them; the other columns
   * that the file lacks are then not loaded at all. Left out: every column is loaded.
   */
  fills?: readonly string[]
  /** Columns summed as control totals. */
  totals: readonly string[]
  /** Natural key: stage columns by which two rows of one file are the same thing. */
  key?: readonly string[]
  open(context: ImportContext): Promise<Deriver>
  /**
   * The deriver looks at single fields and remembers no rows: of a row that cannot land it is asked for
   * further problems too.
   */
  derivesAlone?: true
  /** Finds what is unresolved, unchanged, updated or in conflict; everything left is new. */
  judge(stage: Stage): Promise<void>
  /** Writes the new and the updated rows, and what follows from them, in the stage's transaction. */
  land(stage: Stage): Promise<void>
  /** Takes the rows of a committed import back. */
  undo(stage: UndoStage): Promise<void>
  /** Told at each commit, also when no row lands: what of the recorded stood in the file. */
  seen?(stage: Stage): Promise<void>
  /** Makes one row of several lines of the file (a list of corners); null leaves the file as it is. */
  gather?(table: TableSource, fields: readonly PlannedField[]): Gathered | null
  /** The ground of some rows, for the page of the check to draw; asked while the stage stands. */
  draw?(stage: Stage): Promise<DrawnRow[]>
  /** Sentences for reasons that only this kind gives, by code. */
  reasons?: Readonly<Record<string, (value: string, recorded: string) => Sentence>>
}

/** A file whose lines have been gathered into rows. */
export interface Gathered {
  table: TableSource
  fields: readonly PlannedField[]
}
