import { fold, foldName } from '#core/arabic'
import { addDays } from '#core/days'
import { sentence } from '#core/domain_error'
import { judgeTwins, landUpdates } from '#core/imports/landing'
import { Problem } from '#core/imports/problem'
import { restoreChanges } from '#core/imports/undo'
import { partyKind } from '#registry/imports/parties'
import { rightFields, RIGHT_NEEDS, siteFields } from '#registry/imports/site_fields'
import { logUndo } from '#registry/register/imported'
import { findSites, judgeSites, landSites, SITE } from '#registry/imports/site_steps'
import { judgeRights, landParties, landRights, RIGHT } from '#registry/imports/right_steps'
import type { ImportDefinition, StageRow } from '#core/imports/definition'
import { askCompleteness, askCompletenessAfterUndo } from '#registry/imports/completeness'
import type { Trx } from '#core/within'

/** Row by row the same right, or the same site where the row has no right. */
const KEY = ['unit_id', 'site_no', 'right_no'] as const
const SITE_COLUMNS = Object.values(SITE).map((value) => value.replace('s.', ''))
const RIGHT_COLUMNS = [
  'right_kind',
  'party_no',
  'valid_from',
  'valid_to',
  'status',
  'billing',
  'period_amount',
]

/**
 * سجل المواقع والتراخيص: one row per licence or lease with the site under it, or per site without
 * any. Several rows may name one site; they must describe it alike. Sites get their permanent code,
 * parties not yet known are made from their name.
 */
const sitesAndLicences: ImportDefinition = {
  kind: 'sites-and-licences',
  labels: sentence('المواقع والتراخيص', 'Sites and licences'),
  permission: 'registry.assets.manage',
  needsApproval: true,
  fields: [...siteFields, ...rightFields],
  derived: {
    class_id: 'BIGINT UNSIGNED',
    valid_to: 'DATE',
    search_text: 'VARCHAR(600)',
    party_kind: 'VARCHAR(14) CHARACTER SET ascii',
    party_folded: 'VARCHAR(200)',
  },
  totals: ['period_amount'],
  key: KEY,

  async open({ trx }) {
    const classOf = await assetClasses(trx)
    return (row) => {
      const found = classOf(row.class ?? '')
      if (row.class && !found) return new Problem('unknown_class', row.class, 'class')
      row.class_id = found ?? null
      if ((row.latitude === null) !== (row.longitude === null)) {
        return new Problem('point_incomplete', '', 'latitude')
      }
      row.search_text = fold(
        [row.site_no, row.name, row.street, row.class].filter(Boolean).join(' ')
      ).slice(0, 600)
      return row.right_no ? deriveRight(row) : withoutRight(row)
    }
  },

  async judge(stage) {
    await findSites(stage)
    await judgeRights(stage)
    await judgeSites(stage)
    await judgeTwins(stage, KEY, [...SITE_COLUMNS, ...RIGHT_COLUMNS], { field: 'right_no' })
  },

  async land(stage) {
    await landSites(stage)
    await landParties(stage)
    await landRights(stage)
    await landUpdates(stage, RIGHT)
    await askCompleteness(stage)
  },

  async undo(stage) {
    await askCompletenessAfterUndo(stage)
    await restoreChanges(stage, 'rights', Object.keys(RIGHT.details))
    await logUndo(stage)
    await restoreChanges(stage, 'assets', Object.keys(SITE))
    await stage.sql('DELETE FROM rights WHERE import_id = ?', [stage.importId])
    await stage.sql('DELETE FROM assets WHERE import_id = ?', [stage.importId])
    await stage.sql('DELETE FROM parties WHERE import_id = ?', [stage.importId])
  },
}

export default sitesAndLicences

/** A right is whole or not at all; its last day is inclusive in files, exclusive in the books. */
function deriveRight(row: StageRow): Problem | null {
  const missing = RIGHT_NEEDS.find((name) => row[name] === null)
  if (missing) return new Problem('right_incomplete', '', missing)
  if (row.valid_until! < row.valid_from!)
    return new Problem('dates_reversed', row.valid_until!, 'valid_until')
  row.valid_to = addDays(row.valid_until!, 1)
  row.status ??= 'active'
  if (row.party_name) {
    row.party_kind = partyKind(row.party_name)
    row.party_folded = foldName(row.party_name).slice(0, 200)
  }
  return null
}

/** Facts of a licence without its number would be lost unseen. */
function withoutRight(row: StageRow): Problem | null {
  const stray = RIGHT_NEEDS.some((name) => name !== 'party_no' && row[name] !== null)
  return stray && row.valid_from !== null ? new Problem('right_incomplete', '', 'right_no') : null
}

async function assetClasses(trx: Trx): Promise<(name: string) => string | undefined> {
  const [rows] = await trx.rawQuery('SELECT id, code, name_ar, name_en FROM asset_classes')
  const known = new Map<string, string>()
  for (const row of rows) {
    for (const name of [row.name_ar, row.name_en, row.code, row.code.split('.').at(-1)]) {
      if (!known.has(fold(name))) known.set(fold(name), String(row.id))
    }
  }
  return (name) => known.get(fold(name))
}
