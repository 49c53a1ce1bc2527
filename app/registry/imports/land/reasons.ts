import type { Sentence } from '#core/domain_error'

type Maker = (value: string, recorded: string) => Sentence

/** Why a row of a register of land does not land, with the cure. */
export const landReasons: Readonly<Record<string, Maker>> = {
  match_conflict: (v) => ({
    ar: `أرقام الصف تخص أكثر من أصل مسجل («${v}» لأصل وبقية الأرقام لغيره). راجع الكود والرقم الموحد ورقم الأصل.`,
    en: `the numbers of the row belong to different recorded assets ("${v}" to one, the others to another). Check the code, the national number and the asset's own number.`,
  }),
  match_many: (v) => ({
    ar: `القطعة «${v}» مسجلة أكثر من مرة في هذا الحوض. اكتب الكود الدائم للأصل المقصود.`,
    en: `the plot "${v}" is recorded more than once in this basin. Give the permanent code of the asset meant.`,
  }),
  unknown_asset_code: (v) => ({
    ar: `لا يوجد أصل بالكود «${v}». اترك الخانة فارغة لأصل جديد أو صحح الكود.`,
    en: `there is no asset with the code "${v}". Leave the cell blank for a new asset, or correct the code.`,
  }),
  asset_of_other_unit: (v) => ({
    ar: `الأصل ${v} مسجل في وحدة أخرى. صحح كود الوحدة أو استورد لوحدته.`,
    en: `the asset ${v} is recorded in another unit. Correct the unit's code, or import for its unit.`,
  }),
  asset_closed: (v) => ({
    ar: `الأصل ${v} لم يعد قائمًا في السجل (متصرف فيه أو مقسم أو مضموم). احذف الصف أو راجع الكود.`,
    en: `the asset ${v} no longer stands in the register (disposed of, split or merged). Remove the row or check the code.`,
  }),
  number_taken: (v) => ({
    ar: `الرقم ${v} مسجل لأصل آخر، ولا يتكرر هذا الرقم. راجع الرقم، أو اذكر كود الأصل إن كان هو نفسه.`,
    en: `the number ${v} belongs to another asset and is never given twice. Check it, or give the asset's code if it is the same one.`,
  }),
  needs_transaction: (v, recorded) => ({
    ar: `المسجل «${recorded}» وفي الملف «${v}»، وهذا البيان لا يتغير بالاستيراد. قدّم معاملة بذلك (إعادة تصنيف أو نقل ولاية أو تصرف).`,
    en: `recorded is "${recorded}", the file says "${v}"; an import does not change this. Propose a transaction for it (reclassification, transfer of custody, disposal).`,
  }),
  overlap: (v, recorded) => ({
    ar: `تتداخل مع ${v ? `القطعة القائمة ${v}` : 'قطعة قائمة محجوبة البيانات'} في مساحة ${recorded} م². صحح الحدود على الرفع أو سجل تصحيح حدود للقائمة أولًا.`,
    en: `it overlaps ${v ? `the current parcel ${v}` : 'a current parcel whose data are restricted'} by ${recorded} m². Correct the outline after the survey, or first record a boundary correction of the current one.`,
  }),
  overlap_in_file: (v, recorded) => ({
    ar: `تتداخل مع الصف ${v} من الملف نفسه في مساحة ${recorded} م². صحح حدود أحدهما.`,
    en: `it overlaps row ${v} of the same file by ${recorded} m². Correct the outline of one of them.`,
  }),
  outside_unit: (v, recorded) => ({
    ar: `يخرج الشكل عن حدود ${v} بنحو ${recorded} م. راجع الوحدة ونظام الإحداثيات.`,
    en: `the shape leaves the limit of ${v} by about ${recorded} m. Check the unit and the coordinate system.`,
  }),
  outside_egypt: (v) => ({
    ar: `يقع خارج مصر (${v}). راجع الحزام وترتيب الإحداثيات، أو سمّ نظام الإحداثيات إن كان المكان خارج مصر حقًا.`,
    en: `it lies outside of Egypt (${v}). Check the belt and the order of the numbers, or name the coordinate system if the place really is abroad.`,
  }),
  axes_exchanged: (v) => ({
    ar: `خط الطول وخط العرض متبادلان في هذا الصف (${v}) خلافًا لبقية الملف. صحح الخانتين.`,
    en: `longitude and latitude are exchanged in this row (${v}), unlike in the rest of the file. Correct both cells.`,
  }),
  not_degrees: (v) => ({
    ar: `«${v}» ليست درجات طول وعرض. سمّ شبكتها في «نظام الإحداثيات».`,
    en: `"${v}" are no degrees of longitude and latitude. Name their grid in "Coordinate system".`,
  }),
  not_on_grid: (v) => ({
    ar: `«${v}» لا تقع على أي مكان في الشبكة المسماة. راجع اسمها وترتيب الشرقيات والشماليات.`,
    en: `"${v}" is no place on the grid named. Check its name, and the order of easting and northing.`,
  }),
  crs_missing: () => ({
    ar: 'لم يذكر نظام الإحداثيات، والأرقام نفسها تقع في أكثر من مكان. سمّ الحزام أو الشبكة.',
    en: 'no coordinate system is named, and the same numbers fit more than one place. Name the belt or grid.',
  }),
  pair_incomplete: () => ({
    ar: 'الإحداثيان يكتبان معًا أو يتركان معًا. أكمل الناقص.',
    en: 'both coordinates are given or none. Fill in the missing one.',
  }),
  corners_few: (v) => ({
    ar: `نقاط القطعة ${v} فقط، وأقل ما يحيط بأرض ثلاث. أكمل النقاط.`,
    en: `the parcel has only ${v} corners; three at least enclose ground. Complete them.`,
  }),
  corner_unreadable: (v) => ({
    ar: `إحداثيات النقطة في السطر ${v} ناقصة أو ليست أرقامًا. صححها.`,
    en: `the coordinates of the corner in line ${v} are missing or no numbers. Correct them.`,
  }),
  shape_not_of_class: (v) => ({
    ar: `أصول «${v}» لا يسجل لها مضلع. احذف الشكل أو صحح النوع.`,
    en: `assets of the class "${v}" have no polygon. Remove the outline or correct the class.`,
  }),
  shape_too_small: (v) => ({
    ar: `مساحة الشكل ${v} م² أصغر من أن تكون قطعة. راجع الإحداثيات ووحدتها.`,
    en: `the shape covers ${v} m², too little for a parcel. Check the coordinates and their unit.`,
  }),
}
