import { FiscalYear } from '#core/fiscal'
import { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import type { Day } from '#core/days'
import type { Trx } from '#core/within'
import {
  AccountNotPostableError,
  AlreadyPostedError,
  AlreadyReversedError,
  PeriodLockedError,
  UnbalancedEntryError,
} from '#accounts/errors'

/** The book in which a unit numbers its entries, per fiscal year without gaps. */
export const LEDGER_BOOK = 'ledger'

export interface EntryLine {
  /** Id or code of a postable account. */
  account: number | string
  debit?: Money
  credit?: Money
  memo?: string
}

export interface Entry {
  unitId: number
  postedOn: Day
  /** What kind of fact it is: `receipt`, `deposit_slip`, … */
  kind: string
  /** Document and transition: the same key posts once, ever. */
  businessKey: string
  description: string
  lines: readonly EntryLine[]
  importId?: number | null
}

interface By {
  trx: Trx
  by: { id: number | null }
}

/**
 * Posts one balanced entry and seals it, in the caller's transaction. From then on nothing changes
 * it; a correction is a reversal.
 * @throws UnbalancedEntryError AlreadyPostedError PeriodLockedError AccountNotPostableError
 */
export async function postEntry(
  entry: Entry,
  { trx, by }: By
): Promise<{ id: number; number: number }> {
  const total = assertBalanced(entry.lines)
  await assertOpen(entry.unitId, entry.postedOn, trx)
  const [posted] = await trx.rawQuery('SELECT id FROM ledger_entries WHERE business_key = ?', [
    entry.businessKey,
  ])
  if (posted.length) throw new AlreadyPostedError(entry.businessKey)
  const accounts = await accountIds(entry.lines, trx)
  return insertEntry({ ...entry, total, reversesId: null }, accounts, { trx, by })
}

/**
 * Posts the mirror of an entry, naming what it reverses.
 * @throws AlreadyReversedError PeriodLockedError
 */
export async function reverseEntry(
  entryId: number,
  { postedOn, reason, trx, by }: By & { postedOn?: Day; reason: string }
): Promise<{ id: number; number: number }> {
  const [[entry]] = await trx.rawQuery('SELECT * FROM ledger_entries WHERE id = ?', [entryId])
  const [[reversed]] = await trx.rawQuery('SELECT id FROM ledger_entries WHERE reverses_id = ?', [
    entryId,
  ])
  if (reversed) throw new AlreadyReversedError(entryId)
  const [lines] = await trx.rawQuery('SELECT * FROM ledger_lines WHERE entry_id = ? ORDER BY id', [
    entryId,
  ])
  const day = postedOn ?? entry.posted_on
  await assertOpen(entry.unit_id, day, trx)
  const mirrored: EntryLine[] = lines.map((line: any) => ({
    account: Number(line.account_id),
    debit: Money.of(line.credit),
    credit: Money.of(line.debit),
    memo: line.memo ?? undefined,
  }))
  const reversal = {
    unitId: Number(entry.unit_id),
    postedOn: day,
    kind: entry.kind,
    businessKey: `reversal/${entryId}`,
    description: reason.slice(0, 255),
    lines: mirrored,
    importId: entry.import_id,
    total: Money.of(entry.total),
    reversesId: entryId,
  }
  return insertEntry(reversal, await accountIds(mirrored, trx), { trx, by })
}

/** @throws PeriodLockedError */
export async function assertOpen(unitId: number, day: Day, trx: Trx): Promise<void> {
  const [[locked]] = await trx.rawQuery(
    `SELECT 1 FROM accounting_periods WHERE unit_id = ? AND month = DATE_FORMAT(?, '%Y-%m-01') AND state = 'locked'`,
    [unitId, day]
  )
  if (locked) throw new PeriodLockedError(unitId, day)
}

function assertBalanced(lines: readonly EntryLine[]): Money {
  const debit = Money.sum(lines.map((line) => line.debit ?? Money.zero))
  const credit = Money.sum(lines.map((line) => line.credit ?? Money.zero))
  if (!debit.equals(credit) || !debit.isPositive()) throw new UnbalancedEntryError(debit, credit)
  return debit
}

async function accountIds(
  lines: readonly EntryLine[],
  trx: Trx
): Promise<Map<number | string, number>> {
  const ids = new Map<number | string, number>()
  for (const { account } of lines) {
    if (ids.has(account)) continue
    const column = typeof account === 'number' ? 'id' : 'code'
    const [[row]] = await trx.rawQuery(
      `SELECT id FROM ledger_accounts WHERE ${column} = ? AND is_postable = 1`,
      [account]
    )
    if (!row) throw new AccountNotPostableError(String(account))
    ids.set(account, Number(row.id))
  }
  return ids
}

async function insertEntry(
  entry: Entry & { total: Money; reversesId: number | null },
  accounts: Map<number | string, number>,
  { trx, by }: By
): Promise<{ id: number; number: number }> {
  const fiscalYear = FiscalYear.containing(entry.postedOn).label
  const number = await nextNumber({ unitId: entry.unitId, book: LEDGER_BOOK, fiscalYear }, trx)
  const [made] = await trx.rawQuery(
    `INSERT INTO ledger_entries (unit_id, posted_on, fiscal_year, number, kind, business_key, description,
       total, reverses_id, import_id, created_by) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
    [
      entry.unitId,
      entry.postedOn,
      fiscalYear,
      number,
      entry.kind,
      entry.businessKey,
      entry.description,
      entry.total.toString(),
      entry.reversesId as number,
      (entry.importId ?? null) as number,
      by.id as number,
    ]
  )
  const id = Number(made.insertId)
  for (const line of entry.lines) {
    await trx.rawQuery(
      `INSERT INTO ledger_lines (entry_id, account_id, unit_id, posted_on, debit, credit, memo)
       VALUES (?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        accounts.get(line.account)!,
        entry.unitId,
        entry.postedOn,
        (line.debit ?? Money.zero).toString(),
        (line.credit ?? Money.zero).toString(),
        (line.memo ?? null) as string,
      ]
    )
  }
  await trx.rawQuery('INSERT INTO ledger_seals (entry_id) VALUES (?)', [id])
  return { id, number }
}
