import { test } from '@japa/runner'
import type { Group } from '@japa/runner/core'
import type { QueryClientContract } from '@adonisjs/lucid/types/database'
import { checkBooks } from '#reporting/books_check/check_books'
import type { Corruption } from '#tests/support/books/corruptions'
import { Scratch } from '#tests/support/books/scratch'

type Blamed = (client: QueryClientContract) => Promise<{ code: string }[]>

/** What the check of the books blames in these invariants, asked of these tables; of all when left out. */
export const blamedBy =
  (invariants: readonly string[] = [], tables?: string[]) =>
  async (client: QueryClientContract) =>
    (await checkBooks(client, tables)).invariants
      .filter(({ id }) => !invariants.length || invariants.includes(id))
      .flatMap(({ examples }) => examples)

/**
 * A database of the group's own, filled by its rules, from which the triggers are then taken that an
 * administrator would have to do away with before he could spoil its rows.
 */
export function filledHouse(
  group: Group,
  name: string,
  fill: (house: Scratch) => Promise<void>,
  triggers: readonly string[]
): Scratch {
  const house = new Scratch(`diwan_${name}_${process.pid}`)
  group.setup(async () => {
    await house.create()
    await fill(house)
    for (const trigger of triggers) await house.client.rawQuery(`DROP TRIGGER ${trigger}`)
  })
  group.teardown(() => house.drop())
  return house
}

/** As `filledHouse`, and a copy of it without triggers, foreign keys and unique keys: that one is spoiled. */
export function copiedHouse(
  group: Group,
  name: string,
  fill: (house: Scratch) => Promise<void>
): Scratch {
  const house = new Scratch(`diwan_${name}_${process.pid}`)
  const copy = new Scratch(`diwan_${name}_${process.pid}_copy`)
  group.setup(async () => {
    await house.create()
    await copy.create()
    await fill(house)
    await copy.copyFrom(house)
  })
  group.teardown(async () => {
    await copy.drop()
    await house.drop()
  })
  return copy
}

/** A test for each corruption: one row is spoiled, the check must name it, and it is taken back. */
export function namesEach(
  house: Scratch,
  corruptions: readonly Corruption[],
  blamed: Blamed,
  { byEvery = false } = {}
): void {
  for (const { what, among, does, named } of corruptions) {
    test(`names it when ${what}`, async ({ assert }) => {
      const [rows] = await house.client.rawQuery(among)
      assert.isNotEmpty(rows)
      const trx = await house.client.transaction()
      try {
        await trx.rawQuery('SET check_constraint_checks = 0, foreign_key_checks = 0')
        for (const sql of does) {
          const [{ affectedRows }] = await trx.rawQuery(sql, rows[0])
          assert.isAbove(affectedRows, 0)
        }
        const codes = [...new Set((await blamed(trx)).map(({ code }) => code))]
        if (byEvery) return assert.includeMembers(codes, named)
        assert.isTrue(
          named.some((code) => codes.includes(code)),
          codes.join(', ') || 'nothing named'
        )
      } finally {
        await trx.rollback()
      }
    })
  }
}
