import db from '@adonisjs/lucid/services/db'
import { SIDES, shownFact } from '#registry/forms/typed_facts'
import { text, type Typed } from '#registry/forms/typed'

const PARTS = {
  neighbour: 'neighbour_text',
  length_deed: 'length_deed_m',
  length_survey: 'length_survey_m',
  marker: 'marker',
} as const

/** The sides that stand, as the form shows them. */
export async function sidesTyped(assetId: number): Promise<Record<string, string>> {
  const rows = await db
    .from('asset_boundaries')
    .where('asset_id', assetId)
    .whereNull('valid_to')
    .whereIn('side', [...SIDES])
    .orderBy('seq', 'desc')
  const typed: Record<string, string> = {}
  for (const row of rows) {
    for (const [part, column] of Object.entries(PARTS)) {
      typed[`${row.side}_${part}`] = shownFact(row[column]) ?? ''
    }
  }
  return typed
}

/** Whether the typed sides are those that stand. */
export async function sameSides(assetId: number, typed: Typed): Promise<boolean> {
  const standing = await sidesTyped(assetId)
  return SIDES.every((side) =>
    Object.keys(PARTS).every(
      (part) => (text(typed, `${side}_${part}`) ?? '') === (standing[`${side}_${part}`] ?? '')
    )
  )
}
