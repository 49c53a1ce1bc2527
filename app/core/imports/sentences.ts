import type { Sentence } from '#core/domain_error'
import type { ImportDefinition } from '#core/imports/definition'

/** A rejected row as the database gives it. */
export interface RejectedRow {
  row_no: number
  code: string
  field: string | null
  value: string | null
  recorded: string | null
  ar: string | null
  en: string | null
}

type Maker = (value: string, recorded: string) => Sentence

const REASONS: Record<string, Maker> = {
  missing: () => ({
    ar: 'الخانة فارغة وهي لازمة. اكتبها.',
    en: 'it is blank and required. Fill it in.',
  }),
  too_long: (v) => ({
    ar: `«${v}» أطول من المسموح. اختصره.`,
    en: `"${v}" is too long. Shorten it.`,
  }),
  not_latin: (v) => ({
    ar: `«${v}» فيه حروف غير لاتينية. اكتبه بحروف لاتينية وأرقام.`,
    en: `"${v}" has letters that are not Latin. Write it in Latin letters and digits.`,
  }),
  not_a_number: (v) => ({
    ar: `«${v}» ليس رقمًا صحيحًا. اكتب رقمًا.`,
    en: `"${v}" is not a whole number. Write a number.`,
  }),
  not_a_measure: (v) => ({
    ar: `«${v}» ليس قياسًا مقبولًا. اكتب رقمًا في حدوده.`,
    en: `"${v}" is not an acceptable measure. Write a number within its bounds.`,
  }),
  not_positive: (v) => ({
    ar: `المبلغ «${v}» يجب أن يكون أكبر من الصفر. صححه.`,
    en: `the amount "${v}" must be above zero. Correct it.`,
  }),
  not_a_month: (v) => ({
    ar: `«${v}» ليس شهرًا. اكتبه مثل 2026-10.`,
    en: `"${v}" is not a month. Write it like 2026-10.`,
  }),
  not_yes_no: (v) => ({
    ar: `«${v}» ليست نعم ولا لا. اكتب نعم أو لا.`,
    en: `"${v}" is neither yes nor no. Write yes or no.`,
  }),
  not_a_choice: (v) => ({
    ar: `«${v}» ليست من القيم المعروفة. راجع القيم المقبولة.`,
    en: `"${v}" is none of the known values. See the accepted ones.`,
  }),
  unit_outside: (v) => ({
    ar: `الوحدة «${v}» ليست وحدة الاستيراد ولا تحتها. صحح الكود أو استورد من وحدة أعلى.`,
    en: `the unit "${v}" is neither the import's unit nor below it. Correct the code or import for a higher unit.`,
  }),
  unknown_head: (v) => ({
    ar: `بند الإيراد «${v}» غير معروف. استخدم كود بند من قائمة البنود.`,
    en: `the revenue head "${v}" is not known. Use a code of the list of heads.`,
  }),
  unknown_class: (v) => ({
    ar: `نوع الأصل «${v}» غير معروف. استخدم نوعًا من شجرة الأنواع.`,
    en: `the asset class "${v}" is not known. Use one of the tree of classes.`,
  }),
  unknown_right: (v) => ({
    ar: `الترخيص أو العقد «${v}» غير مسجل في هذه الوحدة. استورد المواقع والتراخيص أولًا أو صحح الرقم.`,
    en: `the licence or lease "${v}" is not recorded in this unit. Import sites and licences first, or correct the number.`,
  }),
  unknown_site: (v) => ({
    ar: `الموقع «${v}» غير مسجل في هذه الوحدة. استورد المواقع أولًا أو صحح الرقم.`,
    en: `the site "${v}" is not recorded in this unit. Import the sites first, or correct the number.`,
  }),
  unknown_party: (v) => ({
    ar: `الشخص أو الجهة رقم «${v}» غير مسجل في هذه الوحدة. استورد الأطراف أولًا أو اكتب الاسم.`,
    en: `the party "${v}" is not recorded in this unit. Import the parties first, or give the name.`,
  }),
  unknown_account: (v) => ({
    ar: `الحساب البنكي «${v}» غير مسجل لهذه الوحدة أو ما تحتها. افتحه في صفحة الحسابات البنكية أو صحح الرقم.`,
    en: `the bank account "${v}" is not recorded for this unit or below. Record it on the page of bank accounts, or correct the number.`,
  }),
  period_locked: (v) => ({
    ar: `الشهر الذي فيه ${v} مقفل. اطلب فتحه أو صحح التاريخ.`,
    en: `the month of ${v} is locked. Ask for it to be opened, or correct the date.`,
  }),
  repeated_in_file: (v, first) => ({
    ar: `«${v}» ورد قبل ذلك في الصف ${first} ببيانات أخرى. أبق الصحيح منهما.`,
    en: `"${v}" stands already in row ${first} with other facts. Keep the right one.`,
  }),
  conflict: (v, recorded) => ({
    ar: `مسجل من قبل بقيمة أخرى: المسجل «${recorded}» وفي الملف «${v}». ما سجل لا يتغير؛ ألغه واكتب غيره.`,
    en: `it is recorded already with another value: recorded "${recorded}", in the file "${v}". What is recorded does not change: cancel it and write another.`,
  }),
  conflict_other: () => ({
    ar: 'مسجل من قبل على غير ما في الملف. ما سجل لا يتغير؛ صحح الملف أو ألغ المسجل.',
    en: 'it is recorded already under another one than in the file. What is recorded does not change: correct the file, or cancel what is recorded.',
  }),
  void_is_final: () => ({
    ar: 'القسيمة مسجلة ملغاة ولا تعود سليمة. اكتب قسيمة جديدة.',
    en: 'the receipt is recorded as void and does not become valid again. Write a new one.',
  }),
  net_differs: (v) => ({
    ar: `الصافي «${v}» لا يساوي الإجمالي مطروحًا منه العمولة. صحح المبالغ.`,
    en: `the net "${v}" is not the gross less the commission. Correct the amounts.`,
  }),
  amount_or_sides: () => ({
    ar: 'اكتب المبلغ بإشارته، أو مدينًا أو دائنًا وليس الاثنين.',
    en: 'give a signed amount, or a credit or a debit and not both.',
  }),
  dates_reversed: (v) => ({
    ar: `النهاية «${v}» قبل البداية. صحح التاريخين.`,
    en: `the end "${v}" is before the beginning. Correct the dates.`,
  }),
  right_incomplete: () => ({
    ar: 'بيانات الترخيص أو العقد ناقصة: يلزم النوع والطرف والبداية والنهاية ودورية السداد والقيمة.',
    en: 'the licence or lease is incomplete: kind, party, beginning, end, billing and amount are needed.',
  }),
  site_differs: (v, first) => ({
    ar: `الموقع «${v}» موصوف في الصف ${first} وصفًا آخر. وحّد الوصفين.`,
    en: `the site "${v}" is described otherwise in row ${first}. Make both the same.`,
  }),
  point_incomplete: () => ({
    ar: 'خط العرض وخط الطول يكتبان معًا أو يتركان معًا.',
    en: 'latitude and longitude are given together or not at all.',
  }),
}

/** The full sentence of a rejected row: its row, its field, the reason and the cure. */
export function rejectionSentence(definition: ImportDefinition, row: RejectedRow): Sentence {
  const field = definition.fields.find((candidate) => candidate.name === row.field)
  const reason =
    row.ar && row.en
      ? { ar: row.ar, en: row.en }
      : (definition.reasons?.[row.code] ?? REASONS[row.code] ?? REASONS.not_a_choice!)(
          row.value ?? '',
          row.recorded ?? ''
        )
  const where = field ?? { labels: { ar: row.field ?? '', en: row.field ?? '' } }
  return {
    ar: cut(`الصف ${row.row_no}${row.field ? `، «${where.labels.ar}»` : ''}: ${reason.ar}`),
    en: cut(`Row ${row.row_no}${row.field ? `, "${where.labels.en}"` : ''}: ${reason.en}`),
  }
}

function cut(text: string): string {
  return text.length > 500 ? `${text.slice(0, 499)}…` : text
}
