import { DomainError, sentence, type Locale } from '#core/domain_error'
import type { Finding } from '#registry/rules/finding'

/** What is asked of the register cannot be read: a field is missing or is not what it must be. */
export class ProposalError extends DomainError {
  static override code = 'E_PROPOSAL'

  constructor(field: string, ar: string, en: string, cure?: { ar: string; en: string }) {
    super(sentence(ar, en), { facts: { field }, cure })
  }
}

/** R23: the asset changed after the proposal (or the page) was made on it. */
export class StaleAssetError extends DomainError {
  static override code = 'E_STALE_ASSET'
  static override status = 409

  constructor(code: string, base: number, current: number) {
    super(
      sentence(
        `تغير الأصل ${code} بعد إعداد هذا التغيير: كان على النسخة ${base} وهو الآن على ${current}.`,
        `Asset ${code} was changed after this was prepared: it was at version ${base} and is now at ${current}.`
      ),
      {
        facts: { rule: 'R23', code, base, current },
        cure: sentence(
          'راجع ما تغير، ثم اسحب الطلب وأعده على النسخة الحالية.',
          'See what changed, then withdraw this and prepare it again on the present version.'
        ),
      }
    )
  }
}

/** A fact of a later day is recorded already, so this one would change nothing today. */
export class ShadowedFactError extends DomainError {
  static override code = 'E_SHADOWED_FACT'

  constructor(label: { ar: string; en: string }, asked: string, later: string) {
    super(
      sentence(
        `«${label.ar}» مسجل بقيمة سارية من ${later}، فلا أثر لتغييره من ${asked}.`,
        `"${label.en}" has a recorded value from ${later} on, so a change from ${asked} would have no effect.`
      ),
      {
        facts: { asked, later },
        cure: sentence(
          `اجعل تاريخ السريان ${later} أو بعده، أو سجل تصحيحًا.`,
          `Let it take effect on ${later} or later, or record a correction.`
        ),
      }
    )
  }
}

/** The asset is no longer there to be changed: split, merged, disposed of or its record superseded. */
export class AssetEndedError extends DomainError {
  static override code = 'E_ASSET_ENDED'

  constructor(code: string) {
    super(
      sentence(`انتهى قيد الأصل ${code} فلا يتغير.`, `The record of asset ${code} has ended.`),
      {
        facts: { code },
        cure: sentence(
          'راجع نسب الأصل لتعرف ما حل محله.',
          'See its lineage for what took its place.'
        ),
      }
    )
  }
}

/** No such asset, or one of another unit. */
export class NoSuchAssetError extends DomainError {
  static override code = 'E_NO_SUCH_ASSET'
  static override status = 404

  constructor(id: number) {
    super(
      sentence(`لا يوجد أصل بالمعرف ${id} في هذه الوحدة.`, `There is no asset ${id} in this unit.`),
      { facts: { id } }
    )
  }
}

/** What was proposed is not what stands in the table now: the approval would not bind it. */
export class ProposalAlteredError extends DomainError {
  static override code = 'E_PROPOSAL_ALTERED'

  constructor(id: number) {
    super(
      sentence(
        `تغيرت بيانات المعاملة ${id} بعد تقديمها خارج النظام؛ لا تعتمد.`,
        `Transaction ${id} was altered after it was proposed; it cannot be approved.`
      ),
      { facts: { id }, cure: sentence('أبلغ المراجع.', 'Tell the auditor.') }
    )
  }
}

/** Critical rules stand against it and were not overridden. */
export class RulesStandError extends DomainError {
  static override code = 'E_RULES_STAND'

  constructor(readonly findings: readonly Finding[]) {
    const said = (locale: Locale) =>
      findings.map(({ rule, messages }) => `${rule}: ${messages[locale]}`).join(' • ')
    const mayOverride = findings.every(({ overridable }) => overridable)
    super(sentence(`لا تعتمد المعاملة. ${said('ar')}`, `It cannot be approved. ${said('en')}`), {
      facts: { rules: findings.map(({ rule }) => rule), findings },
      cure: mayOverride
        ? sentence(
            'تصحح، أو يتجاوزها من له صلاحية التجاوز بسبب مكتوب.',
            'Correct it, or let a holder of the override permission give a written reason.'
          )
        : sentence('تصحح المعاملة ويعاد تقديمها.', 'Correct it and propose it again.'),
    })
  }
}

/** A rule was to be overridden by someone who may not, without a reason, or though nobody may. */
export class OverrideRefusedError extends DomainError {
  static override code = 'E_OVERRIDE_REFUSED'

  constructor(rule: string, why: 'permission' | 'reason' | 'never') {
    const words = {
      permission: sentence(
        `ليست لديك صلاحية تجاوز الضابط ${rule} في هذه الوحدة.`,
        `You may not override rule ${rule} in this unit.`
      ),
      reason: sentence(
        `اكتب سبب تجاوز الضابط ${rule}، عشرة أحرف على الأقل.`,
        `Give the reason for overriding rule ${rule}, ten letters or more.`
      ),
      never: sentence(`الضابط ${rule} لا يتجاوزه أحد.`, `Nobody overrides rule ${rule}.`),
    }
    super(words[why], { facts: { rule, why } })
  }
}

/** Its day has not come: what is not true yet is not recorded as true. */
export class NotYetEffectiveError extends DomainError {
  static override code = 'E_NOT_YET_EFFECTIVE'

  constructor(on: string) {
    super(
      sentence(
        `تسري المعاملة من ${on} ولم يأت هذا اليوم.`,
        `It takes effect on ${on}, and that day has not come.`
      ),
      {
        facts: { on },
        cure: sentence('تعتمد في يوم سريانها أو بعده.', 'Approve it on that day or later.'),
      }
    )
  }
}

/** Only who made a proposal takes it back. */
export class NotTheMakerError extends DomainError {
  static override code = 'E_NOT_THE_MAKER'

  constructor() {
    super(sentence('لا يسحب المعاملة إلا من قدمها.', 'Only who proposed it may withdraw it.'), {
      cure: sentence('يرفضها من يعتمد.', 'Who decides may refuse it.'),
    })
  }
}

/** A custody transfer moves in its order; a step is missing or comes too early. */
export class StepOrderError extends DomainError {
  static override code = 'E_STEP_ORDER'

  constructor(missing: { ar: string; en: string }) {
    super(
      sentence(
        `لم تسجل بعد خطوة «${missing.ar}» من نقل الولاية.`,
        `The step "${missing.en}" of the transfer is not recorded yet.`
      ),
      {
        cure: sentence(
          'الترتيب: موافقة المسلِّم، موافقة المستلم، القرار، محضر التسليم.',
          'The order: the sender agrees, the receiver agrees, the decree, the handover minutes.'
        ),
      }
    )
  }
}

/** A refusal without a word helps nobody. */
export class ReasonMissingError extends DomainError {
  static override code = 'E_REASON_MISSING'

  constructor() {
    super(sentence('اكتب سبب الرفض.', 'Give the reason of the refusal.'))
  }
}

/** Only the unit that receives an asset says that it receives it. */
export class ReceiverOnlyError extends DomainError {
  static override code = 'E_RECEIVER_ONLY'

  constructor(receiver: string) {
    super(
      sentence(
        `موافقة المستلم يسجلها من يعتمد في ${receiver}.`,
        `The receiver's consent is recorded by who decides in ${receiver}.`
      ),
      {
        facts: { receiver },
        cure: sentence(
          'تظهر للوحدة المستلمة في صفحة «أصول تسلم إلينا».',
          'The receiving unit finds it on its page "Coming to us".'
        ),
      }
    )
  }
}
