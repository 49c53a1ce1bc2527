import { relative } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { DomainError } from '#core/domain_error'
import { runImportCommand } from '#core/imports/command'
import { importKinds } from '#core/imports/kinds'
import { proposeMapping, type Mapping } from '#core/imports/mapping'
import { openTable } from '#core/readers/open_table'
import { ABSENT, filesBelow, isShared, sharedPath } from '#tests/support/shared_data'
import { aUnit } from '#tests/support/units'

const SECONDS = 5
const MEGABYTES = 512

/**
 * People: the first two columns, whatever they are called. Statements: as proposed, to one account, and
 * something is taken for the day and the amount when no column is called so.
 */
async function mappingFor(path: string, kind: string, account: string): Promise<Mapping> {
  const { columns } = await openTable(path)
  const [first, second = first] = columns
  if (kind === 'parties')
    return { party_no: first!, name: second!, kind: { value: 'organisation' } }
  const definition = await importKinds.definition(kind)
  return {
    booked_on: first!,
    amount: second!,
    narrative: columns.at(-1)!,
    ...proposeMapping(definition, columns),
    account: { value: account },
  }
}

/** A file may be read as anything its sender says it is. */
const SWEEPS = [
  { folder: 'malformed', kind: 'parties' },
  { folder: 'malformed', kind: 'bank-statement' },
  { folder: 'bank', kind: 'bank-statement' },
]

test.group('Damaged and hostile files', (group) => {
  group.tap((each) => each.timeout(240_000))

  for (const { folder, kind } of SWEEPS) {
    test(`every file of ${folder} sent as ${kind} is judged or refused with a sentence, and the house goes on`, async ({
      assert,
    }) => {
      const unit = await aUnit()
      const [[{ code }]] = await db.rawQuery('SELECT code FROM units WHERE id = ?', [unit])
      const account = `EG${String(unit).padStart(27, '7')}`
      await db.rawQuery(
        `INSERT IGNORE INTO ledger_accounts (code, name_ar, name_en, class) VALUES ('31110300', 'النقدية', 'Cash', 'asset')`
      )
      await db.rawQuery(
        `INSERT INTO bank_accounts (unit_id, account_no, name_ar, bank_name, ledger_account_id, opened_on)
         SELECT ?, ?, 'حساب', 'بنك', MIN(id), '2000-07-01' FROM ledger_accounts WHERE class = 'asset'`,
        [unit, account]
      )
      const before = process.memoryUsage().rss
      const seen = { landed: 0, refused: 0, rows: 0 }
      for (const path of filesBelow(sharedPath(folder))) {
        const name = relative(sharedPath(), path)
        const begun = performance.now()
        try {
          const mapping = await mappingFor(path, kind, account)
          const { code: exit, output } = await runImportCommand({
            kind,
            file: path,
            unit: code,
            mapping,
            commit: false,
          })
          if (exit === 0) {
            const { rows, landed, updated, unchanged, rejected, blank } = output as any
            assert.equal(rows, landed + updated + unchanged + rejected + blank, name)
            seen.landed++
            seen.rows += rows
          } else {
            const error = output.error as { messages: { ar: string; en: string } }
            assert.match(error.messages.ar, /[\u0600-\u06ff]{3}/, name)
            assert.isAbove(error.messages.en.length, 10, name)
            seen.refused++
          }
        } catch (error) {
          // The reader's own refusal, met while looking at the columns.
          assert.instanceOf(error, DomainError, `${name}: ${error}`)
          assert.match((error as DomainError).messages.ar, /[\u0600-\u06ff]{3}/, name)
          seen.refused++
        }
        assert.isBelow((performance.now() - begun) / 1000, SECONDS, name)
        assert.isBelow((process.memoryUsage().rss - before) / 1e6, MEGABYTES, name)
      }
      console.log(
        `    ${folder} as ${kind}: ${seen.landed} read (${seen.rows} rows), ${seen.refused} refused`
      )
      assert.isAbove(seen.landed, 10)
      assert.isAbove(seen.refused, 10)
      assert.equal((await db.rawQuery('SELECT 1 AS alive'))[0][0].alive, 1)
    }).skip(!isShared(), ABSENT)
  }
})
