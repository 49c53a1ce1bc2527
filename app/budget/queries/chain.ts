import db from '@adonisjs/lucid/services/db'
import Commitment from '#budget/models/commitment'

/** What a document moved on its lines, in the order in which it did. */
export async function movementsOf(type: string, id: number): Promise<Record<string, any>[]> {
  return db
    .from('budget_movements as m')
    .leftJoin('users as p', 'p.id', 'm.made_by')
    .where({ document_type: type, document_id: id })
    .orderBy('m.id')
    .select('m.*', 'p.full_name as person')
}

/** Where a commitment came from and where it went: of the year before, into the next, and who did what. */
export async function commitmentChain(one: Commitment) {
  const people = [one.madeBy, one.reservedBy, one.approvedBy].filter((id) => id !== null)
  const rows = await db.from('users').whereIn('id', people).select('id', 'full_name as name')
  const names = new Map(rows.map(({ id, name }) => [Number(id), String(name)]))
  const name = (id: number | null) => (id === null ? null : (names.get(id) ?? null))
  return {
    from: one.carriedFromId ? await Commitment.find(one.carriedFromId) : null,
    to: await Commitment.findBy('carriedFromId', one.id),
    maker: name(one.madeBy),
    reserver: name(one.reservedBy),
    approver: name(one.approvedBy),
  }
}
