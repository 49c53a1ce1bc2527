import { test } from '@japa/runner'
import {
  allows,
  CASE_LIFE,
  CASE_STATES,
  CHARGED,
  CLOSED,
  MOVES,
  MOVE_NAMES,
} from '#registry/encroachments/life'

test.group('The life of an encroachment case', () => {
  test('every state but the first is reached by some move, and only ends have no way on', ({
    assert,
  }) => {
    const reached = new Set(MOVE_NAMES.flatMap((name) => [...MOVES[name].to] as string[]))
    assert.deepEqual(
      CASE_STATES.filter((state) => !reached.has(state)),
      []
    )
    const still = CASE_STATES.filter((state) => CASE_LIFE[state].length === 0)
    assert.deepEqual(still, ['lawful', 'duplicate', 'cancelled', 'settled', 'lost'])
    // What was removed opens again by a relapse.
    assert.deepEqual(CASE_LIFE.removed, ['detected'])
  })

  test('no way leads to a removal order past the answer that the encroachment is manifest', ({
    assert,
  }) => {
    const toOrder = MOVE_NAMES.filter((name) =>
      (MOVES[name].to as readonly string[]).includes('ordered')
    )
    assert.deepEqual(toOrder, ['draft_order'])
    assert.deepEqual([...MOVES.draft_order.from], ['manifest'])
    assert.deepEqual([...MOVES.issue_order.from], ['ordered'])
  })

  test('every table cell: a move is possible exactly from the states it names', ({ assert }) => {
    for (const name of MOVE_NAMES) {
      for (const state of CASE_STATES) {
        assert.equal(
          allows(name, state),
          (MOVES[name].from as readonly string[]).includes(state),
          `${name} from ${state}`
        )
      }
    }
  })

  test('the usage charge runs from the minutes until the case closes', ({ assert }) => {
    for (const state of ['detected', 'unlawful', 'inspected', ...CLOSED]) {
      assert.notInclude(CHARGED, state)
    }
    for (const state of ['minuted', 'manifest', 'scheduled', 'filed', 'rejected', 'in_court']) {
      assert.include(CHARGED, state)
    }
  })
})
