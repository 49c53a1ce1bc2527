import type { Trx } from '#core/within'
import type { Loaded } from '#core/reference'
import SeedTree from '#identity/actions/seed_tree'
import { KINDS, seedUnits } from '#database/reference/data/egypt_units'

/** Kinds of units, the ministry, the 27 governorates and the local units that public lists name. */
export default function load(trx: Trx): Promise<Loaded> {
  return new SeedTree().handle({ kinds: KINDS, units: seedUnits() }, trx)
}
