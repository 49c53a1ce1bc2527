import { test } from '@japa/runner'
import { sentence } from '#core/domain_error'
import { TransitionError, WithTransitions, type Transitions } from '#core/transitions'

class Paper {
  status = 'draft'
}

class DepositSlip extends WithTransitions(Paper) {
  static transitions = {
    draft: ['sent', 'void'],
    sent: ['banked', 'returned'],
    banked: [],
    returned: ['sent'],
    void: [],
  } satisfies Transitions

  static stateNames = {
    draft: sentence('مسودة', 'draft'),
    sent: sentence('مرسلة', 'sent'),
    void: sentence('ملغاة', 'void'),
    banked: sentence('مقيدة بالبنك', 'banked'),
  }
}

const states = Object.keys(DepositSlip.transitions) as (keyof typeof DepositSlip.transitions)[]

test.group('A deposit slip’s states', () => {
  test('from {from} to {to}')
    .with(() => states.flatMap((from) => states.map((to) => ({ from, to }))))
    .run(({ assert }, { from, to }) => {
      const slip = new DepositSlip()
      slip.status = from
      const allowed: readonly string[] = DepositSlip.transitions[from]
      assert.equal(slip.canMoveTo(to), allowed.includes(to))
      if (allowed.includes(to)) {
        slip.moveTo(to)
        assert.equal(slip.status, to)
      } else {
        assert.throws(() => slip.moveTo(to), TransitionError as any)
        assert.equal(slip.status, from)
      }
    })

  test('a wrong step names the state, the asked one and those allowed', ({ assert }) => {
    try {
      new DepositSlip().moveTo('banked')
    } catch (error) {
      const said = (error as TransitionError).toJSON()
      assert.equal(said.code, 'E_TRANSITION')
      assert.equal(said.messages.ar, 'الحالة الآن «مسودة» ولا تنتقل إلى «مقيدة بالبنك».')
      assert.equal(said.cure?.ar, 'المسموح: «مرسلة» أو «ملغاة».')
      assert.equal(said.cure?.en, 'Allowed: «sent» or «void».')
      assert.deepEqual(said.facts, { from: 'draft', to: 'banked', allowed: ['sent', 'void'] })
      return
    }
    assert.fail('moved')
  })

  test('an end is final and says so', ({ assert }) => {
    const slip = new DepositSlip()
    slip.status = 'void'
    assert.deepEqual([...slip.allowedMoves()], [])
    assert.throws(() => slip.moveTo('draft'), TransitionError as any)
    assert.equal(new TransitionError('void', 'draft', []).cure?.en, 'This state is final.')
  })

  test('a state that the table does not know allows nothing', ({ assert }) => {
    const slip = new DepositSlip()
    slip.status = 'constructor'
    assert.isFalse(slip.canMoveTo('sent'))
    assert.throws(() => slip.moveTo('sent'), TransitionError as any)
  })

  test('a record may keep its state in another column', ({ assert }) => {
    class Licence extends WithTransitions(
      class {
        state = 'valid'
      }
    ) {
      static transitions = { valid: ['ended'], ended: [] }
      static stateColumn = 'state'
    }
    const licence = new Licence()
    licence.moveTo('ended')
    assert.equal(licence.state, 'ended')
  })

  test('a record without a table is a mistake of the programmer', ({ assert }) => {
    class Nothing extends WithTransitions(Paper) {}
    assert.throws(() => new Nothing().moveTo('x'), 'Nothing declares no static transitions')
  })
})
