import { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'

/** A dispute or encroachment case that is not closed. */
export interface OpenCase {
  id: number
  number: string
  kind: string
}

/**
 * What the life of rights asks of parts that stand above or beside it. Arrears are known to `revenue`,
 * which may import the registry but not the other way round; cases are the encroachments'. Each part
 * fills its own port when it is loaded (start/registry_ports.ts).
 */
export interface RightPorts {
  /** What is due of each right and not paid; rights without arrears are left out. */
  arrearsOf(rightIds: readonly number[], trx?: Trx): Promise<Map<number, Money>>
  /** Cases open on any of these assets. */
  openCasesOn(assetIds: readonly number[], trx?: Trx): Promise<OpenCase[]>
  /** R17: occupied without a right. Returns the case's id, or null when one stands already. */
  proposeCase(occupancyId: number, act: { by: Actor; trx: Trx }): Promise<number | null>
}

export const rightPorts: RightPorts = {
  arrearsOf: async () => new Map(),
  openCasesOn: async () => [],
  proposeCase: async () => null,
}

/** Σ of the arrears of some rights. */
export async function totalArrears(rightIds: readonly number[], trx?: Trx): Promise<Money> {
  if (rightIds.length === 0) return Money.zero
  return Money.sum((await rightPorts.arrearsOf(rightIds, trx)).values())
}
