import { DomainError, sentence, type Sentence } from '#core/domain_error'
import type { Facts } from '#registry/register/facts'
import type { Finding } from '#registry/rules/finding'

/** A round is not yet as it must be for the step asked. */
export class RoundNotReadyError extends DomainError {
  static override code = 'E_ROUND_NOT_READY'

  constructor(messages: Sentence, cure?: Sentence, facts?: Record<string, unknown>) {
    super(messages, { cure, facts })
  }
}

/** Somebody else changed the plan since its page was opened. */
export class RoundChangedError extends DomainError {
  static override code = 'E_ROUND_CHANGED'
  static override status = 409

  constructor(label: string) {
    super(
      sentence(
        `عدّل غيرك خطة الحصر ${label} بعد أن فتحتها.`,
        `Somebody else changed the plan of round ${label} after you opened it.`
      ),
      {
        facts: { label },
        cure: sentence('افتح الخطة من جديد ثم عدّل.', 'Open the plan again, then change it.'),
      }
    )
  }
}

/** Findings, assignments and decisions belong to a running round. */
export class RoundNotRunningError extends DomainError {
  static override code = 'E_ROUND_NOT_RUNNING'

  constructor(label: string, status: string) {
    super(
      sentence(
        `الحصر ${label} ليس جاريًا، فلا تسجل فيه نتائج ولا قرارات.`,
        `Round ${label} is not running: nothing is recorded or decided in it.`
      ),
      { facts: { label, status } }
    )
  }
}

/** Who records is in no team of the round, or the line is another team's. */
export class NotYourLineError extends DomainError {
  static override code = 'E_NOT_YOUR_LINE'
  static override status = 403

  constructor(line: string, why: 'team' | 'unit' | 'none') {
    const words = {
      none: sentence('لست عضوًا في فرق هذا الحصر.', 'You are in no team of this round.'),
      team: sentence(
        `البند «${line}» مسند إلى فريق آخر أو غير مسند.`,
        `Line «${line}» is assigned to another team, or to none.`
      ),
      unit: sentence(
        `ليست لديك صلاحية تسجيل نتائج الحصر في وحدة البند «${line}».`,
        `You may not record findings in the unit of line «${line}».`
      ),
    }
    super(words[why], {
      facts: { line, why },
      cure: sentence('حدّث قائمة بنودك من الشبكة.', 'Refresh the list of your lines.'),
    })
  }
}

/** R23: the asset or its line changed while the finding waited on the telephone. */
export class FindingConflictError extends DomainError {
  static override code = 'E_FINDING_CONFLICT'
  static override status = 409

  constructor(
    line: string,
    readonly now: {
      lineId: number
      assetVersion: number | null
      lineVersion: number
      lineStatus: string
      facts: Facts
      standing: { result: string; by: string; at: string; facts: Facts } | null
    },
    what: 'asset' | 'line'
  ) {
    super(
      what === 'asset'
        ? sentence(
            `تغير قيد «${line}» في السجل بعد تنزيله على الهاتف.`,
            `The record of «${line}» changed after it was downloaded.`
          )
        : sentence(
            `تغير بند «${line}» في الحصر بعد تنزيله: سُجلت له نتيجة أو أعيد أو أسند من جديد.`,
            `Line «${line}» changed in the round after it was downloaded.`
          ),
      {
        facts: { rule: 'R23', what, ...now },
        cure: sentence(
          'قارن ما سجلته بما صار إليه السجل، ثم أرسله من جديد أو اتركه.',
          'Compare what you recorded with what stands now, then send it again or drop it.'
        ),
      }
    )
  }
}

/** One client uuid names one finding: another content under it is somebody's mistake. */
export class UuidReusedError extends DomainError {
  static override code = 'E_UUID_REUSED'
  static override status = 409

  constructor(uuid: string) {
    super(
      sentence(
        'وصلت من قبل نتيجة أخرى بالمعرف نفسه.',
        'Another finding has already come under the same identifier.'
      ),
      {
        facts: { uuid },
        cure: sentence('سجل النتيجة من جديد على الهاتف.', 'Record the finding anew.'),
      }
    )
  }
}

/** R21 where it refuses instead of marking: a made-up position proves nothing. */
export class FieldRecordError extends DomainError {
  static override code = 'E_FIELD_RECORD'

  constructor(messages: Sentence, cure: Sentence, facts: Record<string, unknown> = {}) {
    super(messages, { cure, facts: { rule: 'R21', ...facts } })
  }
}

/** R21: what is marked is accepted by a supervisor only with a reason. */
export class FlaggedLineError extends DomainError {
  static override code = 'E_FLAGGED_LINE'

  constructor(line: string, flags: readonly Finding[]) {
    const said = (locale: 'ar' | 'en') => flags.map(({ messages }) => messages[locale]).join(' ')
    super(
      sentence(
        `على نتيجة «${line}» ملاحظات: ${said('ar')}`,
        `The finding of «${line}» is marked: ${said('en')}`
      ),
      {
        facts: { rule: 'R21', flags: flags.map(({ facts }) => facts) },
        cure: sentence(
          'اكتب سبب قبولها، عشرة أحرف على الأقل، أو أعدها إلى الفريق.',
          'Write why it is accepted, ten letters or more, or return it to the team.'
        ),
      }
    )
  }
}

/** A decision that needs its reason. */
export class ReasonMissingError extends DomainError {
  static override code = 'E_REASON_MISSING'

  constructor() {
    super(sentence('اكتب سبب القرار.', 'Write the reason of the decision.'), {
      facts: { least: 5 },
      cure: sentence('خمسة أحرف على الأقل.', 'Five letters or more.'),
    })
  }
}

/** R19: who counted does not verify his own count. */
export class OwnFindingError extends DomainError {
  static override code = 'E_OWN_FINDING'

  constructor(line: string) {
    super(
      sentence(
        `سجلت نتيجة «${line}» بنفسك، فيعتمدها غيرك.`,
        `You recorded the finding of «${line}» yourself; another person decides on it.`
      ),
      { facts: { rule: 'R19', line } }
    )
  }
}

/** R19: who counted in a round does not approve its results. */
export class CountedError extends DomainError {
  static override code = 'E_COUNTED'
  static override status = 403

  constructor() {
    super(
      sentence(
        'أنت من فرق هذا الحصر، فيعتمد نتائجه غيرك.',
        'You counted in this round; another person approves its results.'
      ),
      { facts: { rule: 'R19' } }
    )
  }
}

/** A decision that does not fit what was found. */
export class WrongDecisionError extends DomainError {
  static override code = 'E_WRONG_DECISION'

  constructor(outcome: string | null, decision: string) {
    super(
      sentence(
        decision === 'not_found'
          ? 'لا يقرر «غير موجود» إلا لبند لم يجده الفريق.'
          : 'لم يجد الفريق هذا الأصل، فيقرر «غير موجود» أو يعاد.',
        decision === 'not_found'
          ? 'Only a line that the team did not find is decided as not found.'
          : 'The team did not find this asset: decide «not found» or return it.'
      ),
      { facts: { outcome, decision } }
    )
  }
}

/** R22: one visit does not prove that a thing is gone. */
export class TooFewVisitsError extends DomainError {
  static override code = 'E_TOO_FEW_VISITS'

  constructor(line: string, visits: number, needed: number) {
    super(
      sentence(
        `زير «${line}» في ${visits} يوم، ولا يقرر «غير موجود» إلا بعد زيارات في ${needed} أيام.`,
        `«${line}» was visited on ${visits} days; «not found» needs visits on ${needed}.`
      ),
      {
        facts: { rule: 'R22', visits, needed },
        cure: sentence('أعد البند إلى الفريق لزيارة أخرى.', 'Return it for another visit.'),
      }
    )
  }
}

/** R22: a round is not closed over lines that nobody was sent to or decided. */
export class RoundOpenError extends DomainError {
  static override code = 'E_ROUND_OPEN'

  constructor(readonly findings: readonly Finding[]) {
    const said = (locale: 'ar' | 'en') => findings.map(({ messages }) => messages[locale]).join(' ')
    super(sentence(`لا يقفل الحصر. ${said('ar')}`, `The round cannot be closed. ${said('en')}`), {
      facts: { rule: 'R22', findings },
      cure: sentence(
        'أسند البنود الباقية وقرر فيها، ثم رحّل فروقها.',
        'Assign and decide the remaining lines, then post their differences.'
      ),
    })
  }
}

/** Labels were asked for without saying of what. */
export class LabelsMissingError extends DomainError {
  static override code = 'E_LABELS_MISSING'

  constructor() {
    super(sentence('لا أصول مختارة لطباعة ملصقاتها.', 'No assets are chosen to print labels of.'), {
      cure: sentence('اكتب أكواد الأصول أو اختر حصرًا.', 'Write their codes, or choose a round.'),
    })
  }
}
