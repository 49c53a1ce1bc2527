import { test } from '@japa/runner'
import { existsSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join } from 'node:path'
import { DomainError } from '#core/domain_error'
import { SYSTEM } from '#audit/actor'
import { openTable } from '#core/readers/open_table'
import { openBatch } from '#core/imports/open_batch'
import { checkImport } from '#core/imports/run_import'
import { aUnit } from '#tests/support/units'
import { aBankAccount, counts, loadImportReference } from '#tests/support/imports'

const ROOT = process.env.SHARED_DATA ?? '../shared/data'
const MEGABYTES_OF_GROWTH = 200

async function filesUnder(folder: string): Promise<string[]> {
  const entries = await readdir(join(ROOT, folder), { withFileTypes: true, recursive: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
}

test.group('Files of other houses', (group) => {
  group.setup(loadImportReference)

  test('every one is judged row by row or refused in words, within seconds: {$self}')
    .with(['bank', 'malformed'])
    .run(async ({ assert }, folder) => {
      const unitId = await aUnit()
      const { number } = await aBankAccount(unitId)
      const before = process.memoryUsage().rss
      let judged = 0
      let refused = 0
      for (const path of await filesUnder(folder)) {
        const since = performance.now()
        try {
          const file = { kind: 'bank-statement', unitId, path, complete: false, by: SYSTEM }
          const batch = await openBatch(file)
          const { columns } = await openTable(path)
          // Whatever the columns are called, something is taken for the day and the amount.
          batch.mapping = {
            booked_on: columns[0],
            amount: columns[1] ?? columns[0],
            narrative: columns.at(-1),
            ...batch.mapping,
            account: { value: number },
          }
          await batch.save()
          counts(await checkImport(batch.id, { by: SYSTEM }))
          judged++
        } catch (error) {
          if (!(error instanceof DomainError))
            throw new Error(`${path}: ${String(error)}`, { cause: error })
          assert.match(error.messages.ar, /[\u0621-\u064a]{3}/, path)
          assert.isNotEmpty(error.messages.en, path)
          refused++
        }
        assert.isBelow(performance.now() - since, 15_000, path)
      }
      assert.isAbove(judged, 10)
      assert.isAbove(refused, 10)
      assert.isBelow((process.memoryUsage().rss - before) / 1e6, MEGABYTES_OF_GROWTH)
    })
    .timeout(300_000)
    .skip(!existsSync(ROOT), `SKIPPED ALOUD: no folder ${ROOT} (set SHARED_DATA)`)
})
