import { test } from '@japa/runner'
import { splitBy } from '#registry/geo/overlay'
import { toWgs84 } from '#registry/geo/grids'
import { ellipsoidArea } from '#registry/geo/shape'
import type { Area, Position } from '#registry/geo/types'

const at = (east: number, north: number): Position =>
  toWgs84([600_000 + east, 800_000 + north], 22992)
const square: Area = {
  type: 'Polygon',
  coordinates: [[at(0, 0), at(100, 0), at(100, 100), at(0, 100), at(0, 0)]],
}
const cut = (...line: Position[]) => splitBy(square, { type: 'LineString', coordinates: line })

test.group('A parcel cut by a line', () => {
  test('ends laid on an edge or a corner a millimetre short still cut it in two', ({ assert }) => {
    for (const [from, to] of [
      [at(30, 0.001), at(30, 99.999)],
      [at(0.001, 0.001), at(99.999, 99.999)],
      [at(40, 99.98), at(100, 0.004)],
    ]) {
      const parts = cut(from!, to!)
      assert.lengthOf(parts, 2)
      const sum = parts.reduce((total, part) => total + ellipsoidArea(part), 0)
      assert.closeTo(sum, ellipsoidArea(square), 0.001)
    }
  })

  test('at a corner the parts take the corner itself, and no new one beside it', ({ assert }) => {
    const parts = cut(at(0.002, 0.002), at(100.003, 100.002))
    for (const part of parts) assert.lengthOf((part.coordinates as Position[][])[0]!, 4)
  })

  test('an end that is not near the outline is left where it was drawn', ({ assert }) => {
    assert.lengthOf(cut(at(30, 0.2), at(30, 99.8)), 1)
    assert.lengthOf(cut(at(30, 40), at(60, 40)), 1)
  })
})
