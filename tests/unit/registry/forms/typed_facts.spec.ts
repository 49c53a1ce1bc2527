import { test } from '@japa/runner'
import { correctedFacts, typedArea, typedSides } from '#registry/forms/typed_facts'

test.group('A deed typed as it is written', () => {
  test('feddan, qirat and sahm become square metres and keep their writing', ({ assert }) => {
    const area = typedArea({ deed_feddan: '٢', deed_qirat: '9', deed_sahm: '3.16' }, 'deed')
    assert.deepEqual(area, { m2: '10000.0254', as_written: '2 ف 9 ط 3.16 س' })
  })

  test('square metres beside them are kept as the deed gives them', ({ assert }) => {
    const typed = { deed_feddan: '1', deed_m2: '4201' }
    assert.deepEqual(typedArea(typed, 'deed'), { m2: '4201', as_written: '1 ف 0 ط 0 س' })
    assert.deepEqual(typedArea({ survey_m2: '99.5' }, 'survey'), { m2: '99.5', as_written: null })
    assert.isNull(typedArea({}, 'deed'))
  })

  test('twenty-four qirat are a feddan and not a number of qirat', ({ assert }) => {
    assert.throws(() => typedArea({ deed_qirat: '24' }, 'deed'), /أقل من ٢٤/)
    assert.throws(() => typedArea({ deed_feddan: 'اثنان' }, 'deed'), /أقل من ٢٤/)
  })

  test('only the sides that were written are stated', ({ assert }) => {
    assert.deepEqual(
      typedSides({ north_neighbour: 'ترعة', north_length_deed: '20', south_neighbour: '' }),
      [
        {
          side: 'north',
          neighbour_text: 'ترعة',
          length_deed_m: '20',
          length_survey_m: null,
          marker: null,
        },
      ]
    )
    assert.isNull(typedSides({ north_neighbour: ' ' }))
  })

  test('a correction states what differs, and an emptied field takes the fact away', ({
    assert,
  }) => {
    const standing = { name: 'أرض', hod: 'البحر', frontage_m: '12.000', is_in_use: 1, street: '' }
    const typed = { name: 'أرض', hod: '', frontage_m: '12', is_in_use: '1', street: '' }
    assert.deepEqual(correctedFacts(typed, Object.keys(standing), standing), { hod: null })
  })
})
