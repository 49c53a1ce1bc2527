import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { Money } from '#core/money'
import type { Trx } from '#core/within'

/**
 * What is due of each right and not paid by its day: open charges less what receipts settled of them.
 * Rights that owe nothing are left out. The registry asks for it through its port.
 */
export async function arrearsOfRights(
  rightIds: readonly number[],
  trx?: Trx
): Promise<Map<number, Money>> {
  if (rightIds.length === 0) return new Map()
  const [rows] = await (trx ?? db).rawQuery(
    `SELECT c.right_id AS id, SUM(c.amount - COALESCE(a.paid, 0)) AS due FROM charges c
     LEFT JOIN (SELECT charge_id, SUM(amount) AS paid FROM allocations
       WHERE charge_id IN (SELECT id FROM charges WHERE right_id IN (${rightIds.map(() => '?').join(', ')}))
       GROUP BY charge_id) a ON a.charge_id = c.id
     WHERE c.right_id IN (${rightIds.map(() => '?').join(', ')}) AND c.status = 'open' AND c.due_on < ?
     GROUP BY c.right_id HAVING due > 0`,
    [...rightIds, ...rightIds, today()] as string[]
  )
  return new Map(
    rows.map(({ id, due }: { id: number; due: string }) => [Number(id), Money.of(due)])
  )
}
