import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import { addDays, addMonths, today } from '#core/days'
import { TransitionError } from '#core/transitions'
import { SelfApprovalError } from '#identity/errors'
import Occupancy from '#registry/models/occupancy'
import Right from '#registry/models/right'
import ApproveRight from '#registry/rights/actions/approve_right'
import DraftRight from '#registry/rights/actions/draft_right'
import MoveRight from '#registry/rights/actions/move_right'
import MoveRightsOn from '#registry/rights/actions/move_rights_on'
import { aLease, aRightsWorld, type RightsWorld } from '#tests/support/rights_world'

const statusOf = async (id: number) => (await Right.findOrFail(id)).status

test.group('Life of a right', (group) => {
  let world: RightsWorld
  const by = () => ({ id: world.officer.id, name: 'معد' })

  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())
  group.each.setup(async () => {
    world = await aRightsWorld()
  })

  test('a lease goes from draft to active by two people, with its slot, its rent and its occupant', async ({
    assert,
  }) => {
    const shop = await world.asset()
    const { partyNo } = await world.party('منى فؤاد')
    const draft = await world.draft(shop, partyNo, {
      validTo: addMonths(today(), 24),
      escalationPercent: '10',
      escalationMonths: 12,
    })
    assert.match(draft.rightNo, /^\d{4}\/\d{4}\/1$/)
    const right = await world.approve(draft)
    assert.equal(right.status, 'approved')
    assert.equal(right.approvedBy, world.head.id)

    await new MoveRight().activate(right.id, { by: by() })
    assert.equal(await statusOf(right.id), 'active')
    const slots = await db.from('right_slots').where('right_id', right.id)
    assert.lengthOf(slots, 1)
    const terms = await db.from('right_terms').where('right_id', right.id).orderBy('valid_from')
    assert.deepEqual(
      terms.map((term) => term.period_amount),
      ['1000.00', '1100.00']
    )
    const there = await Occupancy.query().where('right_id', right.id).firstOrFail()
    assert.equal(there.occupantName, 'منى فؤاد')
    assert.isTrue(there.isOpen)
    const trail = await db
      .from('trail')
      .where({ subject_type: 'right', subject_id: right.id })
      .orderBy('seq')
    assert.deepEqual(
      trail.map(({ action }) => action),
      ['right.created', 'right.approved', 'right.activated']
    )
  })

  test('who wrote or last changed a draft does not approve it, in code and in the database', async ({
    assert,
  }) => {
    const draft = await world.draft(await world.asset(), (await world.party()).partyNo)
    const both = await (
      await import('#tests/support/people')
    ).aPerson({
      unitId: world.unitId,
      roles: ['property_officer', 'property_head'],
    })
    const approve = () => new ApproveRight().approve(draft.id, { by: both })
    await new DraftRight().change(draft.id, aLease(draft.assetId, (await world.party()).partyNo), {
      by: { id: both.id, name: 'كلاهما' },
    })
    await assert.rejects(approve, SelfApprovalError as never)
    await assert.rejects(
      () =>
        db.rawQuery(
          "UPDATE rights SET status = 'approved', approved_by = made_by, document_hash = REPEAT('a', 32) WHERE id = ?",
          [draft.id]
        ),
      /rights_maker_is_not_checker/
    )
  })

  test('an approved right keeps its facts: the database refuses another rent or holder', async ({
    assert,
  }) => {
    const right = await world.approve(
      await world.draft(await world.asset(), (await world.party()).partyNo)
    )
    await assert.rejects(
      () => db.from('rights').where('id', right.id).update({ period_amount: '1.00' }),
      /keeps its asset/
    )
    await assert.rejects(
      () => new DraftRight().change(right.id, aLease(right.assetId, 'x'), { by: by() }),
      TransitionError as never
    )
  })

  test('a right is not active without its slot, whoever writes it', async ({ assert }) => {
    const right = await world.approve(
      await world.draft(await world.asset(), (await world.party()).partyNo)
    )
    await db.from('right_slots').where('right_id', right.id).delete()
    await assert.rejects(
      () => db.from('rights').where('id', right.id).update({ status: 'active' }),
      /only with its slot/
    )
  })

  test('a draft sent back keeps the reason, and goes on once it is mended', async ({ assert }) => {
    const draft = await world.draft(await world.asset(), (await world.party()).partyNo)
    await new ApproveRight().refuse(draft.id, { by: world.head, reason: 'الإيجار أقل من المثل' })
    const back = await Right.findOrFail(draft.id)
    assert.equal(back.status, 'draft')
    assert.equal(back.refusal, 'الإيجار أقل من المثل')
    await new DraftRight().change(draft.id, aLease(draft.assetId, (await world.party()).partyNo), {
      by: by(),
    })
    assert.equal((await world.approve(draft)).status, 'approved')
  })

  test('a right that has not begun is not handed over', async ({ assert }) => {
    const later = addMonths(today(), 1)
    const right = await world.approve(
      await world.draft(await world.asset(), (await world.party()).partyNo, {
        validFrom: later,
        validTo: addMonths(later, 12),
      })
    )
    await assert.rejects(() => new MoveRight().activate(right.id, { by: by() }), /ولا يسري قبله/)
  })

  test('the calendar makes rights expiring, expired, and holdover where the holder stayed', async ({
    assert,
  }) => {
    const on = today()
    const make = async (end: string) => {
      const right = await world.approve(
        await world.draft(await world.asset(), (await world.party()).partyNo, {
          validFrom: addMonths(on, -12),
          validTo: end,
        })
      )
      await new MoveRight().activate(right.id, { by: by(), on: right.validFrom })
      return right
    }
    const far = await make(addDays(on, 91))
    const near = await make(addDays(on, 90))
    const stays = await make(on)
    const left = await make(on)
    await db.from('occupancies').where('right_id', left.id).update({ valid_to: on })

    const moved = await new MoveRightsOn().unit(world.unitId)
    assert.deepEqual(moved, { expiring: 1, expired: 2, holdover: 1 })
    assert.equal(await statusOf(far.id), 'active')
    assert.equal(await statusOf(near.id), 'expiring')
    assert.equal(await statusOf(stays.id), 'holdover')
    assert.equal(await statusOf(left.id), 'expired')
    assert.deepEqual(await new MoveRightsOn().unit(world.unitId), {
      expiring: 0,
      expired: 0,
      holdover: 0,
    })
    const rows = await db.from('trail').where({ unit_id: world.unitId, action: 'rights.moved' })
    assert.lengthOf(rows, 1)

    await new MoveRight().vacate(stays.id, { by: by(), on })
    assert.equal(await statusOf(stays.id), 'vacated')
    assert.isFalse((await Occupancy.query().where('right_id', stays.id).firstOrFail()).isOpen)
  })

  test('a terminated right frees its slot for the next from that day', async ({ assert }) => {
    const shop = await world.asset()
    const right = await world.approve(
      await world.draft(shop, (await world.party()).partyNo, {
        validFrom: addMonths(today(), -6),
        validTo: addMonths(today(), 6),
      })
    )
    await new MoveRight().activate(right.id, { by: by(), on: right.validFrom })
    await new MoveRight().terminate(right.id, { by: by(), on: today(), reason: 'مخالفة الغرض' })
    await new MoveRight().vacate(right.id, { by: by(), on: today() })
    const next = await world.approve(await world.draft(shop, (await world.party()).partyNo))
    assert.equal(next.status, 'approved')
    const [slot] = await db.from('right_slots').where('right_id', right.id)
    assert.equal(slot.valid_to, today())
  })

  test('a suspended right keeps its slot and resumes', async ({ assert }) => {
    const right = await world.approve(
      await world.draft(await world.asset(), (await world.party()).partyNo)
    )
    await new MoveRight().activate(right.id, { by: by() })
    await new MoveRight().suspend(right.id, { by: by(), reason: 'نزاع على الحدود' })
    await assert.rejects(
      () => new MoveRight().vacate(right.id, { by: by() }),
      TransitionError as never
    )
    await new MoveRight().resume(right.id, { by: by() })
    assert.equal(await statusOf(right.id), 'active')
  })

  test('imported rights come as they were, may overlap, and take no slot', async ({ assert }) => {
    const site = await world.asset()
    const { id } = await world.party()
    const imported = (no: string) =>
      db.insertQuery().table('rights').insert({
        unit_id: world.unitId,
        asset_id: site.id,
        party_id: id,
        right_no: no,
        kind: 'licence',
        valid_from: '2026-01-01',
        valid_to: '2027-01-01',
        billing: 'monthly',
        period_amount: '10.00',
      })
    await imported('A-1')
    await imported('A-2')
    const rows = await db.from('rights').where('asset_id', site.id)
    assert.deepEqual(
      rows.map(({ status }) => status),
      ['active', 'active']
    )
  })
})
