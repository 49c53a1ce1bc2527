import { Trail } from '#audit/trail'
import type { Actor } from '#audit/actor'
import { today, type Day } from '#core/days'
import { within, type Trx } from '#core/within'
import { AccountNotPostableError, BankAccountTakenError } from '#accounts/errors'
import { accountNumber } from '#accounts/imports/bank_accounts'

export interface NewBankAccount {
  unitId: number
  /** IBAN or number as on the statement; spaces and dashes do not matter. */
  accountNo: string
  nameAr: string
  nameEn?: string
  bankName: string
  /** `revenue` unless said otherwise. */
  purpose?: string
  /** Code of the account of the chart it stands for; `INT-BANK` unless said otherwise. */
  ledgerAccount?: string
  /** The special fund whose money it holds; none: the state budget. */
  fundId?: number | null
  openedOn?: Day
}

/**
 * Records a bank account of a unit, so that slips, settlements and statements can name it.
 * @throws BankAccountTakenError AccountNotPostableError
 */
export async function openBankAccount(
  account: NewBankAccount,
  { by, trx: outer }: { by: Actor; trx?: Trx }
): Promise<number> {
  const number = accountNumber(account.accountNo)
  return within(outer, async (trx) => {
    const ledger = account.ledgerAccount ?? 'INT-BANK'
    const [[postable]] = await trx.rawQuery(
      'SELECT id FROM ledger_accounts WHERE code = ? AND is_postable = 1',
      [ledger]
    )
    if (!postable) throw new AccountNotPostableError(ledger)
    const [[taken]] = await trx.rawQuery('SELECT id FROM bank_accounts WHERE account_no = ?', [
      number,
    ])
    if (taken) throw new BankAccountTakenError(number)
    const [made] = await trx.rawQuery(
      `INSERT INTO bank_accounts (unit_id, account_no, name_ar, name_en, bank_name, purpose, ledger_account_id, fund_id, opened_on)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        account.unitId,
        number,
        account.nameAr,
        account.nameEn ?? '',
        account.bankName,
        account.purpose ?? 'revenue',
        postable.id,
        account.fundId ?? null,
        account.openedOn ?? today(),
      ]
    )
    const id = Number(made.insertId)
    await Trail.record(
      {
        action: 'bank_account.opened',
        unitId: account.unitId,
        subjectType: 'bank_account',
        subjectId: id,
        label: number,
        after: { ...account, accountNo: number, ledgerAccount: ledger },
      },
      { by, trx }
    )
    return id
  })
}
