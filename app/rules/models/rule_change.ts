import { compose } from '@adonisjs/core/helpers'
import { RuleChangeSchema } from '#database/schema'
import { sentence, type Sentence } from '#core/domain_error'
import { formatDay } from '#core/days'
import { WithTransitions, type Transitions } from '#core/transitions'

/** What is asked for: a new version from a day, the end of a rule, or a decision's word that it is so. */
export type ChangeKind = 'version' | 'end' | 'confirmation'

/** A change of a dated rule that one person proposes and another decides (تعديل حكم). */
export default class RuleChange extends compose(RuleChangeSchema, WithTransitions) {
  static override table = 'rule_changes'
  static transitions = {
    proposed: ['approved', 'refused', 'withdrawn'],
    approved: [],
    refused: [],
    withdrawn: [],
  } satisfies Transitions

  static stateNames = {
    proposed: sentence('في انتظار الاعتماد', 'waiting for approval'),
    approved: sentence('معتمد', 'approved'),
    refused: sentence('مرفوض', 'refused'),
    withdrawn: sentence('مسحوب', 'withdrawn'),
  }

  get name(): Sentence {
    return { ar: this.nameAr, en: this.nameEn }
  }

  /** What its approval binds. */
  picture() {
    const { subject, ruleKey, kind, baseId, newValues, oldValues, validFrom, reason } = this
    return {
      subject,
      ruleKey,
      kind,
      baseId,
      newValues,
      oldValues,
      validFrom,
      reason,
      legal: this.legalReference,
    }
  }
}

/** The decision a change rests on. */
export interface LegalReference {
  /** Kind and number: «قرار وزير المالية رقم 12 لسنة 2027». */
  text: string
  on: string
  article?: string | null
}

/** As the rule itself will name it. */
export const referenceText = ({ text, on, article }: LegalReference): string =>
  [`${text} بتاريخ ${formatDay(on, 'ar')}`, ...(article ? [`مادة ${article}`] : [])].join('، ')
