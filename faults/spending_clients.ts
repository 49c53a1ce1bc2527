import { randomUUID } from 'node:crypto'
import db from '@adonisjs/lucid/services/db'
import { today } from '#core/days'
import { Money } from '#core/money'
import type { Browser } from './browser.js'
import { insist } from './fleet.js'
import { HttpClients, idIn, settled, type ClientsVerdict, type Questions } from './http_clients.js'
import type { SpendingOffice } from './spending_office.js'

type Act = 'reserved' | 'committed' | 'written' | 'posted' | 'ordered' | 'signed' | 'executed'

/**
 * Each of another amount, and small enough that all forms of a run together look like no purchase in
 * parts: else a form comes back once to be looked at.
 */
const amountOf = (n: number) => String(Money.piastres(BigInt(10_000 + n)))
const PAPERS = [
  ...['commitment', 'contract', 'invoice', 'bank_letter', 'tax_card', 'inspection'],
  'store_receipt',
]

/** Books in which documents of spending are numbered, each without a gap in a unit and year. */
const NUMBERED = [
  ['commitments', 'number'],
  ['payment_vouchers', 'number'],
  ['payment_vouchers', 'book_55_no'],
  ['payment_vouchers', 'book_224_no'],
  ['payment_orders', 'number'],
] as const

/**
 * Offices that spend over HTTP: a need set aside and committed, its form 50 written, reviewed, entered in
 * both books, ordered, signed by two and executed.
 */
export class SpendingClients extends HttpClients<Act> {
  #asked = 0

  constructor(readonly offices: readonly SpendingOffice[]) {
    super(QUESTIONS)
  }

  protected override async works() {
    // Two at each desk, so that they meet on one line and in one book.
    return this.offices.flatMap((office) => [() => this.#spend(office), () => this.#spend(office)])
  }

  async #spend(office: SpendingOffice): Promise<void> {
    const { officer, clerk, head, chief, unitId, lineId, bankAccountId, payee } = office
    const n = ++this.#asked
    const amount = amountOf(n)
    const name = `توريد ${randomUUID()}`
    const asked = { line_id: lineId, amount, purpose: name, reserve: 'true' }
    const need = idIn(await officer.post('/budget/commitments', asked), '/budget/commitments')
    this.acknowledge('reserved', need, name)
    const approval = `/budget/commitments/${need}/approval`
    if (await settled(() => head.post(approval, {}))) this.acknowledge('committed', need, name)

    const form = await officer.post('/accounts/payments', {
      ...{ unit_id: unitId, payment_type: 'supplies', commitment_id: need, payee },
      ...{ 'purpose': name, 'due_on': today(), 'invoices[0][no]': 1000 + n },
      ...{ 'invoices[0][on]': today(), 'invoices[0][before_vat]': amount },
    })
    const id = idIn(form, '/accounts/payments')
    this.acknowledge('written', id, name)
    const step = (who: Browser, path: string, fields: Record<string, unknown> = {}) =>
      settled(() => who.post(`/accounts/payments/${path}`, fields))
    for (const code of PAPERS) await step(officer, `${id}/papers`, { code, reference: '1' })
    await step(officer, `${id}/submit`)
    await step(head, `${id}/approve`)
    await step(clerk, `${id}/register`)
    await step(head, `${id}/clear`)
    if (await step(clerk, `${id}/post`)) this.acknowledge('posted', id, name)
    const order = { bank_account_id: bankAccountId, method: 'order' }
    if (await step(clerk, `${id}/order`, order)) this.acknowledge('ordered', id, name)
    const { id: orderId } = await insist(() =>
      db.from('payment_orders').where('live_voucher_id', id).select('id').firstOrFail()
    )
    await step(head, `orders/${orderId}/sign`)
    if (await step(chief, `orders/${orderId}/sign`)) this.acknowledge('signed', id, name)
    const answer = { on: today(), reference: `GPS ${orderId}` }
    if (await step(clerk, `orders/${orderId}/execute`, answer))
      this.acknowledge('executed', id, name)
  }

  /** Besides what was answered: no book of the offices has a gap, and none a number twice. */
  override async verify(): Promise<ClientsVerdict<Act>> {
    const verdict = await super.verify()
    const units = this.offices.map(({ unitId }) => unitId).join(', ')
    for (const [table, number] of NUMBERED) {
      const [rows] = await insist(() =>
        db.rawQuery(
          `SELECT unit_id, COUNT(${number}) AS n, COUNT(DISTINCT ${number}) AS different, MAX(${number}) AS last
           FROM ${table} WHERE unit_id IN (${units}) GROUP BY unit_id, fiscal_year
           HAVING n <> last OR n <> different`
        )
      )
      for (const row of rows as Record<string, number>[]) {
        verdict.lost++
        const { unit_id: unit, n, last } = row
        verdict.examples.push(`${table}.${number} of unit ${unit}: ${n} numbers up to ${last}`)
      }
    }
    return verdict
  }
}

const MOVED = `JOIN budget_movements m ON m.document_type = 'commitment' AND m.document_id = c.id`
const TOLD = (type: string, subject: string, action: string) =>
  `JOIN trail t ON t.subject_type = '${type}' AND t.subject_id = ${subject} AND t.action = '${action}'`

/** How often the effect of each act is there, with its line of the trail: once, if all is well. */
const QUESTIONS: Questions<Act> = {
  reserved: `SELECT COUNT(*) AS n FROM commitments c ${MOVED} AND m.kind = 'reserve'
    ${TOLD('commitment', 'c.id', 'commitment.requested')} WHERE c.purpose = :name`,
  committed: `SELECT COUNT(*) AS n FROM commitments c ${MOVED} AND m.kind = 'commit' AND m.id = c.appropriation_no
    ${TOLD('commitment', 'c.id', 'commitment.committed')} WHERE c.id = :key`,
  written: `SELECT COUNT(*) AS n FROM payment_vouchers v JOIN voucher_invoices i ON i.voucher_id = v.id
    ${TOLD('payment_voucher', 'v.id', 'payment_voucher.drafted')} WHERE v.purpose = :name`,
  posted: `SELECT COUNT(*) AS n FROM payment_vouchers v
    JOIN ledger_entries e ON e.business_key = CONCAT('payment_voucher/', v.id, '/posted') AND e.id = v.entry_id AND e.total = v.gross
    JOIN commitments c ON c.id = v.commitment_id AND c.paid = v.gross ${MOVED} AND m.kind = 'pay'
    ${TOLD('payment_voucher', 'v.id', 'payment_voucher.posted')} WHERE v.id = :key`,
  ordered: `SELECT COUNT(*) AS n FROM payment_orders o
    ${TOLD('payment_voucher', 'o.voucher_id', 'payment_voucher.ordered')} WHERE o.voucher_id = :key`,
  signed: `SELECT COUNT(*) AS n FROM payment_orders o
    ${TOLD('payment_voucher', 'o.voucher_id', 'payment_voucher.signed')}
    WHERE o.voucher_id = :key AND o.status IN ('signed', 'executed') AND o.first_signed_by <> o.second_signed_by`,
  executed: `SELECT COUNT(*) AS n FROM payment_orders o
    JOIN ledger_entries e ON e.business_key = CONCAT('payment_order/', o.id, '/executed') AND e.total = o.amount
    ${TOLD('payment_voucher', 'o.voucher_id', 'payment_voucher.executed')} WHERE o.voucher_id = :key AND o.status = 'executed'`,
}
