import geodesic from 'geographiclib-geodesic'
import { test } from '@japa/runner'
import {
  differenceOf,
  distanceMetres,
  intersectionOf,
  overlapArea,
  problemsOf,
  splitBy,
  unionOf,
} from '#registry/geo/overlay'
import { toWgs84 } from '#registry/geo/grids'
import { isInside } from '#registry/geo/inside'
import {
  bbox,
  ellipsoidArea,
  fromDb,
  fromWkb,
  gridArea,
  insidePoint,
  perimeter,
  polygonsOf,
  ShapeError,
  tidy,
  toWkb,
  type Area,
  type Position,
  type Ring,
  type Shape,
} from '#registry/geo/shape'

const BELT = 22992

/** A polygon of the Red Belt, in metres from a corner in Giza; closes itself. */
function parcel(corners: Position[], holes: Position[][] = []): Area {
  const ring = (points: Position[]): Ring => {
    const places = points.map(([x, y]) => toWgs84([630_000 + x, 810_000 + y], BELT))
    return [...places, places[0]!]
  }
  return { type: 'Polygon', coordinates: [ring(corners), ...holes.map(ring)] }
}

function box(x: number, y: number, width: number, height: number): Area {
  return parcel([
    [x, y],
    [x + width, y],
    [x + width, y + height],
    [x, y + height],
  ])
}

function numbers(seed: number): () => number {
  let state = seed
  return () => (state = (state * 1_103_515_245 + 12_345) % 2_147_483_648) / 2_147_483_648
}

test.group('Areas are those of the ellipsoid', () => {
  test('a cell of the graticule covers what the closed formula says, within 0.001 %', ({
    assert,
  }) => {
    // Between two meridians and two parallels the ellipsoid's area has an exact formula; the edges
    // along the parallels are cut fine, because an edge between corners is a geodesic.
    for (const [west, south] of [
      [31, 30],
      [32.9, 24],
      [25.1, 31.4],
      [35.9, 22.1],
    ] as Position[]) {
      const side = 0.01
      const parts = 200
      const ring: Ring = []
      for (let i = 0; i <= parts; i++) ring.push([west + (side * i) / parts, south])
      for (let i = 0; i <= parts; i++) ring.push([west + side - (side * i) / parts, south + side])
      ring.push([...ring[0]!])
      const area = ellipsoidArea({ type: 'Polygon', coordinates: [ring] })
      const exact = zone(south, south + side) * ((side * Math.PI) / 180)
      assert.isBelow(Math.abs(area / exact - 1), 1e-5)
    }
  })

  test('holes are taken out and a point has none', ({ assert }) => {
    const whole = box(0, 0, 200, 100)
    const holed = parcel(
      [
        [0, 0],
        [200, 0],
        [200, 100],
        [0, 100],
      ],
      [
        [
          [10, 10],
          [20, 10],
          [20, 20],
          [10, 20],
        ],
      ]
    )
    assert.closeTo(ellipsoidArea(whole) - ellipsoidArea(holed), 100, 0.02)
    assert.closeTo(gridArea(holed, BELT), 19_900, 0.001)
    assert.equal(ellipsoidArea({ type: 'Point', coordinates: [31, 30] }), 0)
    assert.closeTo(perimeter(whole), 600, 0.02)
  })

  test('the belt agrees near its meridian and exaggerates by nearly 0.1 % at its edge', ({
    assert,
  }) => {
    const near: Area = { type: 'Polygon', coordinates: [square(31.2, 30, 0.001)] }
    const edge: Area = { type: 'Polygon', coordinates: [square(32.99, 30, 0.001)] }
    assert.isBelow(Math.abs(gridArea(near, BELT) / ellipsoidArea(near) - 1), 2e-5)
    assert.closeTo(gridArea(edge, BELT) / ellipsoidArea(edge) - 1, 0.0009, 0.0001)
  })
})

function square(lon: number, lat: number, side: number): Ring {
  return [
    [lon, lat],
    [lon + side, lat],
    [lon + side, lat + side],
    [lon, lat + side],
    [lon, lat],
  ]
}

/** Area of the ellipsoid between two parallels per radian of longitude. */
function zone(south: number, north: number): number {
  const { a, f } = geodesic.Geodesic.WGS84
  const e = Math.sqrt(f * (2 - f))
  const b = a * (1 - f)
  const to = (lat: number) => {
    const sin = Math.sin((lat * Math.PI) / 180)
    return (b * b * (sin / (1 - e * e * sin * sin) + Math.atanh(e * sin) / e)) / 2
  }
  return to(north) - to(south)
}

test.group('Shapes go to the database and come back', () => {
  const holed = parcel(
    [
      [0, 0],
      [50, 0],
      [50, 50],
      [0, 50],
    ],
    [
      [
        [10, 10],
        [20, 10],
        [15, 20],
      ],
    ]
  )
  const shapes: Shape[] = [
    { type: 'Point', coordinates: [31.25, 30.05] },
    { type: 'Point', coordinates: [0, 0] },
    holed,
    { type: 'MultiPolygon', coordinates: [...polygonsOf(holed), ...polygonsOf(box(90, 0, 5, 5))] },
  ]

  test('well-known binary keeps every digit, also behind four bytes of SRID', ({ assert }) => {
    for (const shape of shapes) {
      assert.deepEqual(fromWkb(toWkb(shape)), shape)
      assert.deepEqual(fromDb(Buffer.concat([Buffer.alloc(4), toWkb(shape)])), shape)
    }
  })

  test('the driver’s objects are read', ({ assert }) => {
    const corner = ([x, y]: number[]) => ({ x, y })
    assert.deepEqual(fromDb({ x: 31, y: 30 }), { type: 'Point', coordinates: [31, 30] })
    const polygon = (shapes[2] as Area).coordinates as Ring[]
    assert.deepEqual(fromDb(polygon.map((ring) => ring.map(corner))), shapes[2])
    const several = (shapes[3] as Area).coordinates as Ring[][]
    assert.deepEqual(
      fromDb(several.map((rings) => rings.map((ring) => ring.map(corner)))),
      shapes[3]
    )
    assert.throws(() => fromDb([{ x: 1, y: 2 }]), ShapeError)
    assert.throws(() => fromDb(null), ShapeError)
  })

  test('bytes that end too early are refused', ({ assert }) => {
    const bytes = toWkb(holed)
    for (const length of [0, 3, 9, 13, 40, bytes.length - 1]) {
      assert.throws(() => fromWkb(bytes.subarray(0, length)))
    }
  })

  test('a label stands on the shape and the box surrounds it', ({ assert }) => {
    const ring = parcel([
      [0, 0],
      [100, 0],
      [100, 10],
      [10, 10],
      [10, 100],
      [0, 100],
    ])
    assert.isTrue(isInside(insidePoint(ring), polygonsOf(ring)))
    const [west, south, east, north] = bbox(ring)
    assert.isTrue(west < east && south < north)
  })
})

test.group('An outline is sound or its fault is named', () => {
  test('parcels with and without holes are sound', ({ assert }) => {
    assert.isEmpty(problemsOf(box(0, 0, 10, 10)))
    assert.isEmpty(problemsOf({ type: 'Point', coordinates: [31, 30] }))
  })

  const cases: [string, Shape, RegExp][] = [
    [
      'a bow-tie',
      parcel([
        [0, 0],
        [10, 10],
        [10, 0],
        [0, 10],
      ]),
      /يقطع نفسه/,
    ],
    [
      'a repeated corner',
      parcel([
        [0, 0],
        [10, 0],
        [10, 0],
        [10, 10],
      ]),
      /صفر/,
    ],
    [
      'an open ring',
      {
        type: 'Polygon',
        coordinates: [
          [
            [31, 30],
            [31.1, 30],
            [31.1, 30.1],
            [31, 30.1],
          ],
        ],
      },
      /غير مغلق/,
    ],
    [
      'two corners',
      {
        type: 'Polygon',
        coordinates: [
          [
            [31, 30],
            [31.1, 30],
            [31, 30],
          ],
        ],
      },
      /أقل من ثلاث/,
    ],
    ['no ring', { type: 'Polygon', coordinates: [] }, /بلا حدود/],
    ['no number', { type: 'Point', coordinates: [Number.NaN, 30] }, /غير صالح/],
    [
      'a hole outside',
      parcel(
        [
          [0, 0],
          [10, 0],
          [10, 10],
          [0, 10],
        ],
        [
          [
            [20, 20],
            [21, 20],
            [21, 21],
          ],
        ]
      ),
      /فراغ داخلي خارج/,
    ],
    [
      'a polygon twice',
      {
        type: 'MultiPolygon',
        coordinates: [...polygonsOf(box(0, 0, 9, 9)), ...polygonsOf(box(0, 0, 9, 9))],
      },
      /غير صالح/,
    ],
  ]
  for (const [name, shape, words] of cases) {
    test(`${name} is a critical finding of R1`, ({ assert }) => {
      const [finding] = problemsOf(shape)
      assert.equal(finding?.rule, 'R1')
      assert.equal(finding?.severity, 'critical')
      assert.match(finding!.messages.ar, words)
    })
  }

  test('tidying closes rings and drops repeated corners without moving any', ({ assert }) => {
    const untidy: Shape = {
      type: 'Polygon',
      coordinates: [
        [
          [31, 30],
          [31, 30],
          [31, 30.1],
          [31.1, 30.1],
          [31.1, 30],
        ],
      ],
    }
    assert.isEmpty(problemsOf(tidy(untidy)))
    assert.deepEqual(tidy(untidy).coordinates, [
      [
        [31, 30],
        [31.1, 30],
        [31.1, 30.1],
        [31, 30.1],
        [31, 30],
      ],
    ])
  })
})

test.group('Overlap is ground truly shared', () => {
  test('boxes share exactly their common rectangle, in 500 random pairs', ({ assert }) => {
    const random = numbers(11)
    for (let i = 0; i < 500; i++) {
      const [x, y, w, h] = [random() * 60, random() * 60, 5 + random() * 50, 5 + random() * 50]
      const width = Math.max(0, Math.min(60, x + w) - Math.max(20, x))
      const height = Math.max(0, Math.min(70, y + h) - Math.max(30, y))
      const shared = overlapArea(box(20, 30, 40, 40), box(x, y, w, h))
      // The belt is 0.002 % larger than the ground here.
      assert.closeTo(shared, width * height, 0.002 + width * height * 5e-5)
    }
  })

  test('500 random triangles share what clipping corner by corner says', ({ assert }) => {
    const random = numbers(5)
    for (let i = 0; i < 500; i++) {
      const one = triangle(random)
      const other = triangle(random)
      const expected = clippedArea(one, other)
      const shared = overlapArea(parcel(one), parcel(other))
      assert.closeTo(shared, expected, 0.002 + expected * 5e-5)
    }
  })

  test('300 jagged parcels with holes share what building their intersection gives', ({
    assert,
  }) => {
    const random = numbers(29)
    for (let i = 0; i < 300; i++) {
      const [one, other] = [jagged(random), jagged(random)]
      const common = intersectionOf(one, other)
      const built = common ? ellipsoidArea(common) : 0
      assert.closeTo(overlapArea(one, other), built, 0.001 + built * 2e-5)
    }
  })

  test('neighbours share nothing, also with a corner in the middle of a long edge', ({
    assert,
  }) => {
    const random = numbers(3)
    for (let i = 0; i < 300; i++) {
      const edge = 20 + random() * 2000
      const west = box(0, 0, 100, edge)
      const middle = random() * edge
      assert.isBelow(overlapArea(west, box(100, 0, 50, edge)), 0.001)
      assert.isBelow(overlapArea(west, box(100, 0, 80, middle)), 0.001)
      assert.isBelow(overlapArea(box(100, middle, 80, edge), west), 0.001)
    }
  })

  test('a shape shares all of itself with itself and nothing with one far away', ({ assert }) => {
    const one = box(0, 0, 120, 80)
    // The belt’s datum and that of GPS differ by a few millionths of an area.
    assert.closeTo(overlapArea(one, one) / ellipsoidArea(one), 1, 2e-5)
    assert.equal(overlapArea(one, box(1000, 0, 10, 10)), 0)
    assert.isNull(intersectionOf(one, { type: 'Point', coordinates: bbox(one).slice(0, 2) }))
  })
})

/** A star-like outline around a hole, clockwise or not as chance has it. */
function jagged(random: () => number): Area {
  const [x, y] = [random() * 80, random() * 80]
  const around = (count: number, near: number, far: number) =>
    Array.from({ length: count }, (_, i): Position => {
      const [angle, away] = [(2 * Math.PI * i) / count, near + random() * (far - near)]
      return [x + away * Math.cos(angle), y + away * Math.sin(angle)]
    })
  const [outer, hole] = [around(11, 20, 60), around(5, 3, 12)]
  return parcel(random() < 0.5 ? outer : outer.reverse(), random() < 0.5 ? [hole] : [])
}

function triangle(random: () => number): Position[] {
  for (;;) {
    const [a, b, c] = Array.from({ length: 3 }, (): Position => [random() * 100, random() * 100])
    const twice = (b![0] - a![0]) * (c![1] - a![1]) - (c![0] - a![0]) * (b![1] - a![1])
    if (Math.abs(twice) > 200) return twice > 0 ? [a!, b!, c!] : [a!, c!, b!]
  }
}

/** Sutherland–Hodgman on the plane: exact for convex shapes, and nothing of the library in it. */
function clippedArea(subject: Position[], clip: Position[]): number {
  let rest = subject
  clip.forEach((a, index) => {
    const b = clip[(index + 1) % clip.length]!
    const side = ([x, y]: Position) => (b[0] - a[0]) * (y - a[1]) - (b[1] - a[1]) * (x - a[0])
    rest = rest.flatMap((point, at): Position[] => {
      const next = rest[(at + 1) % rest.length]!
      const [s, t] = [side(point), side(next)]
      const kept: Position[] = s >= 0 ? [point] : []
      if (s >= 0 === t >= 0) return kept
      const share = s / (s - t)
      return [
        ...kept,
        [point[0] + share * (next[0] - point[0]), point[1] + share * (next[1] - point[1])],
      ]
    })
  })
  return Math.abs(
    rest.reduce((sum, [x, y], at) => {
      const [u, v] = rest[(at + 1) % rest.length]!
      return sum + x * v - u * y
    }, 0) / 2
  )
}

test.group('Parcels are cut and joined without losing ground', () => {
  test('a line cuts a parcel into parts that join to the same parcel', ({ assert }) => {
    const random = numbers(17)
    for (let i = 0; i < 100; i++) {
      const whole = box(0, 0, 50 + random() * 300, 50 + random() * 300)
      const [, , east, north] = bbox(whole)
      const [west, south] = bbox(whole)
      const at = (share: number) => west + (east - west) * share
      const parts = splitBy(whole, {
        type: 'LineString',
        coordinates: [
          [at(random()), south - 0.001],
          [at(random()), north + 0.001],
        ],
      })
      assert.lengthOf(parts, 2)
      const sum = parts.reduce((total, part) => total + ellipsoidArea(part), 0)
      assert.closeTo(sum, ellipsoidArea(whole), 0.001)
      assert.isBelow(overlapArea(parts[0]!, parts[1]!), 0.001)
      assert.closeTo(ellipsoidArea(unionOf(parts)), ellipsoidArea(whole), 0.001)
      const corners = new Set(parts.flatMap((part) => part.coordinates.flat(2).map(String)))
      for (const corner of whole.coordinates.flat(1)) {
        assert.isTrue(corners.has(String((corner as Position)[0])), 'corners keep every digit')
      }
    }
  })

  test('a line that stays outside, or ends inside, cuts nothing', ({ assert }) => {
    const whole = box(0, 0, 100, 100)
    const [west, south, east, north] = bbox(whole)
    const line = (coordinates: Position[]) => splitBy(whole, { type: 'LineString', coordinates })
    assert.lengthOf(
      line([
        [west - 1, south],
        [west - 1, north],
      ]),
      1
    )
    assert.lengthOf(
      line([
        [(west + east) / 2, south - 0.01],
        [(west + east) / 2, (south + north) / 2],
      ]),
      1
    )
  })

  test('what is left of a parcel after another is taken from it', ({ assert }) => {
    const rest = differenceOf(box(0, 0, 100, 100), box(50, 0, 100, 100))
    assert.closeTo(ellipsoidArea(rest!), 5000, 0.3)
    assert.isNull(differenceOf(box(10, 10, 5, 5), box(0, 0, 100, 100)))
  })

  test('distances are metres', ({ assert }) => {
    assert.closeTo(distanceMetres(box(0, 0, 10, 10), box(25, 0, 10, 10)), 15, 0.001)
    assert.equal(distanceMetres(box(0, 0, 10, 10), box(5, 5, 10, 10)), 0)
  })
})
