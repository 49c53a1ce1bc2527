import { test } from '@japa/runner'
import { problemsOf } from '#registry/geo/overlay'
import type { Position, Ring } from '#registry/geo/types'

/** A ring of many corners around a place, a thousandth in and out by turns. */
function wheel(corners: number, [x, y]: Position, radius: number): Ring {
  const ring = Array.from({ length: corners }, (_, index): Position => {
    const turn = (index / corners) * 2 * Math.PI
    const away = radius * (index % 2 ? 1 : 0.999)
    return [x + away * Math.cos(turn), y + away * Math.sin(turn)]
  })
  return [...ring, ring[0]!]
}

const HERE: Position = [30.5, 28.5]
const said = (rings: Ring[][]) =>
  problemsOf({ type: 'MultiPolygon', coordinates: rings }, { most: 100_000 }).map(
    ({ messages }) => messages.en
  )

test.group('Outlines of many thousand corners', () => {
  test('a governorate of twenty thousand corners with a lake in it is sound, and told so at once', ({
    assert,
  }) => {
    const begun = performance.now()
    assert.deepEqual(said([[wheel(20_000, HERE, 0.5), wheel(3000, HERE, 0.1)]]), [])
    assert.isBelow(performance.now() - begun, 10_000)
  })

  test('a lake outside of it, lakes in lakes and an island drawn twice are named', ({ assert }) => {
    const [outer, far] = [wheel(3000, HERE, 0.5), wheel(3000, [29, 28], 0.1)]
    assert.match(said([[outer, far]])[0]!, /a hole lies outside its polygon/)
    const lakes = [wheel(3000, HERE, 0.2), wheel(100, HERE, 0.1)]
    assert.match(said([[outer, ...lakes]])[0]!, /holes lie within each other/)
    assert.match(said([[outer], [wheel(100, HERE, 0.1)]])[0]!, /one polygon lies within another/)
  })

  test('an outline that crosses itself is refused with a place, however tangled it is', ({
    assert,
  }) => {
    const star = Array.from({ length: 30_000 }, (_, index): Position => [
      30.5 + 0.05 * Math.cos(index * 2.4),
      28.5 + 0.05 * Math.sin(index * 2.4),
    ])
    const begun = performance.now()
    assert.match(said([[[...star, star[0]!]]])[0]!, /crosses itself at longitude 30\./)
    assert.isBelow(performance.now() - begun, 5000)
  })
})
