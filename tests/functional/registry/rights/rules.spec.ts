import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, addMonths, today } from '#core/days'
import type { Trx } from '#core/within'
import ApproveRight from '#registry/rights/actions/approve_right'
import RecordOccupancy from '#registry/rights/actions/record_occupancy'
import RenewRight from '#registry/rights/actions/renew_right'
import MoveRight from '#registry/rights/actions/move_right'
import { RulesForbidError } from '#registry/rights/errors'
import { rightPorts } from '#registry/rights/ports'
import { judgeRight } from '#registry/rights/rules/judge_right'
import type Right from '#registry/models/right'
import { aRightsWorld, type RightsWorld } from '#tests/support/rights_world'

/** What the rules say of a draft, by id. */
async function judged(right: Right): Promise<string[]> {
  const findings = await db.transaction((trx: Trx) => judgeRight(right, trx))
  return findings.map(({ rule, severity }) => `${rule} ${severity}`)
}

async function legalBasis(unitId: number, kind: string): Promise<number> {
  const [id] = await db.insertQuery().table('legal_bases').insert({
    unit_id: unitId,
    kind,
    number: '77',
    year: 2026,
    subject: 'إنهاء التخصيص للمنفعة العامة',
  })
  return Number(id)
}

test.group('Rules of rights', (group) => {
  let world: RightsWorld

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await aRightsWorld()
  })

  test('R10 passes a free slot of a market', async ({ assert }) => {
    const market = await world.asset({ slots: 3 })
    const { partyNo } = await world.party()
    assert.deepEqual(await judged(await world.draft(market, partyNo, { slotNo: 3 })), [])
  })

  test('R10 refuses a slot the asset does not have, in code and in the database', async ({
    assert,
  }) => {
    const market = await world.asset({ slots: 3 })
    const { partyNo } = await world.party()
    const right = await world.draft(market, partyNo, { slotNo: 4 })
    assert.deepEqual(await judged(right), ['R10 critical'])
    await assert.rejects(
      () =>
        db.rawQuery('INSERT INTO right_slots VALUES (?, 4, ?, ?, ?)', [
          market.id,
          '2026-01-01',
          '2027-01-01',
          right.id,
        ]),
      /no such slot/
    )
  })

  test('R10 refuses a place that somebody else occupies', async ({ assert }) => {
    const shop = await world.asset()
    await new RecordOccupancy().handle(
      {
        assetId: shop.id,
        occupantName: 'سيد أحمد',
        from: '2026-01-01',
        source: 'inspection',
        evidence: 'محضر معاينة 5',
      },
      { by: { id: world.officer.id, name: 'م' } }
    )
    const { partyNo } = await world.party()
    const right = await world.draft(shop, partyNo)
    assert.deepEqual(await judged(right), ['R10 critical'])
    await assert.rejects(() => world.approve(right), /سيد أحمد/)
  })

  test('R11 passes a right that begins on the day another ends', async ({ assert }) => {
    const shop = await world.asset()
    const [first, second] = [await world.party(), await world.party()]
    await world.approve(await world.draft(shop, first.partyNo))
    const later = addMonths(today(), 12)
    const next = await world.draft(shop, second.partyNo, {
      validFrom: later,
      validTo: addMonths(later, 12),
    })
    assert.deepEqual(await judged(next), [])
  })

  test('R11 refuses a right that begins a day before another ends, and names it', async ({
    assert,
  }) => {
    const shop = await world.asset()
    const [first, second] = [await world.party(), await world.party()]
    const standing = await world.approve(await world.draft(shop, first.partyNo))
    const early = addDays(addMonths(today(), 12), -1)
    const next = await world.draft(shop, second.partyNo, {
      validFrom: early,
      validTo: addMonths(early, 12),
    })
    assert.deepEqual(await judged(next), ['R11 critical'])
    await assert.rejects(() => world.approve(next), new RegExp(standing.rightNo))
  })

  test('R11 refuses a stall in a market that is leased as a whole to somebody else', async ({
    assert,
  }) => {
    const market = await world.asset({ slots: 1 })
    const stall = await world.asset({ parent_id: market.id })
    const [company, trader] = [await world.party(), await world.party()]
    await world.approve(await world.draft(market, company.partyNo))
    assert.deepEqual(await judged(await world.draft(stall, trader.partyNo)), ['R11 critical'])
    assert.deepEqual(await judged(await world.draft(stall, company.partyNo)), [])
  })

  test('R11 holds the activity to those of the site and the part to its area', async ({
    assert,
  }) => {
    const kiosk = await world.asset({ area_m2: '12.000' })
    await db
      .insertQuery()
      .table('asset_sites')
      .insert({ asset_id: kiosk.id, activities: JSON.stringify(['بيع الصحف', 'مأكولات']) })
    const { partyNo } = await world.party()
    const draft = (activity: string, areaPartM2: string) =>
      world.draft(kiosk, partyNo, { activity, areaPartM2 })
    assert.deepEqual(await judged(await draft('مأكولات', '12')), [])
    assert.deepEqual(await judged(await draft('قطع غيار', '12')), ['R11 critical'])
    assert.deepEqual(await judged(await draft('مأكولات', '12.001')), ['R11 critical'])
  })

  test('R11 passes a kiosk inside the square it is part of and refuses one 100 metres outside', async ({
    assert,
  }) => {
    const square = await world.asset()
    const { partyNo } = await world.party()
    const drawn = (id: number, kind: string, text: string) =>
      db.rawQuery(
        "INSERT INTO asset_shapes (asset_id, geometry_id, unit_id, kind, level, shape) VALUES (?, 0, ?, ?, 'site', ST_GeomFromText(?))",
        [id, world.unitId, kind, text]
      )
    await drawn(
      square.id,
      'polygon',
      'POLYGON((31.2 30.0, 31.201 30.0, 31.201 30.001, 31.2 30.001, 31.2 30.0))'
    )
    const kiosk = async (kind: string, text: string) => {
      const site = await world.asset({ parent_id: square.id })
      await drawn(site.id, kind, text)
      return judged(await world.draft(site, partyNo))
    }
    assert.deepEqual(await kiosk('point', 'POINT(31.2005 30.0005)'), [])
    assert.deepEqual(await kiosk('point', 'POINT(31.2005 30.0019)'), ['R11 critical'])
    const box = (x: number) =>
      `POLYGON((${x} 30.0004, ${x + 0.0001} 30.0004, ${x + 0.0001} 30.0005, ${x} 30.0005, ${x} 30.0004))`
    assert.deepEqual(await kiosk('polygon', box(31.2003)), [])
    assert.deepEqual(await kiosk('polygon', box(31.20095)), ['R11 critical'])
  })

  test('R12 passes three thirds; the database adds them up too', async ({ assert }) => {
    const land = await world.asset()
    const [a, b, c] = [await world.party(), await world.party(), await world.party()]
    const partners = `${a.partyNo} = 1/3\n${b.partyNo} = ٨ قراريط\n${c.partyNo} = 1/3`
    const right = await world.approve(await world.draft(land, a.partyNo, { partners }))
    const rows = await db.from('right_shares').where('right_id', right.id)
    assert.deepEqual(
      rows.map(({ numerator, denominator }) => `${numerator}/${denominator}`),
      ['8/24', '8/24', '8/24']
    )
  })

  test('R12 refuses shares short of one, and so does the database', async ({ assert }) => {
    const land = await world.asset()
    const [a, b] = [await world.party(), await world.party()]
    const partners = `${a.partyNo} = 1/2\n${b.partyNo} = 11/24`
    const right = await world.draft(land, a.partyNo, { partners })
    assert.deepEqual(await judged(right), ['R12 critical'])
    await assert.rejects(() => world.approve(right), /23\/24/)
    await assert.rejects(
      () =>
        db.rawQuery(
          "UPDATE rights SET status = 'approved', approved_by = ?, document_hash = REPEAT('a', 32) WHERE id = ?",
          [world.head.id, right.id]
        ),
      /sum to exactly one/
    )
  })

  test('R13 passes a short licence on public property, and any kind once its dedication was ended', async ({
    assert,
  }) => {
    const square = await world.asset({ domain: 'public' })
    const { partyNo } = await world.party()
    assert.deepEqual(await judged(await world.draft(square, partyNo, { kind: 'licence' })), [])
    const decree = await legalBasis(world.unitId, 'governor_decree')
    assert.deepEqual(
      await judged(await world.draft(square, partyNo, { kind: 'lease', undedicationId: decree })),
      []
    )
  })

  test('R13 refuses a lease or a long licence on public property, naming the law and the months', async ({
    assert,
  }) => {
    const square = await world.asset({ domain: 'public' })
    const { partyNo } = await world.party()
    assert.deepEqual(await judged(await world.draft(square, partyNo)), ['R13 critical'])
    const long = await world.draft(square, partyNo, {
      kind: 'licence',
      validTo: addMonths(today(), 37),
    })
    await assert.rejects(() => world.approve(long), /36 شهرًا/)
    const contract = await legalBasis(world.unitId, 'contract')
    const lease = await world.draft(square, partyNo, { undedicationId: contract })
    assert.deepEqual(await judged(lease), ['R13 critical'], 'a contract ends no dedication')
  })

  test('R16 says what is in arrears when a right is left, and lets it be left', async ({
    assert,
  }) => {
    const shop = await world.asset()
    const { partyNo } = await world.party()
    const by = { id: world.officer.id, name: 'م' }
    const active = async () => {
      const right = await world.approve(await world.draft(await world.asset(), partyNo))
      return new MoveRight().activate(right.id, { by })
    }
    const [clean, owing] = [await active(), await active()]
    await world.arrears(owing, '1500.50')
    const reason = 'بطلب المستأجر'
    assert.deepEqual((await new MoveRight().terminate(clean.id, { by, reason })).findings, [])
    const { right, findings } = await new MoveRight().terminate(owing.id, { by, reason })
    assert.equal(right.status, 'terminated')
    assert.equal(findings[0]!.rule, 'R16')
    assert.equal(findings[0]!.facts.due, '1500.50')
    assert.exists(shop)
  })

  test('R16 gates the renewal of who owes, until a person with authority passes it by a reason', async ({
    assert,
  }) => {
    const shop = await world.asset()
    const { partyNo } = await world.party()
    const by = { id: world.officer.id, name: 'م' }
    const right = await world.approve(await world.draft(shop, partyNo))
    await new MoveRight().activate(right.id, { by })
    await world.arrears(right, '300.00')
    const renewal = await new RenewRight().handle(right.id, { months: 12 }, { by })
    await assert.rejects(() => world.approve(renewal), /300\.00/)
    const passed = await new ApproveRight().approve(renewal.id, {
      by: world.head,
      overrides: [{ rule: 'R16', reason: 'جدولت المتأخرات بقرار 14' }],
    })
    assert.equal(passed.status, 'approved')
    await right.refresh()
    assert.equal(right.status, 'renewed')
  })

  test('R17 finds nothing in a place occupied by right, and proposes a case for one without', async ({
    assert,
    cleanup,
  }) => {
    const asked: number[] = []
    const port = rightPorts.proposeCase
    rightPorts.proposeCase = async (occupancyId) => asked.push(occupancyId) && 91
    cleanup(() => {
      rightPorts.proposeCase = port
    })
    const by = { id: world.officer.id, name: 'م' }
    const [shop, land] = [await world.asset(), await world.asset()]
    const { id, partyNo } = await world.party()
    await world.approve(await world.draft(shop, partyNo))
    const seen = { partyId: id, from: today(), source: 'inspection', evidence: 'محضر' } as const
    const lawful = await new RecordOccupancy().handle({ assetId: shop.id, ...seen }, { by })
    assert.deepEqual(lawful.findings, [])
    const unlawful = await new RecordOccupancy().handle({ assetId: land.id, ...seen }, { by })
    assert.equal(unlawful.findings[0]!.rule, 'R17')
    assert.equal(unlawful.caseId, 91)
    assert.deepEqual(asked, [unlawful.occupancy.id])
  })

  test('R26 renews what nobody disputes', async ({ assert }) => {
    const by = { id: world.officer.id, name: 'م' }
    const right = await world.approve(
      await world.draft(await world.asset(), (await world.party()).partyNo, { kind: 'licence' })
    )
    await new MoveRight().activate(right.id, { by })
    const renewal = await new RenewRight().handle(right.id, { months: 6 }, { by })
    assert.equal(renewal.validFrom, right.validTo)
    assert.equal(renewal.validTo, addMonths(right.validTo, 6))
    assert.deepEqual(await judged(renewal), [])
  })

  test('R26 renews nothing on an asset in dispute or with an open case', async ({
    assert,
    cleanup,
  }) => {
    const by = { id: world.officer.id, name: 'م' }
    const asset = await world.asset()
    const right = await world.approve(await world.draft(asset, (await world.party()).partyNo))
    await new MoveRight().activate(right.id, { by })
    await db.from('assets').where('id', asset.id).update({ record_status: 'disputed' })
    const renew = () => new RenewRight().handle(right.id, { months: 6 }, { by })
    await assert.rejects(renew, RulesForbidError as never)
    await db.from('assets').where('id', asset.id).update({ record_status: 'recorded' })
    const port = rightPorts.openCasesOn
    rightPorts.openCasesOn = async () => [{ id: 5, number: 'ت-5', kind: 'building' }]
    cleanup(() => {
      rightPorts.openCasesOn = port
    })
    await assert.rejects(renew, /ت-5/)
  })
})
