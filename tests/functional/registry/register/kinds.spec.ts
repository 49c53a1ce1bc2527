import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import { verifyCheckCharacter } from '#core/identifiers'
import { SelfApprovalError } from '#identity/errors'
import { ellipsoidArea } from '#registry/geo/shape'
import type { Shape } from '#registry/geo/types'
import { assetAsOf, custodyAsOf, geometryAsOf } from '#registry/register/as_of'
import DecideChange from '#registry/register/decide_change'
import {
  AssetEndedError,
  NotTheMakerError,
  OverrideRefusedError,
  ProposalAlteredError,
  ProposalError,
  RulesStandError,
  ShadowedFactError,
  StaleAssetError,
  StepOrderError,
} from '#registry/register/errors'
import { scaled } from '#registry/register/facts'
import { ancestorsOf, descendantsOf } from '#registry/register/lineage'
import RecordStep from '#registry/register/record_step'
import WithdrawChange from '#registry/register/withdraw_change'
import {
  aParcel,
  anOffice,
  assetRow,
  change,
  newGround,
  outputOf,
  propose,
  square,
} from '#tests/support/register'

/** Whatever was thrown, or nothing. */
const thrown = (work: Promise<unknown>) =>
  work.then(
    () => null,
    (error: unknown) => error as any
  )

/** The two halves of a square, cut from south to north. */
function halves(shape: Shape): [Shape, Shape] {
  const [[w, s], [e], [, n]] = (shape as any).coordinates[0]
  const middle = (w + e) / 2
  const box = (a: number, b: number): Shape => ({
    type: 'Polygon',
    coordinates: [
      [
        [a, s],
        [b, s],
        [b, n],
        [a, n],
        [a, s],
      ],
    ],
  })
  return [box(w, middle), box(middle, e)]
}

test.group('Register changes | create', () => {
  test('a parcel enters with a code, its facts, its shape and its area', async ({ assert }) => {
    const office = await anOffice()
    const shape = square(100, { ground: newGround() })
    const id = await aParcel(office, { shape, facts: { hod: 'حوض الجزيرة', plot_no: '١٢' } })
    const row = await assetRow(id)
    assert.isTrue(verifyCheckCharacter(row.code))
    assert.include(row.code, '-L-')
    assert.equal(row.record_status, 'recorded')
    assert.equal(row.version, 1)
    assert.closeTo(Number(row.area_m2), 10_000, 100)
    const land = await db.from('asset_lands').where('asset_id', id).firstOrFail()
    assert.equal(land.hod, 'حوض الجزيرة')
    const facts = (await assetAsOf(id))!
    assert.equal(facts.name, 'أرض فضاء')
    assert.equal(facts.unit_id, office.unitId)
    const geometry = (await geometryAsOf(id))!
    assert.equal(geometry.version, 1)
    assert.equal(geometry.area_m2, ellipsoidArea(shape).toFixed(4))
    assert.isNull(await assetAsOf(id, { on: '2026-06-30' }))
  })

  test('an overlap is a warning when proposed and stops the approval', async ({ assert }) => {
    const office = await anOffice()
    const ground = newGround()
    await aParcel(office, { shape: square(100, { ground }) })
    const over = square(100, { ground, east: 50 })
    const made = await propose(office, 'create', {
      class: 'land.vacant',
      facts: { name: 'ب' },
      geometry: over,
    })
    assert.deepEqual(
      made.findings!.map(({ rule, severity }) => [rule, severity]),
      [['R2', 'warning']]
    )
    const error = await thrown(new DecideChange().approve(made.id, { by: office.checker }))
    assert.instanceOf(error, RulesStandError)
    assert.deepEqual(error.facts.rules, ['R2'])
    assert.equal((await made.refresh()).status, 'proposed')
  })

  test('a holder of the permission overrides with a reason, and the reason is kept', async ({
    assert,
  }) => {
    const office = await anOffice()
    const ground = newGround()
    await aParcel(office, { shape: square(100, { ground }) })
    const over = square(100, { ground, east: 50 })
    const asked = { class: 'land.vacant', facts: { name: 'ب' }, geometry: over }
    const made = await propose(office, 'create', asked)
    const approve = (reason: string) =>
      new DecideChange().approve(made.id, {
        by: office.checker,
        overrides: [{ rule: 'R2', reason }],
      })
    assert.instanceOf(await thrown(approve('لا')), OverrideRefusedError)
    await approve('نزاع حدود معروض على لجنة المساحة رقم 4')
    const [kept] = (await made.refresh()).findings!
    assert.equal(kept!.override!.by.id, office.checker.id)
    assert.include(kept!.override!.reason, 'لجنة المساحة')
  })

  test('a number that another asset ever had is refused by rule R24', async ({ assert }) => {
    const office = await anOffice()
    const shape = null
    await aParcel(office, { shape, facts: { unified_property_no: `U-${office.unitId}` } })
    const error = await thrown(
      aParcel(office, { shape, facts: { unified_property_no: `U-${office.unitId}` } })
    )
    assert.deepEqual(error.facts.rules, ['R24'])
    const plot = { hod: 'الحوض', plot_no: '7' }
    await aParcel(office, { shape, facts: plot })
    const twin = await thrown(aParcel(office, { shape, facts: plot }))
    assert.deepEqual(twin.facts.rules, ['R24'])
  })

  test('a fact nobody knows, or a bad one, is refused by its name', async ({ assert }) => {
    const office = await anOffice()
    const shape = null
    const unknown = await thrown(aParcel(office, { shape, facts: { colour: 'red' } }))
    assert.instanceOf(unknown, ProposalError)
    assert.equal(unknown.facts.field, 'colour')
    const bad = await thrown(aParcel(office, { shape, facts: { area_m2: 'كثير' } }))
    assert.equal(bad.facts.field, 'area_m2')
    const ended = await thrown(aParcel(office, { shape, facts: { life_status: 'disposed' } }))
    assert.instanceOf(ended, ProposalError)
  })
})

test.group('Register changes | decisions', () => {
  test('who made it does not decide it, in code and in the database', async ({ assert }) => {
    const office = await anOffice()
    const made = await propose(office, 'create', { class: 'land.vacant', facts: { name: 'أ' } })
    const error = await thrown(new DecideChange().approve(made.id, { by: office.maker }))
    assert.instanceOf(error, SelfApprovalError)
    const sql = await thrown(
      db.rawQuery(
        "UPDATE register_transactions SET status = 'approved', decided_by = made_by WHERE id = ?",
        [made.id]
      )
    )
    assert.match(sql.message, /maker_is_not_checker/)
  })

  test('an approval binds the fingerprint of what was proposed', async ({ assert }) => {
    const office = await anOffice()
    const made = await change(office, 'create', { class: 'land.vacant', facts: { name: 'أ' } })
    const approval = await db
      .from('approvals')
      .where({ subject_type: 'register_transaction', subject_id: made.id })
      .firstOrFail()
    assert.isTrue(approval.document_hash.equals((await made.refresh()).documentHash))
    const other = await propose(office, 'create', { class: 'land.vacant', facts: { name: 'ب' } })
    const refused = await thrown(
      db.rawQuery("UPDATE register_transactions SET proposal = '{}' WHERE id = ?", [other.id])
    )
    assert.match(refused.message, /keeps its facts/)
    // An input slipped in behind the house does not fit the fingerprint.
    const asset = await outputOf(made)
    await db.rawQuery(
      "INSERT INTO transaction_assets (transaction_id, asset_id, part, base_version) VALUES (?, ?, 'input', 1)",
      [other.id, asset]
    )
    assert.instanceOf(
      await thrown(new DecideChange().approve(other.id, { by: office.checker })),
      ProposalAlteredError
    )
  })

  test('a decided transaction is final and none is deleted', async ({ assert }) => {
    const office = await anOffice()
    const made = await change(office, 'create', { class: 'land.vacant', facts: { name: 'أ' } })
    const again = await thrown(
      new DecideChange().refuse(made.id, { by: office.checker, reason: 'متأخر' })
    )
    assert.equal(again.code, 'E_TRANSITION')
    const sql = await thrown(
      db.rawQuery("UPDATE register_transactions SET status = 'proposed' WHERE id = ?", [made.id])
    )
    assert.match(sql.message, /final/)
    assert.match(
      (await thrown(db.rawQuery('DELETE FROM register_transactions WHERE id = ?', [made.id])))
        .message,
      /never deleted/
    )
  })

  test('a refusal keeps its reason and changes nothing', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office, { shape: null })
    const made = await propose(office, 'correction', {
      asset_id: id,
      facts: { street: 'شارع النيل' },
    })
    await new DecideChange().refuse(made.id, { by: office.checker, reason: 'لا مستند' })
    assert.equal((await made.refresh()).refusal, 'لا مستند')
    assert.equal((await assetRow(id)).street, '')
    assert.equal((await assetRow(id)).version, 1)
  })

  test('only its maker withdraws it', async ({ assert }) => {
    const office = await anOffice()
    const made = await propose(office, 'create', { class: 'land.vacant', facts: { name: 'أ' } })
    const other = await thrown(
      new WithdrawChange().handle(made.id, { by: office.checker.asActor() as never })
    )
    assert.instanceOf(other, NotTheMakerError)
    await new WithdrawChange().handle(made.id, { by: office.maker.asActor() as never })
    assert.equal((await made.refresh()).status, 'withdrawn')
  })

  test('a change made on an older version is refused (R23)', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office, { shape: null })
    const first = await propose(office, 'correction', { asset_id: id, facts: { street: 'أ' } })
    await change(office, 'correction', { asset_id: id, facts: { landmark: 'المسجد' } })
    const error = await thrown(new DecideChange().approve(first.id, { by: office.checker }))
    assert.instanceOf(error, StaleAssetError)
    assert.equal(error.status, 409)
    assert.equal((await assetRow(id)).street, '')
    const stale = await thrown(
      propose(office, 'correction', { asset_id: id, base_version: 1, facts: { street: 'ب' } })
    )
    assert.instanceOf(stale, StaleAssetError)
  })
})

test.group('Register changes | split and merge', () => {
  test('a split ends the whole and its parts cover it', async ({ assert }) => {
    const office = await anOffice()
    const shape = square(100, { ground: newGround() })
    const id = await aParcel(office, {
      shape,
      facts: { hod: 'ح', plot_no: '9', domain: 'private' },
    })
    const [a, b] = halves(shape)
    const made = await change(office, 'split', {
      asset_id: id,
      parts: [{ geometry: a }, { geometry: b }],
    })
    const whole = await assetRow(id)
    assert.equal(whole.life_status, 'split')
    assert.equal(whole.is_current, 0)
    const parts = [await outputOf(made, 0), await outputOf(made, 1)]
    const rows = await Promise.all(parts.map(assetRow))
    assert.deepEqual(
      rows.map((row) => row.domain),
      ['private', 'private']
    )
    const plots = await db
      .from('asset_lands')
      .whereIn('asset_id', parts)
      .orderBy('asset_id')
      .select('plot_no')
    assert.deepEqual(
      plots.map((row) => row.plot_no),
      ['9/1', '9/2']
    )
    const shown = await db
      .from('asset_shapes')
      .whereIn('asset_id', [id, ...parts])
      .select('asset_id')
    assert.sameMembers(
      shown.map((row) => Number(row.asset_id)),
      parts
    )
    const sum = (await descendantsOf(id)).reduce((total, { areaM2 }) => total + Number(areaM2), 0)
    assert.closeTo(sum, ellipsoidArea(shape), 0.01)
    const [from] = await ancestorsOf(parts[1]!)
    assert.equal(from!.fromAssetId, id)
  })

  test('parts that leave ground out or lie over each other are refused (R6)', async ({
    assert,
  }) => {
    const office = await anOffice()
    const ground = newGround()
    const shape = square(100, { ground })
    const id = await aParcel(office, { shape })
    const [a] = halves(shape)
    const small = square(10, { ground, east: 80 })
    const error = await thrown(
      change(office, 'split', { asset_id: id, parts: [{ geometry: a }, { geometry: small }] })
    )
    assert.include(error.facts.rules, 'R6')
    assert.equal((await assetRow(id)).life_status, 'in_service')
    const one = await thrown(
      change(office, 'split', { asset_id: id, parts: [{ geometry: shape }] })
    )
    assert.instanceOf(one, ProposalError)
  })

  test('a merge covers what its inputs covered, and they end', async ({ assert }) => {
    const office = await anOffice()
    const ground = newGround()
    const [one, two] = halves(square(100, { ground }))
    const ids = [await aParcel(office, { shape: one }), await aParcel(office, { shape: two })]
    const made = await change(office, 'merge', {
      assets: ids.map((id) => ({ asset_id: id })),
      facts: { name: 'الكل' },
    })
    const whole = await outputOf(made)
    const geometry = (await geometryAsOf(whole))!
    assert.closeTo(Number(geometry.area_m2), ellipsoidArea(one) + ellipsoidArea(two), 0.05)
    assert.deepEqual(
      (await Promise.all(ids.map(assetRow))).map((row) => row.life_status),
      ['merged', 'merged']
    )
    const self = await thrown(
      propose(office, 'merge', { assets: [{ asset_id: whole }, { asset_id: whole }] })
    )
    assert.instanceOf(self, ProposalError)
    const ended = await thrown(
      propose(office, 'merge', { assets: [{ asset_id: whole }, { asset_id: ids[0] }] })
    )
    assert.instanceOf(ended, AssetEndedError)
  })

  test('things of different domains are not merged', async ({ assert }) => {
    const office = await anOffice()
    const [one, two] = halves(square(100, { ground: newGround() }))
    const ids = [
      await aParcel(office, { shape: one, facts: { domain: 'public' } }),
      await aParcel(office, { shape: two, facts: { domain: 'private' } }),
    ]
    const error = await thrown(
      change(office, 'merge', { assets: ids.map((id) => ({ asset_id: id })) })
    )
    assert.deepEqual(error.facts.rules, ['R7'])
  })
})

test.group('Register changes | boundary and correction', () => {
  test('a new survey adds a version; the earlier one is read as of its days', async ({
    assert,
  }) => {
    const office = await anOffice()
    const ground = newGround()
    const id = await aParcel(office, { shape: square(100, { ground }), effectiveOn: '2026-07-01' })
    await change(
      office,
      'boundary',
      { asset_id: id, geometry: square(90, { ground }) },
      { effectiveOn: '2026-09-01' }
    )
    const [then, now] = [await geometryAsOf(id, { on: '2026-08-31' }), await geometryAsOf(id)]
    assert.deepEqual([then!.version, now!.version], [1, 2])
    assert.closeTo(Number(now!.area_m2), 8100, 90)
    assert.equal((await assetRow(id)).area_m2, scaled(now!.area_m2, 3))
    const shown = await db.from('asset_shapes').where('asset_id', id).firstOrFail()
    assert.equal(Number(shown.geometry_id), now!.id)
  })

  test('a boundary correction leaves other facts alone', async ({ assert }) => {
    const office = await anOffice()
    const ground = newGround()
    const id = await aParcel(office, { shape: square(100, { ground }) })
    const error = await thrown(
      propose(office, 'boundary', {
        asset_id: id,
        geometry: square(90, { ground }),
        facts: { name: 'ج' },
      })
    )
    assert.instanceOf(error, ProposalError)
  })

  test('a correction of the past stands behind a later fact', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office, {
      shape: null,
      facts: { street: 'القديم' },
      effectiveOn: '2026-01-01',
    })
    await change(
      office,
      'correction',
      { asset_id: id, facts: { street: 'الجديد' } },
      { effectiveOn: '2026-06-01' }
    )
    const before = new Date()
    await change(
      office,
      'correction',
      { asset_id: id, facts: { street: 'الصحيح' } },
      { effectiveOn: '2026-03-01' }
    )
    assert.equal((await assetRow(id)).street, 'الجديد')
    const street = async (on: string, known?: Date) => (await assetAsOf(id, { on, known }))!.street
    assert.equal(await street('2026-02-01'), 'القديم')
    assert.equal(await street('2026-04-01'), 'الصحيح')
    assert.equal(await street('2026-04-01', before), 'القديم')
    assert.equal(await street('2026-07-01'), 'الجديد')
  })

  test('a correction does not touch what has a transaction of its own', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office, { shape: null })
    const error = await thrown(
      propose(office, 'correction', { asset_id: id, facts: { domain: 'private' } })
    )
    assert.equal(error.facts.field, 'domain')
  })
})

test.group('Register changes | custody and allocation', () => {
  test('a transfer comes into effect after its four steps, in their order', async ({ assert }) => {
    const office = await anOffice()
    const to = await anOffice()
    const id = await aParcel(office, {
      shape: null,
      effectiveOn: '2026-01-01',
      facts: { custody_jurisdiction: { unit_id: office.unitId, name: 'الوحدة' } },
    })
    const made = await propose(
      office,
      'custody',
      {
        asset_id: id,
        kind: 'jurisdiction',
        to: { unit_id: to.unitId, name: 'المستلم' },
        moves_unit: true,
      },
      { effectiveOn: '2026-10-01' }
    )
    const early = await thrown(new DecideChange().approve(made.id, { by: office.checker }))
    assert.instanceOf(early, StepOrderError)
    const step = (name: string, on: string, by = office.checker) =>
      new RecordStep().handle(made.id, { step: name as never, on, number: '5' }, { by })
    assert.instanceOf(await thrown(step('receiver', '2026-09-02', to.checker)), StepOrderError)
    await step('sender', '2026-09-01')
    await step('receiver', '2026-09-02', to.checker)
    assert.instanceOf(await thrown(step('decree', '2026-09-01')), ProposalError)
    await step('decree', '2026-09-10')
    await step('handover', '2026-09-20')
    await new DecideChange().approve(made.id, { by: office.checker })
    assert.equal(
      (await custodyAsOf(id, 'jurisdiction', { on: '2026-09-30' }))!.unit_id,
      office.unitId
    )
    assert.equal((await custodyAsOf(id, 'jurisdiction', { on: '2026-10-01' }))!.unit_id, to.unitId)
    assert.equal((await assetRow(id)).unit_id, to.unitId)
    const periods = await db.from('custodies').where('asset_id', id).orderBy('valid_from')
    assert.deepEqual(
      periods.map((row) => [row.valid_from, row.valid_to]),
      [
        ['2026-01-01', '2026-10-01'],
        ['2026-10-01', '9999-12-31'],
      ]
    )
    assert.match(
      (
        await thrown(
          db.rawQuery('UPDATE transaction_steps SET number = 1 WHERE transaction_id = ?', [made.id])
        )
      ).message,
      /append-only|denied/
    )
  })

  test('who holds it already receives nothing (R9)', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office, {
      shape: null,
      facts: { custody_use: { name: 'مديرية الصحة' } },
    })
    const made = await propose(office, 'custody', {
      asset_id: id,
      kind: 'use',
      to: { name: 'مديرية الصحة' },
    })
    assert.deepEqual(
      made.findings!.map(({ rule }) => rule),
      ['R9']
    )
    const nobody = await thrown(propose(office, 'custody', { asset_id: id, kind: 'use', to: {} }))
    assert.instanceOf(nobody, ProposalError)
  })

  test('an allocation gives the use to an authority for a purpose', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office, { shape: null })
    await change(office, 'allocation', {
      asset_id: id,
      to: { name: 'مديرية التربية والتعليم' },
      purpose: 'مدرسة ابتدائية',
    })
    assert.equal((await custodyAsOf(id, 'use'))!.name, 'مديرية التربية والتعليم')
    assert.equal((await assetAsOf(id))!.use_planned, 'مدرسة ابتدائية')
    assert.instanceOf(
      await thrown(propose(office, 'allocation', { asset_id: id, to: { name: 'س' } })),
      ProposalError
    )
  })
})

test.group('Register changes | class, disposal and verification', () => {
  test('public domain becomes private only by a decision (R13)', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office, { shape: null, facts: { domain: 'public' } })
    const asked = { asset_id: id, facts: { domain: 'private' } }
    assert.deepEqual((await thrown(change(office, 'reclassify', asked))).facts.rules, ['R13'])
    const undedication = { number: '77', on: '2026-06-15', authority: 'محافظ الفيوم' }
    await change(office, 'reclassify', { ...asked, undedication })
    assert.equal((await assetRow(id)).domain, 'private')
    const stray = await thrown(
      propose(office, 'reclassify', { asset_id: id, facts: { name: 'س' } })
    )
    assert.instanceOf(stray, ProposalError)
  })

  test('what is disposed of stays readable and changes no more', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office, { facts: { domain: 'private' } })
    await change(
      office,
      'disposal',
      { asset_id: id, how: 'sale', to: 'مشتر' },
      { effectiveOn: '2026-08-01' }
    )
    assert.equal((await assetRow(id)).life_status, 'disposed')
    assert.equal((await assetAsOf(id, { on: '2026-07-31' }))!.life_status, 'in_service')
    assert.lengthOf(await db.from('asset_shapes').where('asset_id', id), 0)
    const error = await thrown(
      propose(office, 'correction', { asset_id: id, facts: { street: 'س' } })
    )
    assert.instanceOf(error, AssetEndedError)
    const publicLand = await aParcel(office, { shape: null, facts: { domain: 'public' } })
    assert.deepEqual(
      (await thrown(change(office, 'disposal', { asset_id: publicLand, how: 'sale' }))).facts.rules,
      ['R13']
    )
  })

  test('an end from before a later fact of the same kind is refused', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office, { shape: null, effectiveOn: '2026-07-01' })
    const error = await thrown(
      change(office, 'disposal', { asset_id: id, how: 'write_off' }, { effectiveOn: '2026-06-01' })
    )
    assert.instanceOf(error, ShadowedFactError)
  })

  test('a record is verified when it has what its class asks (R27)', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office)
    const error = await thrown(change(office, 'verification', { asset_id: id, to: 'verified' }))
    assert.deepEqual(error.facts.rules, ['R27'])
    await change(office, 'verification', { asset_id: id, to: 'surveyed' })
    assert.equal((await assetRow(id)).record_status, 'surveyed')
    const backwards = await thrown(
      propose(office, 'verification', { asset_id: id, to: 'surveyed' })
    )
    assert.equal(backwards.code, 'E_TRANSITION')
  })
})

test.group('Register changes | cancellation', () => {
  test('a cancelled split gives the whole back and supersedes its parts', async ({ assert }) => {
    const office = await anOffice()
    const shape = square(100, { ground: newGround() })
    const id = await aParcel(office, { shape })
    const [a, b] = halves(shape)
    const split = await change(office, 'split', {
      asset_id: id,
      parts: [{ geometry: a }, { geometry: b }],
    })
    const cancelled = await change(office, 'cancellation', { transaction_id: split.id })
    assert.equal(cancelled.cancelsId, split.id)
    const whole = await assetRow(id)
    assert.deepEqual([whole.life_status, whole.is_current], ['in_service', 1])
    const part = await assetRow(await outputOf(split))
    assert.deepEqual([part.record_status, part.is_current], ['superseded', 0])
    const shown = await db.from('asset_shapes').where('asset_id', id)
    assert.lengthOf(shown, 1)
    assert.deepEqual(await descendantsOf(id), [])
    // The same ground may be split again.
    await change(office, 'split', { asset_id: id, parts: [{ geometry: a }, { geometry: b }] })
  })

  test('a cancelled boundary correction brings the earlier shape back as a new version', async ({
    assert,
  }) => {
    const office = await anOffice()
    const ground = newGround()
    const id = await aParcel(office, { shape: square(100, { ground }) })
    const made = await change(office, 'boundary', {
      asset_id: id,
      geometry: square(90, { ground }),
    })
    await change(office, 'cancellation', { transaction_id: made.id })
    const geometry = (await geometryAsOf(id))!
    assert.equal(geometry.version, 3)
    assert.closeTo(Number(geometry.area_m2), ellipsoidArea(square(100, { ground })), 0.01)
    assert.equal((await assetRow(id)).area_m2, scaled(geometry.area_m2, 3))
  })

  test('nothing later may stand on what is cancelled, and only once (R30)', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office, { shape: null })
    const first = await change(office, 'correction', { asset_id: id, facts: { street: 'أ' } })
    const second = await change(office, 'correction', { asset_id: id, facts: { street: 'ب' } })
    const error = await thrown(change(office, 'cancellation', { transaction_id: first.id }))
    assert.deepEqual(error.facts.rules, ['R30'])
    await change(office, 'cancellation', { transaction_id: second.id })
    assert.equal((await assetRow(id)).street, 'أ')
    const again = await thrown(change(office, 'cancellation', { transaction_id: second.id }))
    assert.isNotNull(again)
  })
})

test.group('Register log', () => {
  test('refuses to be changed or emptied by SQL', async ({ assert }) => {
    const office = await anOffice()
    const id = await aParcel(office)
    for (const table of ['asset_changes', 'asset_geometries']) {
      const update = await thrown(
        db.rawQuery(`UPDATE ${table} SET valid_from = '2020-01-01' WHERE asset_id = ?`, [id])
      )
      assert.match(update.message, /append-only|denied/)
      const remove = await thrown(db.rawQuery(`DELETE FROM ${table} WHERE asset_id = ?`, [id]))
      assert.match(remove.message, /append-only|denied/)
    }
  })
})
