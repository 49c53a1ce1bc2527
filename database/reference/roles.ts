import type { Trx } from '#core/within'
import type { Loaded } from '#core/reference'
import SeedRoles from '#identity/actions/seed_roles'
import { SEEDED_ROLES } from '#database/reference/data/seeded_roles'

/** The roles the trail of their making lies with the ministry's unit, so units come first. */
export const after = ['units']

/** The roles of the house with their permissions. */
export default function load(trx: Trx): Promise<Loaded> {
  return new SeedRoles().handle(SEEDED_ROLES, trx)
}
