import { formatDay, type Day } from '#core/days'
import { DomainError, sentence, type Sentence } from '#core/domain_error'

/** A change of a rule that cannot be as it was asked. */
export class RuleChangeError extends DomainError {
  static override code = 'E_RULE_CHANGE'
}

const named = (name: Sentence, ar: string, en: string, cure?: Sentence) =>
  new RuleChangeError(sentence(`«${name.ar}»: ${ar}`, `“${name.en}”: ${en}`), {
    facts: { rule: name.ar },
    cure,
  })

const day = (one: Day) => ({ ar: formatDay(one, 'ar'), en: formatDay(one, 'en') })

export const overlaps = (name: Sentence, from: Day) =>
  named(
    name,
    `نسخة منه تسري من ${day(from).ar}، ولا تسري نسختان في يوم واحد.`,
    `a version of it holds from ${day(from).en}, and no two hold on one day.`,
    sentence(`اختر يومًا بعد ${day(from).ar}.`, `Choose a day after ${day(from).en}.`)
  )

export const endsLater = (name: Sentence, to: Day) =>
  named(
    name,
    `آخر نسخة منه تنتهي في ${day(to).ar}.`,
    `its last version ends on ${day(to).en}.`,
    sentence(`اختر ذلك اليوم أو بعده.`, `Choose that day or a later one.`)
  )

export const standsInTheWay = (
  name: Sentence,
  { said, cure }: { said: Sentence; cure?: Sentence }
) => named(name, said.ar, said.en, cure)

export const waitsAlready = (name: Sentence, id: number) =>
  named(
    name,
    `عليه مقترح آخر رقم ${id} ينتظر الاعتماد.`,
    `another proposal, no. ${id}, waits for approval.`,
    sentence('ابت فيه أو اسحبه أولًا.', 'Decide or withdraw that one first.')
  )

export const nothingChanges = (name: Sentence) =>
  named(name, 'القيم المقترحة هي السارية نفسها.', 'the values proposed are those in force.')

export const confirmedAlready = (name: Sentence) =>
  named(name, 'مؤكد بقرار من قبل.', 'it was confirmed by a decision before.')

export const changedMeanwhile = (name: Sentence) =>
  named(
    name,
    'تغير منذ أن قُدم المقترح.',
    'it changed since the proposal was made.',
    sentence('ارفض المقترح واطلب غيره.', 'Refuse this proposal and ask for another.')
  )

export const doesNotEnd = (name: Sentence) =>
  named(
    name,
    'لا ينتهي بغير بديل؛ العمل يتوقف بدونه.',
    'it does not end without another after it: work stops without it.',
    sentence('اقترح نسخة جديدة.', 'Propose a new version.')
  )

export const notThere = (name: Sentence) =>
  named(name, 'انتهى العمل به.', 'it is no longer in force.')

export const existsAlready = (name: Sentence) =>
  named(
    name,
    'موجود من قبل.',
    'it exists already.',
    sentence('افتحه واقترح نسخة جديدة منه.', 'Open it and propose a new version of it.')
  )

export const forOneUnitAlone = () =>
  new RuleChangeError(
    sentence(
      'الأحكام والنسب تسري على كل الوحدات، فيعتمدها من يحمل الصلاحية على المحافظة كلها أو على الوزارة.',
      'Rules and rates hold for every unit: who holds the permission over the whole governorate, or the ministry, approves them.'
    )
  )
