import { DomainError, sentence } from '#core/domain_error'
import type { Month } from '#core/fiscal'

/** The dated setting `reconciliation.rules` names a rule that the engine does not have. */
export class UnknownRuleError extends DomainError {
  static override code = 'E_RECONCILIATION_RULE'

  constructor(rule: string) {
    super(
      sentence(
        `قاعدة المطابقة «${rule}» غير معروفة أو ضُبطت بما لا يجوز.`,
        `The reconciliation rule «${rule}» is unknown or set in a way that is not allowed.`
      ),
      {
        facts: { rule },
        cure: sentence(
          'صحح الإعداد reconciliation.rules: القواعد ومعانيها في docs/reconciliation.md.',
          'Correct the setting reconciliation.rules: docs/reconciliation.md lists the rules.'
        ),
      }
    )
  }
}

/** The sums of what was judged are not the sums of what came in: nothing of the run is kept. */
export class FiguresDisagreeError extends DomainError {
  static override code = 'E_RECONCILIATION_FIGURES'
  static override status = 500

  constructor(kind: string, inputs: unknown, judged: unknown) {
    super(
      sentence(
        `مجاميع نتيجة المطابقة (${kind}) لا تساوي مجاميع المدخلات، ولم يُحفظ شيء.`,
        `The result of the reconciliation (${kind}) does not add up to its inputs; nothing was kept.`
      ),
      {
        facts: { kind, inputs, judged },
        cure: sentence(
          'شغّل المطابقة مرة أخرى، وإن تكرر فأبلغ مشرف النظام.',
          'Run it again; if it repeats, tell the system supervisor.'
        ),
      }
    )
  }
}

/** What the suggestion joins is no longer free, or somebody decided it already. */
export class SuggestionClosedError extends DomainError {
  static override code = 'E_SUGGESTION_CLOSED'

  constructor(id: number, state: string) {
    super(
      sentence(
        `الاقتراح رقم ${id} لم يعد مفتوحًا للبت فيه.`,
        `Suggestion ${id} is no longer open to be decided.`
      ),
      {
        facts: { id, state },
        cure: sentence(
          'حدّث الصفحة؛ إن تغيرت الوقائع أعد تشغيل المطابقة.',
          'Refresh the page; if the facts changed, run the reconciliation again.'
        ),
      }
    )
  }
}

/** A match that rests on the paper's own reference is a fact: only a correction of the paper undoes it. */
export class MatchNotDecidedError extends DomainError {
  static override code = 'E_MATCH_NOT_DECIDED'

  constructor(rule: string) {
    super(
      sentence(
        `هذه المطابقة نتجت من القاعدة «${rule}» لا من قرار شخص، فلا تُفك من هنا.`,
        `This match follows from the rule «${rule}», not from a person's decision, and cannot be undone here.`
      ),
      {
        facts: { rule },
        cure: sentence(
          'صحح الورقة نفسها (المرجع أو الحافظة) ثم أعد تشغيل المطابقة.',
          'Correct the paper itself (its reference or slip), then run the reconciliation again.'
        ),
      }
    )
  }
}

/** A difference that the facts no longer raise needs no explanation. */
export class DifferenceClearedError extends DomainError {
  static override code = 'E_DIFFERENCE_CLEARED'

  constructor(key: string) {
    super(
      sentence(`الفرق «${key}» زال سببه بالفعل.`, `The difference «${key}» is cleared already.`),
      {
        facts: { key },
        cure: sentence('لا يلزم شيء؛ حدّث القائمة.', 'Nothing is needed; refresh the list.'),
      }
    )
  }
}

/** An explanation without words explains nothing. */
export class ExplanationMissingError extends DomainError {
  static override code = 'E_EXPLANATION_MISSING'

  constructor() {
    super(sentence('اكتب تفسير الفرق.', 'Write the explanation of the difference.'), {
      cure: sentence(
        'جملة واحدة تكفي: ما السبب وما السند.',
        'One sentence is enough: the cause and the paper behind it.'
      ),
    })
  }
}

/** The same unit and month is being reconciled by another process now. */
export class RunInProgressError extends DomainError {
  static override code = 'E_RECONCILIATION_RUNNING'

  constructor(jobId: number) {
    super(
      sentence(
        `مطابقة هذه الوحدة وهذا الشهر تعمل الآن (العملية رقم ${jobId}).`,
        `This unit and month is being reconciled now (job ${jobId}).`
      ),
      {
        facts: { jobId },
        cure: sentence(
          'انتظر انتهاءها؛ تظهر في صفحة العمليات.',
          'Wait for its end; the page of jobs shows it.'
        ),
      }
    )
  }
}

/** A difference is given only to who may explain it in its unit. */
export class AssigneeNotAllowedError extends DomainError {
  static override code = 'E_ASSIGNEE_NOT_ALLOWED'

  constructor(person: string) {
    super(
      sentence(
        `لا يملك ${person} تفسير فروق كل الوحدات المحددة.`,
        `${person} may not explain differences in every unit chosen.`
      ),
      {
        facts: { person },
        cure: sentence(
          'اختر موظفًا له صلاحية تفسير الفروق في هذه الوحدات، أو أسند فروق كل وحدة على حدة.',
          'Choose a person who may explain differences in these units, or assign each unit’s apart.'
        ),
      }
    )
  }
}

/** Bills are made for a month that has begun: what it will bring is not known before. */
export class MonthNotBillableError extends DomainError {
  static override code = 'E_MONTH_NOT_BILLABLE'

  constructor(month: Month) {
    super(
      sentence(
        `لا تصدر مطالبات ${month.label('ar')} قبل أن يبدأ.`,
        `${month.label('en')} is not billed before it begins.`
      ),
      { cure: sentence('اختر الشهر الحالي أو شهرًا قبله.', 'Choose this month or an earlier one.') }
    )
  }
}
