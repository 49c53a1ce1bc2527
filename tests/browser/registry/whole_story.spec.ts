import { writeFile } from 'node:fs/promises'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { theCast } from './story/cast.js'
import { transfersItsCustody } from './story/custody.js'
import { Desk, faults } from './story/desk.js'
import { isEncroachedOn } from './story/encroachment.js'
import { letsIt } from './story/lease.js'
import { recordsTheParcel } from './story/parcel.js'
import { isValued } from './story/worth.js'
import { isCounted, isPosted, plansARound } from './story/round.js'

const PHONE = { viewport: { width: 390, height: 844 }, isMobile: true, hasTouch: true }

test.group('The whole story of a parcel', () => {
  test('from a survey sheet to its biography, by the people who do it', async ({
    browser,
    assert,
  }) => {
    const cast = await theCast()
    const { people } = cast
    const officer = await Desk.of(browser, people.officer)
    const head = await Desk.of(browser, people.head)
    const both = { officer, head }
    const open: Desk[] = [officer, head]
    const also = async (...[user, more]: [Parameters<typeof Desk.of>[1], object?]) => {
      const desk = await Desk.of(browser, user, more)
      open.push(desk)
      return desk
    }
    try {
      const asset = await recordsTheParcel(cast, both, assert)
      await transfersItsCustody(asset, both, assert)
      await isValued(asset, both)
      await letsIt(asset, both, assert)
      const round = await plansARound(cast, officer)
      const phone = await also(people.surveyor, PHONE)
      const other = await also(people.second, PHONE)
      await isCounted(cast, round, { phone, other }, assert)
      await isPosted(round, both)
      const surveyor = await also(people.second)
      const lawyer = await also(people.lawyer)
      const executor = await also(people.executor)
      const kase = await isEncroachedOn(cast, { ...both, surveyor, lawyer, executor }, assert)
      const { page } = head
      await head.menu('المواقع والأصول')
      await page.locator(`main .rows tbody a[href="${asset}"]`).first().click()
      await page.locator('#custody').waitFor()
      await head.look('biography')
      const origin = new URL(page.url()).origin
      for (const [name, path] of [
        ['biography', `${asset}/biography.pdf`],
        ['removal-order', `${kase}/removal-order`],
        ['round-minutes', `${round}/minutes`],
      ]) {
        const pdf = await page.request.get(origin + path)
        await writeFile(app.tmpPath('pictures', `story-${name}.pdf`), await pdf.body())
      }
    } catch (e) {
      for (const [i, desk] of open.entries()) await desk.snapshot(String(i))
      throw e
    }
    assert.deepEqual(faults, {})
  }).timeout(400_000)
})
