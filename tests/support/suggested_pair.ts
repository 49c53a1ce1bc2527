import type { ReconciliationWorld } from '#tests/support/reconciliation_world'

/** A charge and a receipt of one payer in October, suggested to each other by a run. Returns its id. */
export async function suggestedPair(
  world: ReconciliationWorld,
  { name, unit, amount = '100.00' }: { name: string; unit: number; amount?: string }
): Promise<number> {
  const party = await world.party({ unit, name })
  await world.charge({ unit, amount, party })
  await world.receipt({ unit, payer: name, amount })
  await world.run()
  const [suggestion] = await world.rows<{ id: number }>(
    `SELECT id FROM match_suggestions WHERE unit_id = :owner AND state = 'open' ORDER BY id DESC LIMIT 1`,
    { owner: unit }
  )
  return Number(suggestion!.id)
}
