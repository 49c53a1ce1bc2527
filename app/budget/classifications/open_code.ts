import type { Day } from '#core/days'
import { within, type Trx } from '#core/within'
import BudgetCode, { type Axis } from '#budget/models/budget_code'
import { tell, type CodeAct } from '#budget/classifications/code_step'
import { parentDoesNotHold, parentHasLines, taken, tooDeep } from '#budget/classifications/errors'

export interface NewCode {
  axis: Axis
  code: string
  parentId?: number | null
  nameAr: string
  nameEn?: string | null
  isLocked?: boolean
  accountCode?: string | null
  validFrom: Day
  /** The decision or text that opens it. */
  legalReference: string
}

/** The lowest level of a tree: باب، مجموعة، بند، نوع. */
const DEEPEST = 4

/**
 * Opens a code by a decision. One of the same code that holds is closed on the day on which this one
 * begins, as an imported tree does it. It waits to be confirmed by another person.
 */
export default class OpenCode {
  /** @throws ClassificationError */
  async handle(asked: NewCode, { by, trx: outer }: CodeAct): Promise<BudgetCode> {
    return within(outer, async (trx) => {
      const parent = asked.parentId ? await parentOf(asked, trx) : null
      await closeTheOneBefore(asked, trx)
      const made = await BudgetCode.create(
        {
          ...{ axis: asked.axis, code: asked.code, nameAr: asked.nameAr },
          nameEn: asked.nameEn || asked.nameAr,
          parentId: parent?.id ?? null,
          level: (parent?.level ?? 0) + 1,
          chapterId: parent ? (parent.chapterId ?? parent.id) : null,
          groupId: below(parent, 2) ? (parent!.groupId ?? parent!.id) : null,
          itemId: below(parent, 3) ? (parent!.itemId ?? parent!.id) : null,
          isPostable: true,
          isLocked: asked.isLocked ?? Boolean(parent?.isLocked),
          accountCode: asked.accountCode ?? null,
          validFrom: asked.validFrom,
          validTo: null,
          legalReference: asked.legalReference,
          confirmed: false,
          confirmedBy: null,
          madeBy: by.id,
        },
        { client: trx }
      )
      if (parent?.isPostable) {
        await trx.from('budget_codes').where('id', parent.id).update({ is_postable: 0 })
      }
      await tell('opened', made, { by, trx, reason: asked.legalReference })
      return made
    })
  }
}

const below = (parent: BudgetCode | null, level: number) => parent !== null && parent.level >= level

async function parentOf({ axis, parentId, validFrom }: NewCode, trx: Trx): Promise<BudgetCode> {
  const parent = await BudgetCode.query({ client: trx })
    .where('id', parentId!)
    .forUpdate()
    .firstOrFail()
  const holds =
    parent.validFrom <= validFrom && (parent.validTo === null || parent.validTo > validFrom)
  if (parent.axis !== axis || !holds) throw parentDoesNotHold(parent.code, validFrom)
  if (parent.level >= DEEPEST) throw tooDeep(parent.code)
  if (!parent.isPostable) return parent
  const [[used]] = await trx.rawQuery(
    `SELECT 1 FROM budget_lines WHERE ? IN (code_id, fund_id, function_id, programme_id)
     UNION ALL SELECT 1 FROM budget_proposal_lines WHERE ? IN (code_id, fund_id, function_id, programme_id) LIMIT 1`,
    [parent.id, parent.id]
  )
  if (used) throw parentHasLines(parent.code)
  return parent
}

async function closeTheOneBefore({ axis, code, validFrom }: NewCode, trx: Trx): Promise<void> {
  const latest = await BudgetCode.query({ client: trx })
    .where({ axis, code })
    .orderBy('valid_from', 'desc')
    .forUpdate()
    .first()
  if (!latest) return
  const holds = latest.validTo === null || latest.validTo > validFrom
  if (latest.validFrom >= validFrom || (holds && latest.validTo !== null)) {
    throw taken(code, latest.validFrom)
  }
  if (holds) await latest.merge({ validTo: validFrom }).save()
}
