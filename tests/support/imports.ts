import { mkdtemp, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import loadAssetClasses from '#database/reference/asset_classes'
import loadLedgerAccounts from '#database/reference/ledger_accounts'
import loadRevenueHeads from '#database/reference/revenue_heads'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import { SYSTEM } from '#audit/actor'
import { openBatch } from '#core/imports/open_batch'
import { checkImport, commitImport } from '#core/imports/run_import'
import type { Mapping } from '#core/imports/mapping'
import type { ImportOutcome } from '#core/imports/result'
import type { OpenOptions } from '#core/readers/types'

/** The chart, the heads and the classes that imports speak of. */
export async function loadImportReference(): Promise<void> {
  await db.transaction(async (trx) => {
    await loadLedgerAccounts(trx)
    await loadRevenueHeads(trx)
    await loadAssetClasses(trx)
  })
}

export interface TestFile {
  kind: string
  unitId: number
  /** Text (written as UTF-8), bytes, or the path of a real file. */
  content: string | Buffer
  name?: string
  mapping?: Mapping
  reading?: OpenOptions
  dryRun?: boolean
}

export type TestOutcome = ImportOutcome & { id: number }

/** Brings a file in through the real pipeline, as the command line does. */
export async function importFile(file: TestFile): Promise<TestOutcome> {
  const id = await uploadFile(file)
  const outcome = await (file.dryRun ? checkImport : commitImport)(id, { by: SYSTEM })
  return { ...outcome, id }
}

/** Records the import and judges nothing yet. */
export async function uploadFile(file: TestFile): Promise<number> {
  const path = join(await mkdtemp(join(tmpdir(), 'diwan-import-')), file.name ?? 'file.csv')
  await writeFile(path, file.content)
  const batch = await openBatch({
    kind: file.kind,
    unitId: file.unitId,
    path,
    mapping: file.mapping ?? null,
    reading: file.reading,
    by: SYSTEM,
  })
  return batch.id
}

/** `[landed, updated, unchanged, rejected, blank]`, after making sure that they add up. */
export function counts(outcome: ImportOutcome): number[] {
  const { landed, updated, unchanged, rejected, blank } = outcome
  const all = [landed, updated, unchanged, rejected, blank]
  if (all.reduce((sum, n) => sum + n, 0) !== outcome.rows) throw new Error('The rows do not add up')
  return all
}

let accounts = 0

/** A bank account of a unit with a number nobody else has. */
export async function aBankAccount(unitId: number): Promise<{ id: number; number: string }> {
  const number = `EG${process.pid}${Date.now()}${++accounts}`
  const id = await openBankAccount(
    { unitId, accountNo: number, nameAr: 'حساب اختبار', bankName: 'البنك المركزي' },
    { by: SYSTEM }
  )
  return { id, number }
}

/** Balance (debit − credit) of an account of the chart in one unit, as decimal text. */
export async function balanceOf(code: string, unitId: number): Promise<string> {
  const [[row]] = await db.rawQuery(
    `SELECT COALESCE(SUM(l.debit) - SUM(l.credit), 0) AS balance FROM ledger_lines l
     JOIN ledger_accounts a ON a.id = l.account_id WHERE a.code = ? AND l.unit_id = ?`,
    [code, unitId]
  )
  return String(row.balance)
}

/** One value of the database. */
export async function one(sql: string, bindings: (string | number)[] = []): Promise<string | null> {
  const [rows] = await db.rawQuery(sql, bindings)
  const value = rows[0] ? Object.values(rows[0] as object)[0] : null
  return value === null || value === undefined ? null : String(value)
}
