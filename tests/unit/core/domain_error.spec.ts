import { test } from '@japa/runner'
import { HttpContextFactory, RequestFactory } from '@adonisjs/core/factories/http'
import { SessionMiddlewareFactory } from '@adonisjs/session/factories'
import { DomainError, sentence } from '#core/domain_error'
import { Money } from '#core/money'
import { safeBackPath } from '#core/safe_back'

class FundsExceededError extends DomainError {
  static override code = 'E_FUNDS_EXCEEDED'

  constructor(available: Money, asked: Money) {
    super(
      sentence(
        `المتاح ${available} والمطلوب ${asked}.`,
        `Only ${available} is left; ${asked} was asked for.`
      ),
      {
        facts: { available, asked, line: 42n },
        cure: sentence('اطلب نقلًا إلى البند.', 'Ask for a virement to the line.'),
      }
    )
  }
}

const refusal = new FundsExceededError(Money.of('100'), Money.of('100.01'))

async function requestWith(
  headers: Record<string, string>,
  options: { method?: string; url?: string } = {}
) {
  const request = new RequestFactory()
    .merge({ method: options.method ?? 'POST', url: options.url ?? '/budget/lines/7/commitments' })
    .create()
  Object.assign(request.request.headers, { host: 'diwan.local', ...headers })
  const ctx = new HttpContextFactory().merge({ request }).create()
  const middleware = await new SessionMiddlewareFactory().create()
  await middleware.handle(ctx, async () => {
    ctx.request.setInitialBody({ amount: '100.01', nationalId: '29001012301234', _csrf: 'x' })
    await refusal.handle(refusal, ctx)
  })
  const response = ctx.response
  return {
    status: response.getStatus(),
    location: response.getHeader('location'),
    header: (name: string) => response.getHeader(name),
    body: response.getBody(),
    flashed: ctx.session.responseFlashMessages.all(),
  }
}

test.group('A rule that is not met', () => {
  test('says what is wrong in both languages, with figures and a cure', ({ assert }) => {
    assert.equal(refusal.messageFor('ar'), 'المتاح 100.00 والمطلوب 100.01.')
    assert.equal(refusal.messageFor('en-GB'), 'Only 100.00 is left; 100.01 was asked for.')
    assert.equal(refusal.messageFor('fr'), refusal.messageFor('ar'))
    assert.equal(
      refusal.adviceFor('en'),
      'Only 100.00 is left; 100.01 was asked for. Ask for a virement to the line.'
    )
    assert.deepEqual(JSON.parse(JSON.stringify(refusal)), {
      code: 'E_FUNDS_EXCEEDED',
      message: 'المتاح 100.00 والمطلوب 100.01.',
      messages: {
        ar: 'المتاح 100.00 والمطلوب 100.01.',
        en: 'Only 100.00 is left; 100.01 was asked for.',
      },
      facts: { available: '100.00', asked: '100.01', line: '42' },
      cure: { ar: 'اطلب نقلًا إلى البند.', en: 'Ask for a virement to the line.' },
    })
  })

  test('is an error of status 422 whose log line holds both languages', ({ assert }) => {
    assert.equal(refusal.status, 422)
    assert.include(refusal.message, 'المتاح')
    assert.include(refusal.message, 'is left')
    assert.instanceOf(refusal, Error)
  })

  test('answers JSON clients with its code and sentence', async ({ assert }) => {
    const answer = await requestWith({ accept: 'application/json' })
    assert.equal(answer.status, 422)
    assert.equal(answer.body.code, 'E_FUNDS_EXCEEDED')
    assert.equal(answer.body.facts.asked, '100.01')
  })

  test('answers a partial page update with 422 and the flash area alone', async ({ assert }) => {
    const answer = await requestWith({ 'accept': 'text/html', 'x-up-version': '3.14.3' })
    assert.equal(answer.status, 422)
    assert.equal(answer.header('x-up-target'), '[up-flashes]')
    assert.include(answer.body, 'up-flashes')
    assert.include(answer.body, 'المتاح 100.00')
    assert.isUndefined(answer.location)
  })

  test('sends a browser back where it came from with the sentence, the input and no secrets', async ({
    assert,
  }) => {
    const answer = await requestWith({
      accept: 'text/html',
      referer: 'http://diwan.local/budget/lines/7?tab=commitments',
    })
    assert.equal(answer.status, 303)
    assert.equal(answer.location, '/budget/lines/7?tab=commitments')
    assert.equal(answer.flashed.error, refusal.adviceFor('ar'))
    assert.equal(answer.flashed.input.amount, '100.01')
    assert.notProperty(answer.flashed.input, 'nationalId')
    assert.notProperty(answer.flashed.input, '_csrf')
  })

  test('never sends a browser to another host: {$self}')
    .with([
      'https://evil.example/budget',
      'http://diwan.local.evil.example/',
      'http://evil.example@diwan.local:81/',
      'javascript:alert(1)',
      'not a url',
    ])
    .run(async ({ assert }, referer) => {
      const answer = await requestWith({ accept: 'text/html', referer })
      assert.equal(answer.status, 422)
      assert.isUndefined(answer.location)
      assert.include(answer.body, 'المتاح 100.00')
    })

  test('a path that looks like another host is flattened', ({ assert }) => {
    const request = (referer: string) =>
      ({ header: () => referer, host: () => 'diwan.local' }) as any
    assert.equal(safeBackPath(request('http://diwan.local//evil.example/x')), '/evil.example/x')
    assert.equal(safeBackPath(request('http://diwan.local/\\evil.example')), '/evil.example')
    assert.equal(safeBackPath(request('http://diwan.local')), '/')
    assert.isNull(safeBackPath(request('')))
  })

  test('a refused page is shown, not redirected to itself for ever', async ({ assert }) => {
    const answer = await requestWith(
      { accept: 'text/html', referer: 'http://diwan.local/reports?month=2026-13' },
      { method: 'GET', url: '/reports?month=2026-13' }
    )
    assert.equal(answer.status, 422)
    assert.isUndefined(answer.location)
  })

  test('what people wrote is shown as text, never as markup', async ({ assert }) => {
    const hostile = new DomainError(sentence('<img src=x onerror=alert(1)>', '"x"'))
    const ctx = new HttpContextFactory().create()
    Object.assign(ctx.request.request.headers, { 'accept': 'text/html', 'x-up-version': '3' })
    await hostile.handle(hostile, ctx)
    assert.include(ctx.response.getBody(), '&lt;img src=x onerror=alert(1)&gt;')
    assert.notInclude(ctx.response.getBody(), '<img')
  })
})
