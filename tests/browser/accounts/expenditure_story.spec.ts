import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test } from '@japa/runner'
import { WorkerProcess } from '#core/jobs/worker'
import { theCast, type Part } from './expenditure/cast.js'
import { bindsTheNeed } from './expenditure/commitment.js'
import { isBooked, isReviewed, writesTheForm } from './expenditure/form_50.js'
import { isAccountedFor, isLocked } from './expenditure/month.js'
import { isExecutedByTheBank, isOrdered, isSentToTheBank, isShelved } from './expenditure/order.js'
import { beginWalk, Desk, faults } from '#tests/browser/support/desk'

test.group('The whole story of a payment', (group) => {
  // What the bank's file asks of the house is done where it always is: in a worker.
  const worker = new WorkerProcess()
  let folder = ''
  group.setup(async () => {
    folder = await mkdtemp(join(tmpdir(), 'payment-'))
    await worker.start()
    return async () => {
      await worker.stop()
      await rm(folder, { recursive: true })
    }
  })

  test('from a need through commitment, form 50, its return, both books, two signatories and the bank’s file to form 75, by the people themselves', async ({
    browser,
    assert,
  }) => {
    beginWalk('payment')
    const cast = await theCast()
    const desks: Desk[] = []
    const sits = async (part: Part) => {
      const desk = await Desk.of(browser, cast.people[part])
      desks.push(desk)
      return desk
    }
    try {
      const [officer, clerk] = [await sits('officer'), await sits('clerk')]
      const [head, manager, chief] = [
        await sits('head'),
        await sits('manager'),
        await sits('chief'),
      ]
      const commitment = await bindsTheNeed(cast, { officer, head }, assert)
      const form = await writesTheForm(cast, commitment, officer)
      await isReviewed(form, { officer, head }, assert)
      await isBooked(form, { clerk, head }, assert)
      await isOrdered(cast, form, clerk)
      const order = await isSentToTheBank(cast, form, { clerk, head, chief }, assert)
      await isExecutedByTheBank(order, folder, { clerk, head })
      await isShelved(form, clerk)
      await isLocked({ clerk, manager })
      await isAccountedFor(cast, { clerk, head, manager, chief }, assert)
    } catch (error) {
      for (const [index, desk] of desks.entries()) await desk.snapshot(String(index))
      throw error
    }
    assert.deepEqual(faults, {})
  }).timeout(300_000)
})
