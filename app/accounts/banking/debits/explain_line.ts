import { sentence } from '#core/domain_error'
import { within, type Trx } from '#core/within'
import { Trail } from '#audit/trail'
import { explainingEntries, LIVE, waitsOn } from '#accounts/banking/debits/explaining_entries'
import { freeLine, type FreeLine } from '#accounts/banking/debits/free_line'
import { DebitMatchError } from '#accounts/banking/errors'
import type { BankAct } from '#accounts/payments/voucher_step'

type Act = Omit<BankAct, 'on'>

/** An entry as people name it, or as a page of candidates chose it. */
export type NamedEntry = { entryNo: number; fiscalYear: string } | { entryId: number }

/**
 * Tells which entry of the ledger takes a line off the account under settlement: of a debit charges of the
 * bank or a transfer, of a credit a transfer that came back, a refund, or a letter of guarantee that the
 * bank paid. The entry is approved, of the line's unit and amount, and explains no other line.
 * @throws DebitMatchError where the entry is not that, or something explains the line already
 */
export async function explainLine(
  { lineId, note, ...named }: { lineId: number; note: string } & NamedEntry,
  act: Act
): Promise<void> {
  await within(act.trx, async (trx) => {
    const line = await freeLine(lineId, trx)
    await assertNotDeposited(lineId, trx)
    const entries = await explainingEntries({ ...line, amount: String(line.amount) }, trx)
    const entry = entries.find((one) =>
      'entryId' in named
        ? one.id === named.entryId
        : one.number === named.entryNo && one.fiscalYear === named.fiscalYear
    )
    if (!entry) throw notThisEntry(named, line)
    // What a reversed entry explained is explained anew; the trail keeps both.
    await trx.rawQuery('DELETE FROM line_explanations WHERE bank_line_id = ?', [lineId])
    await trx.rawQuery(
      'INSERT INTO line_explanations (bank_line_id, entry_id, explained_by, note) VALUES (?, ?, ?, ?)',
      [lineId, entry.id, act.by.id!, note.slice(0, 500)]
    )
    const { number: entryNo, fiscalYear } = entry
    await tell({ lineId, line }, 'explained', { entryNo, fiscalYear, note }, { ...act, trx })
  })
}

/** The entry does not explain the line after all: the line is unknown again, the entry free for another. */
export async function takeExplanationBack(
  lineId: number,
  act: Act & { reason: string }
): Promise<boolean> {
  return within(act.trx, async (trx) => {
    const [[found]] = await trx.rawQuery(
      `SELECT e.number AS entryNo, e.fiscal_year AS fiscalYear FROM line_explanations x JOIN ledger_entries e ON e.id = x.entry_id
       WHERE x.bank_line_id = ? AND ${LIVE} FOR UPDATE`,
      [lineId]
    )
    if (!found) return false
    await trx.rawQuery('DELETE FROM line_explanations WHERE bank_line_id = ?', [lineId])
    const line = await freeLine(lineId, trx)
    await tell({ lineId, line }, 'unexplained', found, { ...act, trx })
    return true
  })
}

/** What the reconciliation of revenue joined with slips or settlements is known already. */
async function assertNotDeposited(lineId: number, trx: Trx): Promise<void> {
  const [[slip]] = await trx.rawQuery(
    'SELECT id FROM bank_match_members WHERE bank_line_id = ? LIMIT 1',
    [lineId]
  )
  if (!slip) return
  throw new DebitMatchError(
    sentence(
      'السطر مطابق بحافظة توريد أو تسوية تحصيل إلكتروني.',
      'The line is matched with a deposit slip or a settlement of collections.'
    ),
    {
      cure: sentence(
        'ألغ مطابقته في مطابقة الإيرادات أولًا.',
        'Undo that match in the reconciliation of revenue first.'
      ),
    }
  )
}

function notThisEntry(named: NamedEntry, { amount }: FreeLine) {
  const isDebit = amount.isNegative()
  const said = 'entryNo' in named ? `${named.entryNo} ` : ''
  const [ar, en] = isDebit
    ? ['دائن على الخصومات البنكية', 'credit on bank debits']
    : ['مدين على الإيداعات في الطريق', 'debit on deposits in transit']
  return new DebitMatchError(
    sentence(
      `القيد ${said ? `رقم ${said}` : ''}لا يسوي هذا السطر: يلزم قيد معتمد لم يعكس ولم يسو غيره، فيه سطر ${ar} بمبلغ ${amount.abs().format('ar')}.`,
      `Entry ${said}does not settle this line: it takes an approved entry, not reversed, settling no other, with a ${en} of ${amount.abs().format('en')}.`
    ),
    { facts: { account: waitsOn(isDebit), amount: String(amount.abs()) } }
  )
}

const tell = (
  { lineId, line: { unitId, bookedOn, amount } }: { lineId: number; line: FreeLine },
  action: string,
  after: object,
  { by, requestId, trx, reason }: Act & { trx: Trx; reason?: string }
) =>
  Trail.record(
    {
      action: `bank_line.${action}`,
      ...{ unitId, subjectType: 'bank_line', subjectId: lineId, after, reason },
      label: `${bookedOn} ${amount}`,
    },
    { by: by.asActor(requestId), trx }
  )
