import { sentence, type Sentence } from '#core/domain_error'

export const UNKNOWN = sentence(
  'لا توجد وحدة بهذا الكود أو الاسم في نطاقك.',
  'No unit within your reach has this code or name.'
)
export const NO_AREA = sentence('لا يوجد مضلع لهذا السطر.', 'This row has no polygon.')
export const TWICE = sentence(
  'حُملت حدود هذه الوحدة من سطر سابق في الملف.',
  'An earlier row of the file already gave the limit of this unit.'
)
export const SAME_DAY = sentence(
  'للوحدة حدود مسجلة من اليوم نفسه؛ اختر يوم سريان لاحقًا.',
  'The unit already has a limit from this very day; choose a later day.'
)
export const OUTSIDE = sentence('تقع الحدود خارج مصر.', 'The limit lies outside of Egypt.')

export function several(units: readonly { code: string }[]): Sentence {
  const codes = units.map(({ code }) => code)
  return sentence(
    `الاسم لأكثر من وحدة: ${codes.join('، ')}؛ استخدم حقل الكود أو حدد نوع الوحدة.`,
    `Several units have this name: ${codes.join(', ')}; use a field of codes, or name the kind of unit.`
  )
}
