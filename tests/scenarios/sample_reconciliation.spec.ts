import { appendFile, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { SYSTEM } from '#audit/actor'
import { Month } from '#core/fiscal'
import { loadReference } from '#core/reference'
import { checkSample } from '#reporting/sample/check'
import { generateSample } from '#reporting/sample/generate'
import { NotASampleError } from '#reporting/sample/errors'
import { loadSample } from '#reporting/sample/load'
import { placesOf } from '#reporting/sample/places'
import StartReconciliation from '#revenue/actions/start_reconciliation'
import { aGovernorate } from '#tests/support/governorates'
import type { Assert } from '@japa/assert'
import type { TruthFile, TruthLine } from '#reporting/sample/folder'
import type { RunFigures } from '#revenue/reconciliation/figures'

/**
 * The main job from end to end, on worlds whose differences are known beforehand. More and larger ones
 * by night: `DIWAN_SAMPLE_SEEDS=1,2,3 DIWAN_SAMPLE_SITES=3000 npm test -- scenarios`.
 */
const SEEDS = (process.env.DIWAN_SAMPLE_SEEDS ?? '1,2').split(',').map(Number)
const SITES = Number(process.env.DIWAN_SAMPLE_SITES ?? 250)
const LAST = Month.of('2026-10')

test.group('A sample governorate is reconciled', (group) => {
  group.setup(async () => {
    await loadReference()
  })

  for (const [place, seed] of SEEDS.entries()) {
    const months = place === 0 || SITES > 1000 ? 12 : 6
    test(`seed ${seed}: every planted difference of ${months} months is found, and nothing else`, async ({
      assert,
      cleanup,
    }) => {
      const { folder, governorate } = await written({ seed, sites: SITES, months }, cleanup)
      const loaded = await loadSample(folder)
      assert.isEmpty(loaded.refusals)
      for (const [kind, counts] of Object.entries(loaded.kinds)) {
        assert.equal(counts.landed, counts.rows, kind)
      }

      const all = Month.range(LAST.plus(1 - months), LAST)
      const first = await reconcileAll(governorate.id, all)
      const { planted, found, ...rest } = await checkSample(folder)
      assert.deepEqual(rest, {
        ok: true,
        notReconciled: [],
        missing: [],
        extra: [],
        otherAmount: [],
        inputs: [],
      })
      assert.equal(found, planted)
      assert.isAbove(planted, 400)

      await changedTruthIsSeen(folder, assert)

      // Once more: the same facts, so nothing changes.
      const again = await reconcileAll(governorate.id, all.slice(-2))
      for (const [index, figures] of again.entries()) {
        assert.equal(figures.changed, 0, figures.month)
        const before = first.at(index - 2)!
        assert.deepEqual({ ...figures, run: 1, changed: 0 }, { ...before, run: 1, changed: 0 })
      }
    }).timeout(900_000)
  }

  test('a file that was changed after it was written is refused before anything lands', async ({
    assert,
    cleanup,
  }) => {
    const { folder, governorate } = await written({ seed: 6, sites: 220, months: 3 }, cleanup)
    await appendFile(join(folder, `charges-${governorate.code}-SNR.csv`), 'x')
    await assert.rejects(() => loadSample(folder), NotASampleError as never)
    const [imports] = await db.rawQuery(
      `SELECT i.id FROM imports i JOIN unit_closure c ON c.descendant_id = i.unit_id WHERE c.ancestor_id = ?`,
      [governorate.id]
    )
    assert.isEmpty(imports)
  })

  test('the same folder again brings nothing in and opens nothing', async ({ assert, cleanup }) => {
    const { folder } = await written({ seed: 5, sites: 220, months: 3 }, cleanup)
    const first = await loadSample(folder)
    assert.equal(first.accountsOpened, 11)
    const again = await loadSample(folder)
    assert.equal(again.accountsOpened, 0)
    assert.equal(again.cashiersRegistered, 0)
    for (const [kind, counts] of Object.entries(again.kinds)) {
      assert.equal(counts.unchanged, first.kinds[kind]!.landed, kind)
      assert.equal(counts.landed + counts.updated + counts.rejected, 0, kind)
    }
  }).timeout(300_000)
})

let governorates = 0

interface World {
  seed: number
  sites: number
  months: number
}

/** A sample of a governorate of its own, in a folder of its own. */
async function written(world: World, cleanup: (undo: () => Promise<void>) => void) {
  const folder = await mkdtemp(join(tmpdir(), 'diwan-sample-'))
  cleanup(() => rm(folder, { recursive: true }))
  const governorate = await aGovernorate(placesOf('X').map(({ short }) => short))
  // Each on ground of its own.
  const southward = ++governorates * 0.8
  await generateSample({
    ...world,
    lastMonth: LAST,
    folder,
    governorate: governorate.code,
    southward,
  })
  return { folder, governorate }
}

/** A truth with one line more, one less and one other amount names all three. */
async function changedTruthIsSeen(folder: string, assert: Assert): Promise<void> {
  const path = join(folder, 'truth.json')
  const text = await readFile(path, 'utf8')
  const truth = JSON.parse(text) as TruthFile
  const [less, other, more] = truth.differences as [TruthLine, TruthLine, TruthLine]
  const changed = [
    { ...other, amount: '0.01' },
    { ...more, subject: { ...more.subject, key: 'لا وجود له' } },
    ...truth.differences.slice(2),
  ]
  await writeFile(path, JSON.stringify({ ...truth, differences: changed }))
  const { ok, missing, extra, otherAmount } = await checkSample(folder)
  assert.isFalse(ok)
  assert.deepEqual(extra, [less])
  assert.deepEqual(missing, [changed[1]])
  assert.deepEqual(otherAmount, [{ ...other, amount: '0.01', found: other.amount }])
  await writeFile(path, text)
}

/** Month after month, as the command line does it. */
async function reconcileAll(unitId: number, months: readonly Month[]): Promise<RunFigures[]> {
  const figures: RunFigures[] = []
  for (const month of months) {
    figures.push(await new StartReconciliation().runHere({ unitId, month, by: SYSTEM }))
  }
  return figures
}
