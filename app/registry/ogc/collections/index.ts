import type { Reader } from '#identity/access/visible'
import { NotFoundError } from '#identity/errors'
import type { OgcCollection } from '#registry/ogc/collection'
import { ASSET_LAYERS } from '#registry/ogc/collections/assets'
import { encroachments } from '#registry/ogc/collections/encroachments'
import { leases } from '#registry/ogc/collections/leases'
import { rounds } from '#registry/ogc/collections/rounds'
import { units } from '#registry/ogc/collections/units'

/** Every layer, in the order they are listed. */
export const COLLECTIONS: readonly OgcCollection[] = [
  ...ASSET_LAYERS,
  leases,
  encroachments,
  rounds,
  units,
]

/** The layers a person may open. */
export function collectionsOf(reader: Reader): OgcCollection[] {
  return COLLECTIONS.filter(({ permission }) => reader.unitIds(permission).length > 0)
}

/** @throws NotFoundError for a layer that is not there, or not for him */
export function collectionOf(reader: Reader, id: string): OgcCollection {
  const found = collectionsOf(reader).find((collection) => collection.id === id)
  if (!found) throw new NotFoundError()
  return found
}
