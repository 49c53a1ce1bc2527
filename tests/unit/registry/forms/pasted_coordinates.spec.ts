import { test } from '@japa/runner'
import { readCoordinates, shapeOf } from '#registry/forms/pasted_coordinates'

test.group('Coordinates pasted from a survey sheet', () => {
  test('corners are read with or without numbers, in either digits and with any separator', ({
    assert,
  }) => {
    const expected = [
      [
        [637570.862, 814926.671],
        [637600, 814926.5],
        [637600.1, 814960],
      ],
    ]
    for (const text of [
      '637570.862 814926.671\n637600 814926.5\n637600.1 814960',
      '1\t637570.862\t814926.671\n2\t637600\t814926.5\n3\t637600.1\t814960',
      '637570.862,814926.671\n637600,814926.5\n637600.1,814960',
      'A; 637570.862; 814926.671\nB; 637600; 814926.5\nC; 637600.1; 814960',
      '١ ٦٣٧٥٧٠٫٨٦٢ ٨١٤٩٢٦٫٦٧١\n٢ ٦٣٧٦٠٠ ٨١٤٩٢٦٫٥\n٣ ٦٣٧٦٠٠٫١ ٨١٤٩٦٠',
      '637,570.862 814,926.671\n637,600 814,926.5\n637,600.1 814,960',
      '637570.862 814926.671 12.4\n637600 814926.5 12.5\n637600.1 814960 12.6',
    ]) {
      assert.deepEqual(readCoordinates(text), expected, text)
    }
  })

  test('an outline that repeats its first corner is closed once', ({ assert }) => {
    const [ring] = readCoordinates('0 0\n10 0\n10 10\n0 0')
    assert.deepEqual(ring, [
      [0, 0],
      [10, 0],
      [10, 10],
    ])
  })

  test('a line without two numbers is refused by its place', ({ assert }) => {
    assert.throws(() => readCoordinates('1 2\nركن الشارع'), /السطر 2/)
  })

  test('an outline inside another is a hole, one beside it another polygon', ({ assert }) => {
    const square = (x: number, y: number, size: number): [number, number][] => [
      [x, y],
      [x + size, y],
      [x + size, y + size],
      [x, y + size],
    ]
    const degrees = { epsg: 4326, order: 'en' } as const
    const holed = shapeOf([square(30, 29, 1), square(30.2, 29.2, 0.2)], degrees)
    assert.equal(holed.type, 'Polygon')
    assert.lengthOf(holed.coordinates, 2)
    const two = shapeOf([square(30, 29, 1), square(32, 29, 1)], degrees)
    assert.equal(two.type, 'MultiPolygon')
    assert.deepEqual(shapeOf([[[31, 30]]], degrees), { type: 'Point', coordinates: [31, 30] })
    assert.throws(
      () =>
        shapeOf(
          [
            [
              [1, 1],
              [2, 2],
            ],
          ],
          degrees
        ),
      /ثلاثة أركان/
    )
  })
})
