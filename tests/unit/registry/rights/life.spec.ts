import { test } from '@japa/runner'
import { assertTransition, TransitionError } from '#core/transitions'
import { RIGHT_LIFE, RIGHT_STATES, RIGHT_STATE_NAMES } from '#registry/rights/life'

const pairs = RIGHT_STATES.flatMap((from) => RIGHT_STATES.map((to) => [from, to] as const))

test.group('The life of a right', () => {
  test('every pair of states is either allowed or refused with what is allowed', ({ assert }) => {
    const allowed = pairs.filter(([from, to]) =>
      (RIGHT_LIFE[from] as readonly string[]).includes(to)
    )
    assert.deepEqual(
      allowed.map((pair) => pair.join(' → ')),
      [
        'draft → approved',
        'draft → terminated',
        'approved → active',
        'approved → terminated',
        'active → expiring',
        'active → renewed',
        'active → expired',
        'active → suspended',
        'active → terminated',
        'expiring → renewed',
        'expiring → expired',
        'expiring → suspended',
        'expiring → terminated',
        'suspended → active',
        'suspended → expired',
        'suspended → terminated',
        'expired → renewed',
        'expired → holdover',
        'expired → vacated',
        'holdover → renewed',
        'holdover → vacated',
        'terminated → holdover',
        'terminated → vacated',
      ].sort((a, b) => order(a) - order(b))
    )
    for (const [from, to] of pairs) {
      const move = () => assertTransition(RIGHT_LIFE, from, to, RIGHT_STATE_NAMES)
      if ((RIGHT_LIFE[from] as readonly string[]).includes(to)) assert.doesNotThrow(move)
      else assert.throws(move, TransitionError as never)
    }
  })

  test('every state has a name in both languages', ({ assert }) => {
    for (const state of RIGHT_STATES) {
      assert.match(RIGHT_STATE_NAMES[state]!.ar, /\p{Script=Arabic}/u)
      assert.match(RIGHT_STATE_NAMES[state]!.en, /^[a-z ]+$/)
    }
  })
})

function order(pair: string): number {
  return pairs.findIndex((one) => one.join(' → ') === pair)
}
