import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Trx } from '#core/within'
import type { Finding } from '#registry/rules/finding'
import Asset from '#registry/models/asset'
import Right from '#registry/models/right'
import { judgeCapacity } from '#registry/rights/rules/capacity'
import { judgeConflicts } from '#registry/rights/rules/conflicts'
import { judgeDomain } from '#registry/rights/rules/domain'
import { judgeArrears, judgeDisputes } from '#registry/rights/rules/renewal'
import { judgeShares, parseShare } from '#registry/rights/shares'

/**
 * What the rules say of a right as it stands in its draft: R10–R13, and for a renewal R16 and R26.
 * Asked for show while it is a draft, and again under the asset's lock when it is approved.
 */
export async function judgeRight(right: Right, trx: Trx): Promise<Finding[]> {
  const asset = await Asset.findOrFail(right.assetId, { client: trx })
  const shares = await sharesOf(right.id, trx)
  const on = today()
  const asked = { right, asset, shares, on, trx }
  return [
    ...(await judgeCapacity(asked)),
    ...(await judgeConflicts(asked)),
    ...judgeShares(shares),
    ...(await judgeDomain({ ...right.picture(), asset, on, trx })),
    ...(right.renewedFromId ? await judgeRenewal(right, asset, trx) : []),
    ...(await resaleBar(right, trx)),
  ]
}

/** The shares of a right as its contract writes them. */
export async function sharesOf(rightId: number, trx: Trx) {
  const rows = await trx
    .from('right_shares')
    .where('right_id', rightId)
    .orderBy('party_id')
    .select('party_id as partyId', 'written')
  return rows.map(({ partyId, written }: { partyId: number; written: string }) => ({
    partyId: Number(partyId),
    written,
    ...(parseShare(written) ?? { numerator: 0n, denominator: 1n }),
  }))
}

async function judgeRenewal(right: Right, asset: Asset, trx: Trx): Promise<Finding[]> {
  const old = await Right.findOrFail(right.renewedFromId!, { client: trx })
  return [...(await judgeArrears(old, 'renewal', trx)), ...(await judgeDisputes(asset, trx))]
}

/** Until the price of a sale is paid in full, nobody else gets a right on what was sold. */
async function resaleBar(right: Right, trx: Trx): Promise<Finding[]> {
  const [rows] = await trx.rawQuery(
    `SELECT d.number, d.fiscal_year FROM disposals d
     WHERE d.live_asset_id = ? AND d.status IN ('awarded', 'instalments', 'titled') AND NOT (d.id <=> ?) LIMIT 1`,
    [right.assetId, right.disposalId as number]
  )
  return rows.map((row: { number: number; fiscal_year: string }) => ({
    rule: 'R13',
    severity: 'critical',
    messages: sentence(
      `الأصل محل تصرف لم يقفل (${row.number} لسنة ${row.fiscal_year})، ولا يتصرف فيه قبل سداد ثمنه.`,
      `The asset is under disposal ${row.number} of ${row.fiscal_year}; nothing is granted on it before its price is paid.`
    ),
    facts: { disposal: row.number },
    overridable: false,
  }))
}
