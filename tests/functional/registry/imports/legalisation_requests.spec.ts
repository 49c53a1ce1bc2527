import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import loadRegistryEncroachments from '#database/reference/registry_encroachments'
import loadRegistryRules from '#database/reference/registry_rules'
import { SYSTEM } from '#audit/actor'
import { addDays, today, type Day } from '#core/days'
import { ImportInUseError } from '#core/imports/in_use'
import { undoImport } from '#core/imports/undo'
import Legalise from '#registry/encroachments/actions/legalise'
import type { Shape } from '#registry/geo/shape'
import EncroachmentCase from '#registry/models/encroachment_case'
import LegalisationFile from '#registry/models/legalisation_file'
import { CasesWorld } from '#tests/support/cases_world'
import { counts, importFile, loadImportReference } from '#tests/support/imports'
import { aParcel, freshGround, rectangle } from '#tests/support/parcels'
import { RECORDS } from '#tests/support/records'

const KIND = 'legalisation-requests'
/** A day on which the portal took requests. */
const OPEN: Day = '2026-03-10'
let numbers = 0
const number = () => `P-${process.pid}-${Date.now() % 1_000_000}-${++numbers}`

interface Request {
  no?: string
  who?: string
  on?: Day
  ground?: string
  area?: string
  paid?: string
  paidOn?: Day
  state?: string
  carried?: string
  shape?: Shape | null
}

const file = (requests: readonly Request[]) =>
  JSON.stringify({
    type: 'FeatureCollection',
    features: requests.map(({ shape = null, ...given }) => ({
      type: 'Feature',
      properties: {
        'رقم الطلب بالمنصة': given.no ?? number(),
        'مقدم الطلب': given.who ?? 'سيد عبد الله',
        'تاريخ التقديم': given.on ?? OPEN,
        'نوع الأرض': given.ground ?? 'بناء',
        'المساحة م²': given.area ?? '100',
        'الموقع': 'عزبة الشيخ',
        'الرسوم المسددة': given.paid ?? '',
        'تاريخ سداد الرسوم': given.paidOn ?? '',
        'حالة الطلب': given.state ?? '',
        'محول من القانون 144 لسنة 2017': given.carried ?? '',
      },
      geometry: shape,
    })),
  })

const bring = (unitId: number, requests: readonly Request[], dryRun = false) =>
  importFile({ kind: KIND, unitId, content: file(requests), name: 'portal.geojson', dryRun })

const fileOf = (portalNo: string) => LegalisationFile.findByOrFail('portalNo', portalNo)

test.group("The portal's list of legalisation requests", (group) => {
  group.setup(async () => {
    await loadImportReference()
    await db.transaction(async (trx) => {
      await loadRegistryRules(trx)
      await loadRegistryEncroachments(trx)
    })
  })
  group.tap((each) => each.timeout(60_000))

  test('a request opens a case on the way of legalisation, its fees by the tariff; again nothing', async ({
    assert,
  }) => {
    const world = await CasesWorld.make()
    const at = await freshGround()
    const [one, two] = [number(), number()]
    const requests = [
      { no: one, shape: rectangle(at, 0, 0, 10, 10) },
      {
        ...{ no: two, ground: 'زراعية', area: '42008.3333', paid: '7500' },
        ...{ paidOn: addDays(OPEN, 3), shape: rectangle(at, 500, 0, 205, 205) },
      },
    ]
    const dry = await bring(world.unitId, requests, true)
    assert.deepEqual(counts(dry), [2, 0, 0, 0, 0])
    assert.equal(dry.totals.landed.fee_paid, '7500.00')
    const outcome = await bring(world.unitId, requests)
    assert.deepEqual(counts(outcome), [2, 0, 0, 0, 0])
    const first = await fileOf(one)
    const kase = await EncroachmentCase.findOrFail(first.caseId!)
    assert.deepEqual(
      [kase.status, kase.source, kase.occupierName, String(first.fees)],
      ['filed', 'portal', 'سيد عبد الله', '600.00']
    )
    // 10 feddan: 2,500 for the examination and 10 × 500 for the inspection.
    const second = await fileOf(two)
    const paid = await EncroachmentCase.findOrFail(second.caseId!)
    assert.deepEqual(
      [String(second.fees), second.feesPaidOn, paid.status, second.portalState],
      ['7500.00', addDays(OPEN, 3), 'fees_paid', 'paid']
    )
    assert.isNull(second.madeBy)
    assert.deepEqual(counts(await bring(world.unitId, requests)), [0, 0, 2, 0, 0])
  })

  test('it joins the case of its ground, and freezes one that is under removal', async ({
    assert,
  }) => {
    const world = await CasesWorld.make()
    const at = await freshGround()
    const minuted = await world.at('minuted', { shape: rectangle(at, 0, 0, 30, 30), areaM2: null })
    const issued = await world.at('issued', { shape: rectangle(at, 500, 0, 30, 30), areaM2: null })
    const [one, two] = [number(), number()]
    const outcome = await bring(world.unitId, [
      { no: one, who: 'سيد عبدالله محمود', shape: rectangle(at, 5, 5, 20, 20) },
      { no: two, shape: rectangle(at, 505, 5, 20, 20) },
    ])
    assert.deepEqual(counts(outcome), [2, 0, 0, 0, 0])
    await minuted.refresh()
    assert.equal(minuted.status, 'filed')
    assert.equal((await fileOf(one)).caseId, minuted.id)
    await issued.refresh()
    assert.equal(issued.status, 'issued')
    const alone = await fileOf(two)
    assert.isNull(alone.caseId)
    const [frozen] = await db.from('encroachment_freezes').where('file_id', alone.id)
    assert.equal(Number(frozen.case_id), issued.id)
    assert.isNull(frozen.ended_on)

    await undoImport(outcome.id, { by: SYSTEM })
    await minuted.refresh()
    assert.equal(minuted.status, 'minuted')
    assert.isNull(await LegalisationFile.findBy('portalNo', one))
    assert.lengthOf(await db.from('encroachment_freezes').where('case_id', issued.id), 0)
  })

  test('refused with a sentence: out of time, wrong fee, another request, a right, another occupier', async ({
    assert,
  }) => {
    const world = await CasesWorld.make()
    const at = await freshGround()
    const leased = await aParcel(world.unitId, rectangle(at, 2000, 0, 50, 50))
    const right = await RECORDS.rights!.make(world.unitId, `ع-${number()}`)
    await db.from('rights').where('id', right).update({ asset_id: leased, status: 'active' })
    await world.open({
      ...{ shape: rectangle(at, 3000, 0, 20, 20), areaM2: null },
      occupierName: 'محمود حسن إبراهيم',
    })
    const kept = number()
    await bring(world.unitId, [{ no: kept, shape: rectangle(at, 1000, 0, 30, 30) }])
    const outcome = await bring(world.unitId, [
      { on: '2026-01-20', shape: rectangle(at, 0, 0, 10, 10) },
      { on: '2026-07-21', shape: rectangle(at, 0, 100, 10, 10) },
      // Carried over from Law 144: filed long before, and nothing is paid twice.
      { on: '2018-05-01', carried: 'نعم', shape: rectangle(at, 0, 200, 10, 10) },
      { paid: '599.99', paidOn: OPEN, shape: rectangle(at, 0, 300, 10, 10) },
      { shape: rectangle(at, 1010, 10, 30, 30) },
      { shape: rectangle(at, 2010, 10, 10, 10) },
      { shape: rectangle(at, 3005, 5, 10, 10) },
      { shape: rectangle(at, 0, 400, 10, 10) },
      { shape: rectangle(at, 5, 405, 10, 10) },
    ])
    assert.deepEqual(counts(outcome), [2, 0, 0, 7, 0])
    assert.deepEqual(
      outcome.reasons.map(({ code }) => code),
      [
        'window_closed',
        'window_closed',
        'fee_differs',
        'overlaps_request',
        'has_right',
        'applicant_differs',
        'overlaps_in_file',
      ]
    )
    const said = outcome.reasons.map(({ message }) => message.ar).join(' ')
    for (const part of ['2026-01-21 – 2026-07-20', '600.00', kept, 'محمود حسن إبراهيم']) {
      assert.include(said, part)
    }
  })

  test('what the portal says anew is flagged, told to the case and pays its fees', async ({
    assert,
  }) => {
    const world = await CasesWorld.make()
    const at = await freshGround()
    const no = number()
    const request = { no, shape: rectangle(at, 0, 0, 10, 10) }
    await bring(world.unitId, [request])
    const news = { ...request, state: 'مرفوض', paid: '600', paidOn: addDays(OPEN, 20) }
    const second = await bring(world.unitId, [news])
    assert.deepEqual(counts(second), [0, 1, 0, 0, 0])
    assert.include(second.warnings.map(({ ar }) => ar).join(' '), 'من «مقدم» إلى «مرفوض»')
    const known = await fileOf(no)
    assert.deepEqual(
      [known.portalState, known.portalStateBefore, known.feesPaidOn, known.status],
      ['rejected', 'filed', addDays(OPEN, 20), 'active']
    )
    const kase = await EncroachmentCase.findOrFail(known.caseId!)
    assert.equal(kase.status, 'fees_paid')
    const notes = await db.from('encroachment_steps').where({ case_id: kase.id, step: 'note' })
    assert.isTrue(notes.some(({ note }) => note.includes('مرفوض (كانت: مقدم)')))

    await undoImport(second.id, { by: SYSTEM })
    await known.refresh()
    await kase.refresh()
    assert.deepEqual([known.portalState, known.feesPaidOn, kase.status], ['filed', null, 'filed'])
  })

  test('another applicant under a recorded number, and an undo after work, are refused', async ({
    assert,
  }) => {
    const world = await CasesWorld.make()
    const at = await freshGround()
    const no = number()
    const first = await bring(world.unitId, [{ no, shape: rectangle(at, 0, 0, 10, 10) }])
    const other = await bring(world.unitId, [
      { no, who: 'كمال فتحي', shape: rectangle(at, 0, 0, 10, 10) },
    ])
    assert.deepEqual(counts(other), [0, 0, 0, 1, 0])
    assert.equal(other.reasons[0]!.field, 'applicant')
    const { caseId } = await fileOf(no)
    await new Legalise().payFees(
      caseId!,
      { receiptNo: '5', amount: (await fileOf(no)).fees! },
      world.by(world.officer, today())
    )
    const refused = await undoImport(first.id, { by: SYSTEM }).catch((error) => error)
    assert.instanceOf(refused, ImportInUseError)
  })
})
