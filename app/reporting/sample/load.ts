import { join } from 'node:path'
import db from '@adonisjs/lucid/services/db'
import { Money } from '#core/money'
import { SYSTEM } from '#audit/actor'
import { runImportCommand } from '#core/imports/command'
import { openBankAccount } from '#accounts/actions/open_bank_account'
import { registerCashier } from '#accounts/actions/register_cashier'
import { ReferenceMissingError } from '#reporting/sample/errors'
import { assertWhole, readSampleFile, type Manifest, type SetUp } from '#reporting/sample/folder'
import type { ManifestEntry } from '#reporting/sample/files/manifest'

export interface KindCounts {
  files: number
  /** Files that were committed before, byte for byte. */
  already: number
  rows: number
  landed: number
  updated: number
  unchanged: number
  rejected: number
  /** Control totals of what landed now. */
  landedTotals: Record<string, string>
}

export interface LoadSummary {
  folder: string
  accountsOpened: number
  cashiersRegistered: number
  kinds: Record<string, KindCounts>
  /** Files refused as a whole, and rows rejected: none in a sample. */
  refusals: { file: string; reason: unknown }[]
}

/** Told after each file: its place among all. */
export type Progress = (done: number, all: number, file: string) => void

/**
 * Brings a folder of `sample:generate` in through the same imports as any other file: accounts and
 * cashiers first, then the files in the order of the manifest. Files committed before are left alone,
 * so that loading again changes nothing.
 * @throws NotASampleError, ReferenceMissingError
 */
export async function loadSample(folder: string, progress?: Progress): Promise<LoadSummary> {
  const manifest = await readSampleFile<Manifest>(folder, 'manifest.json')
  for (const entry of manifest.files) await assertWhole(folder, entry)
  const summary: LoadSummary = {
    folder,
    ...(await setUpSample(folder)),
    kinds: {},
    refusals: [],
  }
  const before = await committed()
  for (const [index, entry] of manifest.files.entries()) {
    const counts = (summary.kinds[entry.kind] ??= nothingYet())
    counts.files++
    counts.rows += entry.rows
    if (before.has(fingerprint(entry.kind, entry.unit, entry.sha256))) {
      counts.already++
      counts.unchanged += entry.rows
    } else {
      await bringIn(join(folder, entry.file), entry, counts, summary)
    }
    progress?.(index + 1, manifest.files.length, entry.file)
  }
  return summary
}

/**
 * The bank accounts and cashiers that the files of a sample are about.
 * @throws NotASampleError, ReferenceMissingError
 */
export async function setUpSample(
  folder: string
): Promise<{ accountsOpened: number; cashiersRegistered: number }> {
  const setUp = await readSampleFile<SetUp>(folder, 'accounts.json')
  const units = await unitIds(setUp)
  return {
    accountsOpened: await openAccounts(setUp, units),
    cashiersRegistered: await registerCashiers(setUp, units),
  }
}

/** One file through the import of its kind. */
async function bringIn(
  path: string,
  entry: ManifestEntry,
  counts: KindCounts,
  summary: LoadSummary
): Promise<void> {
  const { output } = await runImportCommand({
    kind: entry.kind,
    file: path,
    unit: entry.unit,
    mapping: entry.map ?? null,
    commit: true,
  })
  if (output.error) {
    counts.rejected += entry.rows
    summary.refusals.push({ file: entry.file, reason: output.error })
    return
  }
  for (const name of ['landed', 'updated', 'unchanged', 'rejected'] as const) {
    counts[name] += Number(output[name])
  }
  const { landed } = output.totals as { landed: Record<string, string> }
  for (const [field, sum] of Object.entries(landed)) {
    const known = Money.of(counts.landedTotals[field] ?? '0.00')
    counts.landedTotals[field] = known.add(Money.of(sum)).toString()
  }
  const [first] = output.reasons as unknown[]
  if (first) summary.refusals.push({ file: entry.file, reason: first })
}

async function openAccounts({ accounts }: SetUp, units: Map<string, number>): Promise<number> {
  const [rows] = await db.rawQuery('SELECT account_no FROM bank_accounts')
  const known = new Set(rows.map((row: { account_no: string }) => row.account_no))
  const missing = accounts.filter(({ account_no }) => !known.has(account_no))
  for (const account of missing) {
    await openBankAccount(
      {
        unitId: units.get(account.unit)!,
        accountNo: account.account_no,
        nameAr: account.name_ar,
        nameEn: account.name_en,
        bankName: account.bank_name,
        purpose: account.purpose,
        openedOn: account.opened_on,
      },
      { by: SYSTEM }
    )
  }
  return missing.length
}

async function registerCashiers({ cashiers }: SetUp, units: Map<string, number>): Promise<number> {
  let changed = 0
  for (const { unit, code, name } of cashiers) {
    if (await registerCashier({ unitId: units.get(unit)!, code, name }, { by: SYSTEM })) changed++
  }
  return changed
}

/** @throws ReferenceMissingError */
async function unitIds({ accounts }: SetUp): Promise<Map<string, number>> {
  const [rows] = await db.rawQuery('SELECT id, code FROM units')
  const known = new Map<string, number>(
    rows.map((row: { id: number; code: string }) => [row.code, Number(row.id)])
  )
  for (const { unit } of accounts) if (!known.has(unit)) throw new ReferenceMissingError(unit)
  const [[heads]] = await db.rawQuery('SELECT COUNT(*) AS count FROM revenue_heads')
  if (Number(heads.count) === 0) throw new ReferenceMissingError('revenue_heads')
  return known
}

/** Files that are in the books already, by kind, unit and hash. */
async function committed(): Promise<Set<string>> {
  const [rows] = await db.rawQuery(
    `SELECT i.kind, u.code, LOWER(HEX(f.sha256)) AS sha256
     FROM imports i JOIN units u ON u.id = i.unit_id JOIN stored_files f ON f.id = i.file_id
     WHERE i.state = 'committed' AND i.rejected = 0`
  )
  return new Set(
    rows.map((row: { kind: string; code: string; sha256: string }) =>
      fingerprint(row.kind, row.code, row.sha256)
    )
  )
}

function fingerprint(kind: string, unit: string, sha256: string): string {
  return `${kind} ${unit} ${sha256}`
}

function nothingYet(): KindCounts {
  return {
    files: 0,
    already: 0,
    rows: 0,
    landed: 0,
    updated: 0,
    unchanged: 0,
    rejected: 0,
    landedTotals: {},
  }
}
