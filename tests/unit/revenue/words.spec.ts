import { test } from '@japa/runner'
import { numberCore, numbersIn } from '#core/paper_numbers'

test.group('Numbers in bank texts', () => {
  test('a number stands whole between anything but letters and digits')
    .with([
      ['TRF 00123 CASH', '00123', true],
      ['TRF(00123)', '00123', true],
      ['TRF00123', '00123', false],
      ['100123', '00123', false],
      ['SNR-2026/0012 DEP', 'SNR-2026/0012', true],
      ['SNR-2026/00129', 'SNR-2026/0012', false],
      ['حافظة رقم ٤٥٦ نقدي', '456', true],
      ['snr-2026/0012', 'SNR-2026/0012', true],
      ['no digits here', 'HERE', false],
    ] as const)
    .run(({ assert }, [text, number, stands]) => {
      assert.equal(numbersIn(text, new Set([number])).has(number), stands)
    })

  test('of two recorded numbers the longer one is meant where one lies inside the other', ({
    assert,
  }) => {
    const wanted = new Set(['0012', 'SNR-0012'])
    assert.deepEqual([...numbersIn('DEP SNR-0012', wanted)], ['SNR-0012'])
    assert.sameMembers([...numbersIn('SNR-0012 AND 0012', wanted)], ['SNR-0012', '0012'])
  })

  test('what stands around a paper’s number is no part of it', ({ assert }) => {
    assert.equal(numberCore(' #٣٧-١٢/ '), '37-12')
    assert.equal(numberCore('---'), '')
  })
})
