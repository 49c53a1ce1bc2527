import type { Loaded } from '#core/reference'
import type { Trx } from '#core/within'
import {
  BUDGET_CODES,
  LEGAL,
  type Axis,
  type BudgetCodeSeed,
} from '#database/reference/data/budget_codes'

interface Parent {
  id: number
  /** Chapter, group and item above and with it. */
  chain: readonly number[]
}

/** Brings the classifications in; codes already there keep what finance officers made of them. */
export default async function loadBudgetCodes(trx: Trx): Promise<Loaded> {
  const loaded: Loaded = { created: 0, changed: 0, unchanged: 0 }
  for (const [axis, seeds] of Object.entries(BUDGET_CODES) as [Axis, BudgetCodeSeed[]][]) {
    for (const seed of seeds) await load(axis, seed, null, loaded, trx)
  }
  return loaded
}

async function load(
  axis: Axis,
  seed: BudgetCodeSeed,
  parent: Parent | null,
  loaded: Loaded,
  trx: Trx
): Promise<void> {
  const chain = parent?.chain ?? []
  const id = (await known(axis, seed.code, trx)) ?? (await insert())
  for (const child of seed.children ?? []) {
    await load(axis, child, { id, chain: [...chain, id] }, loaded, trx)
  }

  async function insert(): Promise<number> {
    const [made] = await trx.rawQuery(
      `INSERT INTO budget_codes (axis, code, parent_id, level, chapter_id, group_id, item_id, name_ar, name_en,
         is_postable, is_locked, account_code, legal_reference, confirmed) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        axis,
        seed.code,
        parent?.id ?? null,
        chain.length + 1,
        chain[0] ?? null,
        chain[1] ?? null,
        chain[2] ?? null,
        seed.ar,
        seed.en,
        seed.children ? 0 : 1,
        seed.locked ? 1 : 0,
        seed.account ?? null,
        LEGAL[axis],
        seed.confirmed ? 1 : 0,
      ] as string[]
    )
    loaded.created++
    return Number(made.insertId)
  }

  async function known(...[of, code]: [Axis, string, Trx]): Promise<number | null> {
    const [[row]] = await trx.rawQuery(
      'SELECT id FROM budget_codes WHERE axis = ? AND code = ? ORDER BY valid_from DESC LIMIT 1',
      [of, code]
    )
    if (!row) return null
    loaded.unchanged++
    return Number(row.id)
  }
}
