import type { Trx } from '#core/within'
import { parsedFacts } from '#registry/register/changes'
import { readFacts, type Facts } from '#registry/register/facts'
import { DETAIL_JOINS, factsOfAnySql } from '#registry/rounds/field_facts'

/** The facts of the field as the register has them now, and the version they are of. */
export async function fieldFactsNow(
  assetId: number,
  trx: Trx
): Promise<{ version: number; facts: Facts }> {
  const [[row]] = await trx.rawQuery(
    `SELECT a.version, ${factsOfAnySql()} AS facts FROM assets a JOIN asset_classes c ON c.id = a.class_id
     ${DETAIL_JOINS} WHERE a.id = ?`,
    [assetId]
  )
  return { version: Number(row.version), facts: readFacts(parsedFacts(row.facts)) }
}
