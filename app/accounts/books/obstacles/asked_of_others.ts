import { sentence } from '#core/domain_error'
import { obstacleOf, type Finding } from '#accounts/books/obstacles/obstacle'
import { booksPorts } from '#accounts/books/ports'

/** Advances that nobody has accounted for in full (سلف لم تسوَّ). */
export const unsettledAdvances: Finding = async ({ unitId, year }, trx) =>
  obstacleOf('advances', await booksPorts.openAdvances({ unitId, year }, trx), (count, total) =>
    sentence(
      `سلف لم تسوَّ عددها ${count} وباقيها ${total('ar')} جنيه`,
      `${count} advances not accounted for, ${total('en')} pounds open`
    )
  )

/** Months of bank accounts that are not reconciled. */
export const unreconciledMonths: Finding = async ({ unitId, year }, trx) =>
  obstacleOf(
    'bank',
    await booksPorts.unreconciledBankMonths({ unitId, year }, trx),
    (count, total) =>
      sentence(
        `أشهر بنك لم تطابق عددها ${count} وغير المفسر فيها ${total('ar')} جنيه`,
        `${count} bank months not reconciled, ${total('en')} pounds unexplained`
      )
  )
