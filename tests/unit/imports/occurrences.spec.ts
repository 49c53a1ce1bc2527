import { test } from '@japa/runner'
import { hash64, Occurrences } from '#core/imports/occurrences'

test.group('Occurrences', () => {
  test('counts equal keys among a hundred thousand, through every growth', ({ assert }) => {
    const seen = new Occurrences(16)
    for (let round = 1; round <= 3; round++) {
      for (let n = 0; n < 100_000; n++) {
        const place = seen.add(...hash64(`PR-${n}`))
        if (place !== round) assert.fail(`PR-${n} counted ${place} in round ${round}`)
      }
    }
  })

  test('a key of zeros is a key like any other', ({ assert }) => {
    const seen = new Occurrences()
    assert.deepEqual([seen.add(0, 0), seen.add(0, 1), seen.add(0, 0)], [1, 1, 2])
  })
})
