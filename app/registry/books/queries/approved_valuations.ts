import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'

/** Valuations of an asset that a revaluation may rest on today. */
export async function approvedValuations(assetId: number) {
  return db
    .from('valuations')
    .where({ asset_id: assetId, status: 'approved' })
    .whereNot('basis', 'rent')
    .where('valid_until', '>=', today())
    .orderBy('valued_on', 'desc')
    .select('id', 'amount', 'valued_on', 'decision_no')
}
