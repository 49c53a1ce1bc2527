import { within } from '#core/within'
import type { Day } from '#core/days'
import type { Actor } from '#audit/actor'
import { visible, type Reader } from '#identity/access/visible'
import { NotFoundError } from '#identity/errors'
import { presentFacts } from '#registry/biography/facts'
import type { Subtype } from '#registry/forms/fields'
import { correctedFacts } from '#registry/forms/typed_facts'
import Asset from '#registry/models/asset'
import ProposeChange from '#registry/register/propose_change'

/** More than a page of a list holds is not changed by hand. */
export const MOST_ASSETS = 200

/** Facts that may be changed for many assets at once, by the kind of change each belongs to. */
export const BULK_FIELDS = {
  correction: [
    'street',
    'street_grade',
    'landmark',
    'address',
    'is_in_use',
    'in_use_on',
    'in_use_source',
    'is_in_zimam',
    'is_in_cordon',
    'use_actual',
    'use_planned',
    'hod',
    'lighting',
  ],
  reclassify: ['domain', 'life_status', 'criticality', 'security_class'],
} as const

export type BulkKind = keyof typeof BULK_FIELDS

export function kindOfField(field: string): BulkKind | null {
  const kinds = Object.keys(BULK_FIELDS) as BulkKind[]
  return kinds.find((kind) => (BULK_FIELDS[kind] as readonly string[]).includes(field)) ?? null
}

/**
 * The assets chosen, all of them within reach of who changes them.
 * @throws NotFoundError when one is not
 */
export async function chosenAssets(ids: readonly number[], reader: Reader): Promise<Asset[]> {
  const found = await visible(
    Asset.visibleTo(reader),
    reader,
    'registry.assets.manage',
    'assets.unit_id'
  )
    .whereIn('assets.id', [...ids])
    .preload('class')
    .orderBy('assets.id')
  if (found.length !== new Set(ids).size) throw new NotFoundError()
  return found
}

export interface BulkChange {
  ids: readonly number[]
  field: string
  value: string | null
  effectiveOn: Day
  reason: string
}

/**
 * Proposes the same fact for many assets: one transaction of the register for each, so that each is
 * judged, decided and undone by itself. Those that have it already are passed over.
 * @returns how many were proposed
 */
export default class ChangeMany {
  async handle(
    { ids, field, value, effectiveOn, reason }: BulkChange,
    { by, reader }: { by: Actor & { id: number }; reader: Reader }
  ): Promise<number> {
    const kind = kindOfField(field)!
    const assets = await chosenAssets(ids, reader)
    return within(null, async (trx) => {
      let proposed = 0
      for (const asset of assets) {
        const standing = await presentFacts(Number(asset.id), asset.class.subtype as Subtype)
        const facts = correctedFacts({ [field]: value ?? '' }, [field], standing)
        if (Object.keys(facts).length === 0) continue
        await new ProposeChange().handle(
          {
            unitId: Number(asset.unitId),
            kind,
            effectiveOn,
            proposal: { asset_id: Number(asset.id), base_version: asset.version, facts },
            reason,
            source: { type: 'bulk', id: null },
          },
          { by, trx }
        )
        proposed += 1
      }
      return proposed
    })
  }
}
