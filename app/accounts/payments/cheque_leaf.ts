import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import type { Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { endLeaf } from '#accounts/cheques/end_leaf'
import type PaymentOrder from '#accounts/models/payment_order'
import { VoucherInputError } from '#accounts/payments/errors'
import type { Doer } from '#accounts/payments/voucher_step'

interface Act {
  by: Doer
  on: Day
  requestId?: string
  trx: Trx
}

/**
 * Takes a leaf of the stock for a cheque: the one told, or the next blank one of a book that is with its
 * holder.
 * @returns its number
 * @throws ChequeLeafError VoucherInputError where the stock has none
 */
export async function takeLeaf(
  cheque: { bankAccountId: number; number: string | null; amount: Money; payeeName: string },
  act: Act
): Promise<string> {
  const { bankAccountId, amount, payeeName } = cheque
  const asked = cheque.number?.trim()
  if (asked && !/^[0-9]{1,15}$/.test(asked)) throw noLeaf()
  const number = asked ? Number(asked) : await nextLeaf(bankAccountId, act.trx)
  const { on, trx } = act
  await endLeaf(
    { bankAccountId, number },
    { status: 'used', amount, payeeName },
    { by: doer(act), on, trx }
  )
  return String(number)
}

/** A cheque that is not paid out is void in the stock, with the reason; other orders have no leaf. */
export async function voidLeaf(order: PaymentOrder, reason: string, act: Act): Promise<void> {
  if (order.method !== 'cheque') return
  const leaf = { bankAccountId: order.bankAccountId, number: Number(order.chequeNo) }
  const { on, trx } = act
  const stock = trx.from('cheque_leaves').where('bank_account_id', order.bankAccountId)
  // It may have been voided in the stock already.
  if (!(await stock.where({ number: leaf.number, status: 'used' }).first())) return
  const end = { status: 'void', reason: reason.slice(0, 300) } as const
  await endLeaf(leaf, end, { by: doer(act), on, trx })
}

async function nextLeaf(bankAccountId: number, trx: Trx): Promise<number> {
  const [[leaf]] = await trx.rawQuery(
    `SELECT l.number FROM cheque_leaves l JOIN cheque_books b ON b.id = l.book_id
     WHERE l.bank_account_id = ? AND l.status = 'blank' AND b.issued_on IS NOT NULL
     ORDER BY l.number LIMIT 1 FOR UPDATE`,
    [bankAccountId]
  )
  if (!leaf) throw noLeaf()
  return Number(leaf.number)
}

const doer = ({ by, requestId }: Act) => by.asActor(requestId) as Actor & { id: number }

const noLeaf = () =>
  new VoucherInputError(
    sentence(
      'ليس في دفاتر شيكات الحساب ورقة بيضاء مسلمة بهذا الرقم.',
      'The cheque books of the account have no such blank leaf that was handed out.'
    ),
    {
      cure: sentence(
        'سلم دفترًا لحائزه من صفحة دفاتر الشيكات، أو اكتب رقم ورقة بيضاء.',
        'Hand a book to its holder, or give the number of a blank leaf.'
      ),
    }
  )
