import { test } from '@japa/runner'
import db from '@adonisjs/lucid/services/db'
import testUtils from '@adonisjs/core/services/test_utils'
import DecideApproval, { documentHash } from '#identity/actions/decide_approval'
import { aPerson } from '#tests/support/people'
import { aUnit } from '#tests/support/units'

test.group('Approvals', (group) => {
  group.each.setup(() => testUtils.db().wrapInGlobalTransaction())

  test('a second person approves; the decision binds the document as it stood', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const [maker, checker] = [await aPerson({ unitId }), await aPerson({ unitId })]
    const document = { number: 12, amount: '500.00', lines: [{ a: 1, b: 2 }] }
    const approval = await new DecideApproval().approve({
      subject: { type: 'import', id: 12, unitId, label: '12' },
      step: 'commit',
      madeBy: maker.id,
      by: checker,
      documentHash: documentHash(document),
    })
    const [row] = await db.from('approvals').where('id', approval.id)
    assert.equal(row.decided_by, checker.id)
    const again = documentHash({ lines: [{ b: 2, a: 1 }], amount: '500.00', number: 12 })
    assert.isTrue(row.document_hash.equals(again))
    const edited = documentHash({ ...document, amount: '500.01' })
    assert.isFalse(row.document_hash.equals(edited))
    const trail = await db.from('trail').where({ unit_id: unitId, action: 'import.approved' })
    assert.lengthOf(trail, 1)
  })

  test('nobody approves what he made: refused by the rule, and by the database behind it', async ({
    assert,
  }) => {
    const unitId = await aUnit()
    const maker = await aPerson({ unitId })
    await assert.rejects(
      () =>
        new DecideApproval().approve({
          subject: { type: 'import', id: 1, unitId },
          step: 'commit',
          madeBy: maker.id,
          by: maker,
          documentHash: documentHash({}),
        }),
      /لا يعتمد أحد ما أعده/
    )
    await assert.rejects(
      () =>
        db.rawQuery(
          `INSERT INTO approvals (unit_id, subject_type, subject_id, step, made_by, decided_by, decision, document_hash)
           VALUES (?, 'import', 1, 'commit', ?, ?, 'approved', REPEAT('x', 32))`,
          [unitId, maker.id, maker.id]
        ),
      /approvals_maker_is_not_checker/
    )
  })
})
