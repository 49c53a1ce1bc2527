import { test } from '@japa/runner'
import { FiscalYearWorld } from '#tests/scenarios/fiscal_year/world'
import { creditChapter, planChapter } from '#tests/scenarios/fiscal_year/plan'
import { autumnChapter, summerChapter, winterChapter } from '#tests/scenarios/fiscal_year/spending'
import { holdingsChapter } from '#tests/scenarios/fiscal_year/holdings'
import { worksChapter } from '#tests/scenarios/fiscal_year/works'
import { bankChapter } from '#tests/scenarios/fiscal_year/bank'
import { endChapter } from '#tests/scenarios/fiscal_year/end'
import { HouseOfItsOwn } from '#tests/support/books/house_of_its_own'

/**
 * The fiscal year 2025/2026 of one city, from its ceilings to the opening of the next: by the actions that
 * people's pages call, each by the person whose work it is, every figure worked out by hand beforehand.
 * The chapters go on from one another; nothing else is in this house.
 */
test.group('A fiscal year', (group) => {
  const house = new HouseOfItsOwn(`diwan_year_${process.pid}`)
  const world = new FiscalYearWorld(house)

  group.tap((one) => one.timeout(120_000))
  group.setup(async () => {
    await house.enter()
    await world.begin()
  })
  group.teardown(() => house.leave())

  planChapter(world)
  summerChapter(world)
  creditChapter(world)
  autumnChapter(world)
  winterChapter(world)
  holdingsChapter(world)
  worksChapter(world)
  bankChapter(world)
  endChapter(world)
})
