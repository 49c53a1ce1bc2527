import { test } from '@japa/runner'
import { NoCoordinatesError, readPasted } from '#registry/coordinates/pasted'

const CAIRO: [number, number][] = [
  [637570.862, 814926.671],
  [637600.1, 814926.7],
  [637600.2, 814960.3],
]

test.group('Numbers of a survey sheet are read however they are written', () => {
  test('{0}')
    .with<[string, string][]>([
      ['spaces', '637570.862 814926.671\n637600.1 814926.7\n637600.2 814960.3'],
      [
        'tabs, corner numbers, heights',
        '1\t637570.862\t814926.671\t21.4\n2\t637600.1\t814926.7\t21.5\n3\t637600.2\t814960.3\t21.3',
      ],
      ['corner letters', 'P1 637570.862 814926.671\nP2 637600.1 814926.7\nP3 637600.2 814960.3'],
      ['Arabic digits', '١ ٦٣٧٥٧٠٫٨٦٢ ٨١٤٩٢٦٫٦٧١\n٢ ٦٣٧٦٠٠٫١ ٨١٤٩٢٦٫٧\n٣ ٦٣٧٦٠٠٫٢ ٨١٤٩٦٠٫٣'],
      ['commas between', '637570.862,814926.671\n637600.1, 814926.7\n637600.2,814960.3'],
      ['commas of thousands', '637,570.862 814,926.671\n637,600.1 814,926.7\n637,600.2 814,960.3'],
      ['commas of decimals', '637570,862 814926,671\n637600,1 814926,7\n637600,2 814960,3'],
      [
        'Arabic commas and slashes',
        '637570.862 ، 814926.671\n637600.1 / 814926.7\n637600.2؛814960.3',
      ],
      [
        'letters before numbers',
        'E 637570.862 N 814926.671\nE=637600.1 N=814926.7\nE637600.2 N814960.3',
      ],
      [
        'a heading',
        'النقطة الشرقيات الشماليات\n1 637570.862 814926.671\n2 637600.1 814926.7\n3 637600.2 814960.3',
      ],
      ['one row', '637570.862 814926.671 637600.1 814926.7 637600.2 814960.3'],
      ['one number a line', '637570.862\n814926.671\n637600.1\n814926.7\n637600.2\n814960.3'],
      [
        'well-known text',
        'POLYGON((637570.862 814926.671, 637600.1 814926.7, 637600.2 814960.3, 637570.862 814926.671))',
      ],
      [
        'a closed list',
        '637570.862 814926.671\n637600.1 814926.7\n637600.2 814960.3\n637570.862 814926.671',
      ],
      [
        'invisible marks',
        '\u200F637570.862\u200E 814926.671\r\n637600.1\u00A0814926.7\r\n637600.2 814960.3\r\n',
      ],
      [
        'numbers, corners and heights with commas',
        '1,637570.862,814926.671,20.1\n2,637600.1,814926.7,20.2\n3,637600.2,814960.3,20',
      ],
    ])
    .run(({ assert }, [, text]) => {
      assert.deepEqual(readPasted(text).outlines, [CAIRO])
    })

  test('the order is what the sheet says', ({ assert }) => {
    assert.equal(readPasted('E N\n637570 814926').order, 'en')
    assert.equal(readPasted('شماليات\tشرقيات\n814926 637570').order, 'ne')
    assert.equal(readPasted('N 814926.671 E 637570.862').order, 'ne')
    assert.equal(readPasted('س ص\n637570 814926').order, 'en')
    assert.isNull(readPasted('637570 814926').order)
  })

  test('degrees, minutes and seconds become decimals')
    .with([
      `30°02'39.84"N 31°14'08.52"E`,
      '30° 02′ 39.84″ شمالًا ، 31° 14′ 08.52″ شرقًا',
      '٣٠° ٠٢′ ٣٩٫٨٤″ شمال  ٣١° ١٤′ ٠٨٫٥٢″ شرق',
      '30 02 39.84 N 31 14 08.52 E',
      '30:02:39.84N, 31:14:08.52E',
    ])
    .run(({ assert }, text) => {
      const { outlines, order } = readPasted(text)
      const [lat, lon] = outlines[0]![0]!
      assert.closeTo(lat, 30.0444, 1e-9)
      assert.closeTo(lon, 31.2357, 1e-9)
      assert.equal(order, 'ne')
    })

  test('decimal degrees stay', ({ assert }) => {
    assert.deepEqual(readPasted('30.0444, 31.2357').outlines, [[[30.0444, 31.2357]]])
    assert.deepEqual(readPasted('30.0444° N 31.2357° E').outlines, [[[30.0444, 31.2357]]])
  })

  test('an empty line begins another outline', ({ assert }) => {
    const { outlines } = readPasted('1 2000\n3 4000\n5 6000\n\n\n7 8000\n9 1000')
    assert.lengthOf(outlines, 2)
    assert.lengthOf(outlines[1]!, 2)
  })

  test('a traverse that closes half a metre beside its beginning says so', ({ assert }) => {
    const read = readPasted('100 100\n200 100\n200 200\n100 200\n100.3 100.4')
    assert.lengthOf(read.outlines[0]!, 4)
    assert.deepEqual(read.closing, { outline: 0, from: [100.3, 100.4], to: [100, 100] })
  })

  test('words between are pointed out by line, and text without numbers is refused', ({
    assert,
  }) => {
    const read = readPasted('637570.862 814926.671\nمنطقة كيمان فارس\n637600.1 814926.7')
    assert.deepEqual(read.skipped, [{ line: 2, text: 'منطقة كيمان فارس' }])
    assert.throws(() => readPasted('لا أرقام هنا'), NoCoordinatesError)
    assert.throws(() => readPasted(''), NoCoordinatesError)
    assert.throws(() => readPasted('1 2000\n'.repeat(5001)), NoCoordinatesError)
  })
})
