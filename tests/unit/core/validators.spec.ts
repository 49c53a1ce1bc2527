import { test } from '@japa/runner'
import i18nManager from '@adonisjs/i18n/services/main'
import vine, { errors } from '@vinejs/vine'
import { clock } from '#core/clock'
import { Month } from '#core/fiscal'
import { Money } from '#core/money'
import { arabicText, fiscalDate, money, month } from '#core/validators'

/** The first message of a refused form, or null. */
async function messageOf(
  schema: ReturnType<typeof vine.create<any>>,
  data: object,
  locale?: string
): Promise<string | null> {
  const messagesProvider = locale ? i18nManager.locale(locale).createMessagesProvider() : undefined
  const [error] = await schema.tryValidate(data, { messagesProvider })
  if (!error) return null
  if (!(error instanceof errors.E_VALIDATION_ERROR)) throw error
  return error.messages[0].message
}

test.group('Forms', (group) => {
  group.each.teardown(() => clock.restore())

  test('an amount arrives as Money however it was typed', async ({ assert }) => {
    const form = vine.create({ amount: money() })
    const { amount } = await form.validate({ amount: '١٬٢٣٤٫٥٠' })
    assert.isTrue(amount instanceof Money)
    assert.equal(amount.toString(), '1234.50')
  })

  test('an amount may be left out when the form allows it', async ({ assert }) => {
    const form = vine.create({ amount: money().optional(), fee: money().nullable() })
    assert.deepEqual(await form.validate({ fee: null }), { fee: null })
  })

  test('the amount «{amount}» is refused: {message}')
    .with([
      { amount: '12.345', message: 'more than two decimals' },
      { amount: 'abc', message: 'letters or signs' },
      { amount: '-1', message: 'cannot be negative' },
      { amount: '(1)', message: 'cannot be negative' },
      { amount: 12.5, message: 'string' },
      { amount: undefined, message: 'defined' },
    ])
    .run(async ({ assert }, { amount, message }) => {
      assert.include(await messageOf(vine.create({ amount: money() }), { amount }), message)
    })

  test('limits of an amount are included', async ({ assert }) => {
    const read = async (schema: typeof form, text: string) => {
      const { amount } = await schema.validate({ amount: text })
      return amount.toString()
    }
    const form = vine.create({ amount: money({ min: '0.01', max: '1000' }) })
    assert.equal(await read(form, '0.01'), '0.01')
    assert.equal(await read(form, '1,000'), '1000.00')
    assert.include(await messageOf(form, { amount: '0' }), 'at least 0.01')
    assert.include(await messageOf(form, { amount: '1000.01' }), 'at most 1000')
    const adjustment = vine.create({ amount: money({ negative: true }) })
    assert.equal(await read(adjustment, '5-'), '-5.00')
  })

  test('a message is in the language of the request, or in both', async ({ assert }) => {
    const form = vine.create({ amount: money() })
    assert.equal(await messageOf(form, { amount: '-1' }, 'ar'), 'المبلغ لا يكون سالبًا.')
    assert.equal(await messageOf(form, { amount: '-1' }, 'en'), 'The amount cannot be negative.')
    assert.equal(
      await messageOf(form, { amount: '-1' }),
      'المبلغ لا يكون سالبًا. — The amount cannot be negative.'
    )
    assert.equal(
      await messageOf(form, { amount: '1.234' }, 'ar'),
      'لا يقرأ المبلغ «1.234»: فيه أكثر من رقمين بعد العلامة العشرية. اكتبه مثل 1234.50.'
    )
    assert.equal(await messageOf(form, {}, 'ar'), 'هذه الخانة مطلوبة.')
  })

  test('a day arrives as ISO text, and an impossible one is refused', async ({ assert }) => {
    const form = vine.create({ on: fiscalDate() })
    assert.deepEqual(await form.validate({ on: '٥/١٠/٢٠٢٦' }), { on: '2026-10-05' })
    assert.include(await messageOf(form, { on: '31/02/2026' }), 'no such day')
    const american = vine.create({ on: fiscalDate({ order: 'mdy' }) })
    assert.deepEqual(await american.validate({ on: '10/05/2026' }), { on: '2026-10-05' })
  })

  test('a day that has not come yet in Cairo is refused where it matters', async ({ assert }) => {
    const form = vine.create({ on: fiscalDate({ notAfterToday: true }) })
    clock.freeze('2026-10-04T20:59:59Z')
    assert.include(await messageOf(form, { on: '2026-10-05' }), 'has not come yet')
    clock.freeze('2026-10-04T21:00:00Z')
    assert.deepEqual(await form.validate({ on: '2026-10-05' }), { on: '2026-10-05' })
  })

  test('a month arrives as Month', async ({ assert }) => {
    const form = vine.create({ month: month() })
    const result = await form.validate({ month: ' 2026-10 ' })
    assert.isTrue(result.month instanceof Month)
    assert.equal(String(result.month), '2026-10')
    assert.include(await messageOf(form, { month: '2026-13' }), 'not a known month')
  })

  test('an Arabic text arrives clean, and a text without Arabic is refused', async ({ assert }) => {
    const form = vine.create({ name: arabicText({ min: 3, max: 10 }) })
    assert.deepEqual(await form.validate({ name: ' محمد\u00A0\u202Eعلي ' }), { name: 'محمد علي' })
    assert.include(await messageOf(form, { name: 'John' }), 'in Arabic')
    assert.include(await messageOf(form, { name: 'م' }), 'shorter than 3')
    assert.include(await messageOf(form, { name: 'م'.repeat(11) }), 'longer than 10')
  })
})
