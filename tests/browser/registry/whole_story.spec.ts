import { test } from '@japa/runner'
import type { BrowserContextOptions } from 'playwright'
import { tellsItsLife, prints } from './story/biography.js'
import { theCast, type Part } from './story/cast.js'
import { transfersItsCustody } from './story/custody.js'
import { beginWalk, Desk, faults } from '#tests/browser/support/desk'
import { isEncroachedOn } from './story/encroachment.js'
import { letsIt } from './story/lease.js'
import { recordsTheParcel } from './story/parcel.js'
import { isCounted, isPosted, plansARound } from './story/round.js'
import { isValued } from './story/worth.js'
import { isHere, NO_POPPLER } from '#tests/support/programs'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

test.group('The whole story of a parcel', () => {
  test('from a survey sheet through refusal, approval, transfer, lease, round and encroachment to its biography, by the people themselves', async ({
    browser,
    assert,
  }) => {
    beginWalk('story')
    const cast = await theCast()
    const desks: Desk[] = []
    const sits = async (part: Part, options?: BrowserContextOptions) => {
      const desk = await Desk.of(browser, cast.people[part], options)
      desks.push(desk)
      return desk
    }
    const [officer, head] = [await sits('officer'), await sits('head')]
    const both = { officer, head }
    try {
      const asset = await recordsTheParcel(cast, both, assert)
      await transfersItsCustody(asset, both, assert)
      await isValued(asset, both)
      await letsIt(asset, both, assert)

      const round = await plansARound(cast, officer)
      const [phone, other] = [await sits('surveyor', PHONE), await sits('second', PHONE)]
      await isCounted(cast, round, { phone, other }, assert)
      await isPosted(round, both)

      const [surveyor, lawyer] = [await sits('second'), await sits('lawyer')]
      const hands = { ...both, surveyor, lawyer, executor: await sits('executor') }
      await isEncroachedOn(cast, hands, assert)
      assert.notInclude(await prints(head, `${round}/minutes`, 'minutes'), 'translation missing')
      await tellsItsLife(asset, head, assert)
    } catch (error) {
      for (const [index, desk] of desks.entries()) await desk.snapshot(String(index))
      throw error
    }
    assert.deepEqual(faults, {})
  })
    .timeout(300_000)
    .skip(!isHere('pdftotext', '-v'), NO_POPPLER)
})
