import type { Sentence } from '#core/domain_error'
import { landReasons } from '#registry/imports/land/reasons'

type Maker = (value: string, recorded: string) => Sentence

/** Reasons that only files of changes and of legalisation requests give. */
export const caseReasons: Readonly<Record<string, Maker>> = {
  ...landReasons,
  not_come: (v) => ({
    ar: `التاريخ ${v} لم يأت بعد. صححه.`,
    en: `the day ${v} has not come yet. Correct it.`,
  }),
  place_missing: () => ({
    ar: 'لا إحداثيات ولا اسم موقع. اكتب أحدهما على الأقل.',
    en: 'neither coordinates nor a named place. Give one of them at least.',
  }),
  place_of_other_unit: (v) => ({
    ar: `الموضع في نطاق «${v}»، وهي ليست وحدة الاستيراد ولا تحتها. يستورده من يتبعه الموضع، أو استورد من وحدة أعلى.`,
    en: `the place is on the ground of "${v}", which is neither the import's unit nor below it. Its own unit imports it, or import for a higher unit.`,
  }),
  portal_no_elsewhere: (v) => ({
    ar: `طلب المنصة رقم ${v} مسجل لوحدة خارج هذا الاستيراد. راجع الرقم أو استورد من وحدة أعلى.`,
    en: `portal request ${v} is recorded for a unit outside of this import. Check the number, or import for a higher unit.`,
  }),
  no_window: (v) => ({
    ar: `لا توجد فترة تقديم مسجلة تشمل ${v}. يسجلها مشرف النظام بسندها، أو يُبيَّن أن الطلب محول من القانون 144.`,
    en: `no time of filing is recorded for ${v}. The supervisor records it with its legal reference, or mark the request as carried over from Law 144.`,
  }),
  window_closed: (v, until) => ({
    ar: `قُدم في ${v} خارج فترة التقديم (${until}). يراجع التاريخ، أو يُبيَّن أن الطلب محول من القانون 144.`,
    en: `it was filed on ${v}, outside of the time of filing (${until}). Check the day, or mark it as carried over from Law 144.`,
  }),
  no_tariff: (v) => ({
    ar: `لا توجد تعريفة رسوم سارية في ${v}. يسجلها مشرف النظام بسندها.`,
    en: `no tariff of fees holds on ${v}. The supervisor records it with its legal reference.`,
  }),
  fee_differs: (paid, due) => ({
    ar: `المسدد ${paid} والمستحق بالتعريفة ${due}. يراجع الإيصال والمساحة ونوع الأرض.`,
    en: `${paid} was paid; the tariff makes it ${due}. Check the receipt, the area and the kind of ground.`,
  }),
  fee_incomplete: () => ({
    ar: 'الرسوم المسددة يلزم معها تاريخ السداد.',
    en: 'paid fees need the day of payment.',
  }),
  area_missing: () => ({
    ar: 'لا مساحة ولا شكل تحسب منه. اكتب المساحة بالمتر أو بالفدان.',
    en: 'no area and no outline to measure. Give square metres or feddans.',
  }),
  overlaps_request: (other, metres) => ({
    ar: `تتداخل أرضه مع طلب التقنين رقم ${other} في ${metres} م². تصحح الحدود، أو يبت في الطلب الأول قبله.`,
    en: `its ground overlaps legalisation file ${other} by ${metres} m². Correct the outline, or the other one is decided first.`,
  }),
  overlaps_in_file: (row, metres) => ({
    ar: `تتداخل أرضه مع أرض الصف ${row} من الملف نفسه في ${metres} م². تصحح الحدود، أو يبقى الطلب الأول.`,
    en: `its ground overlaps that of row ${row} of the same file by ${metres} m². Correct the outline, or the first one stays.`,
  }),
  has_right: (right, until) => ({
    ar: right
      ? `على أرضه حق قائم رقم ${right}${until ? ` حتى ${until}` : ''}. لا يقنن ما عليه حق لغيره قبل انتهائه.`
      : 'على أرضه حق قائم مسجل. لا يقنن قبل انتهائه.',
    en: right
      ? `right ${right} holds on its ground${until ? ` until ${until}` : ''}. What is under a right is not legalised before it ends.`
      : 'a recorded right holds on its ground. It is not legalised before that ends.',
  }),
  applicant_differs: (applicant, recorded) => ({
    ar: `مقدم الطلب «${applicant}» والحائز في ملف التعدي ${recorded}. يراجع الاسم أو يصحح الحائز بالمحضر.`,
    en: `the applicant is "${applicant}", the occupier of the case ${recorded}. Check the name, or the minutes correct the occupier.`,
  }),
  case_has_request: (other) => ({
    ar: `ملف التعدي على هذه الأرض عليه طلب تقنين قائم رقم ${other}. يبت فيه أولًا.`,
    en: `the case on this ground has the active legalisation file ${other}. It is decided first.`,
  }),
  unknown_asset: (v) => ({
    ar: `لا أصل بالكود «${v}» في وحدات هذا الاستيراد. صحح الكود أو اتركه فارغًا.`,
    en: `no asset with the code "${v}" in the units of this import. Correct it or leave it blank.`,
  }),
}
