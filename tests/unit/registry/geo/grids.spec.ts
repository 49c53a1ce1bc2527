import { execFileSync } from 'node:child_process'
import { test } from '@japa/runner'
import { beltOf, fromWgs84, GRIDS, gridOf, toWgs84 } from '#registry/geo/grids'
import { likelyGrids } from '#registry/geo/likely'
import type { Position, Shape } from '#registry/geo/types'
import { isHere, NO_GDAL } from '#tests/support/programs'

/** Metres between two places in degrees, near enough for millimetres. */
function apart([lon, lat]: Position, [x, y]: Position): number {
  return Math.hypot((lon - x) * 111_320 * Math.cos((lat * Math.PI) / 180), (lat - y) * 111_320)
}

function numbers(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
}

test.group('Egyptian grids stand where the Survey Authority puts them', () => {
  test('{0} lies at {1}')
    .with<[string, Position, number, Position][]>([
      ['Cairo', [31.2357, 30.0444], 22992, [637570.862, 814926.671]],
      ['Minya', [30.75, 28.09], 22992, [590267.689, 598309.788]],
      ['Aswan', [32.9, 24.09], 22992, [808051.79, 156434.262]],
      ['Suez Gulf', [33.5, 29.9], 22991, [154951.3, 1089845.831]],
      ['Western Desert, north', [26.5, 30.9], 22993, [652043.43, 299860.203]],
      ['Western Desert, south', [26.5, 27.0], 22994, [650214.871, 867595.433]],
    ])
    .run(({ assert }, [, place, epsg, [east, north]]) => {
      const [e, n] = fromWgs84(place, epsg)
      assert.isBelow(Math.hypot(e - east, n - north), 0.002)
      assert.isBelow(apart(toWgs84([east, north], epsg), place), 0.002)
    })

  test('going to a grid and back loses less than a micrometre', ({ assert }) => {
    const random = numbers(7)
    for (const { epsg, use } of GRIDS) {
      for (let i = 0; i < 200; i++) {
        const place: Position = [
          use[0] + random() * (use[2] - use[0]),
          use[1] + random() * (use[3] - use[1]),
        ]
        assert.isBelow(apart(toWgs84(fromWgs84(place, epsg), epsg), place), 1e-6)
      }
    }
  })

  test('1,000 random points of each grid agree with PROJ within 5 mm, both ways', ({ assert }) => {
    const random = numbers(2026)
    for (const { epsg, use, unit } of GRIDS) {
      if (unit === 'degree') continue
      const places = Array.from({ length: 1000 }, (): Position => [
        use[0] + random() * (use[2] - use[0]),
        use[1] + random() * (use[3] - use[1]),
      ])
      const theirs = transformed('OGC:CRS84', `EPSG:${epsg}`, places)
      const back = transformed(`EPSG:${epsg}`, 'OGC:CRS84', theirs)
      assert.lengthOf(theirs, 1000)
      places.forEach((place, index) => {
        const [e, n] = fromWgs84(place, epsg)
        const [x, y] = theirs[index]!
        assert.isBelow(Math.hypot(e - x, n - y), 0.005, `EPSG:${epsg} to the grid`)
        assert.isBelow(apart(toWgs84([x, y], epsg), back[index]!), 0.005, `EPSG:${epsg} back`)
      })
    }
  }).skip(!isHere('gdaltransform'), NO_GDAL)

  test('a place is surveyed in the belt of its longitude, and west of 29° E of its latitude', ({
    assert,
  }) => {
    assert.equal(beltOf([31.2, 30]), 22992)
    assert.equal(beltOf([33.6, 28.5]), 22991)
    assert.equal(beltOf([27, 31]), 22993)
    assert.equal(beltOf([27, 28]), 22994)
  })

  test('a code the register does not know is refused', ({ assert }) => {
    assert.throws(() => gridOf(3857), RangeError)
  })
})

function transformed(from: string, to: string, points: readonly Position[]): Position[] {
  return execFileSync('gdaltransform', ['-s_srs', from, '-t_srs', to, '-output_xy'], {
    input: `${points.map((point) => point.join(' ')).join('\n')}\n`,
  })
    .toString()
    .trim()
    .split('\n')
    .map((line) => line.split(' ').map(Number) as Position)
}

test.group('Numbers of a survey sheet name their grid', () => {
  const cairo: Shape = {
    type: 'Polygon',
    coordinates: [
      [
        [31, 29.8],
        [31.6, 29.8],
        [31.6, 30.3],
        [31, 30.3],
        [31, 29.8],
      ],
    ],
  }
  const sheet: Position[] = [
    [637570.862, 814926.671],
    [637600.1, 814926.7],
    [637600.2, 814960.3],
  ]

  test('with the limit of the unit, Cairo numbers are the Red Belt', ({ assert }) => {
    const [first, second] = likelyGrids(sheet, { unitLimits: [cairo] })
    assert.equal(first!.epsg, 22992)
    assert.equal(first!.order, 'en')
    assert.equal(first!.score, 100)
    assert.isBelow(apart(first!.at, [31.2357, 30.0444]), 0.01)
    assert.isBelow(second!.score, 70)
  })

  test('northing before easting is found out', ({ assert }) => {
    const swapped = sheet.map(([e, n]): Position => [n, e])
    const [first] = likelyGrids(swapped, { unitLimits: [cairo] })
    assert.equal(first!.epsg, 22992)
    assert.equal(first!.order, 'ne')
  })

  test('the same numbers in another belt lie hundreds of kilometres away, and say so', ({
    assert,
  }) => {
    const others = likelyGrids(sheet, { unitLimits: [cairo] }).filter(({ epsg }) => epsg !== 22992)
    assert.isNotEmpty(others)
    for (const other of others) assert.isAbove(apart(other.at, [31.2357, 30.0444]), 100_000)
    assert.isTrue(others.every(({ reasons }) => reasons.some(({ ar }) => ar.includes('خارج حدود'))))
  })

  test('degrees are degrees, latitude first or longitude first', ({ assert }) => {
    assert.equal(likelyGrids([[31.2357, 30.0444]], { unitLimits: [cairo] })[0]!.order, 'en')
    assert.equal(likelyGrids([[30.0444, 31.2357]], { unitLimits: [cairo] })[0]!.order, 'ne')
    assert.deepEqual(
      likelyGrids([[30.0444, 31.2357]], { unitLimits: [cairo] }).map(({ epsg }) => epsg),
      [4326, 4326]
    )
  })

  test('numbers that fit no place in Egypt name no grid', ({ assert }) => {
    assert.isEmpty(likelyGrids([[1, 2]]))
    assert.isEmpty(likelyGrids([]))
  })
})
