import { sentence } from '#core/domain_error'
import { notBeforeToday } from '#rules/guards'
import { settingTable } from '#rules/setting_table'

const rule = (ar: string, en: string) => ({ name: sentence(ar, en) })

/** قواعد سجل الأصول: limits of its rules, deadlines and tariffs of cases, and terms of rights. */
export const registrySettings = settingTable(
  { name: 'registry', group: 'registry', notBeforeToday },
  {
    'registry.rules.R1': rule('ق1: سلامة الشكل وموقعه', 'R1: a sound shape within its unit'),
    'registry.rules.R2': rule('ق2: التداخل', 'R2: overlaps'),
    'registry.rules.R3': rule('ق3: الشرائح والفجوات', 'R3: slivers and gaps'),
    'registry.rules.R4': rule('ق4: مساحة العقد والرفع', 'R4: areas of deed and survey'),
    'registry.rules.R5': rule('ق5: المساحة المذكورة والمحسوبة', 'R5: stated and computed area'),
    'registry.rules.R6': rule('ق6: حفظ المساحة', 'R6: area is kept'),
    'registry.rules.R13': rule('ق13: الحقوق على الأملاك العامة', 'R13: rights on public domain'),
    'registry.rules.R14': rule('ق14: صلاحية التقييم', 'R14: validity of a valuation'),
    'registry.rules.R15': rule('ق15: أقل ثمن للترسية', 'R15: least price of an award'),
    'registry.rules.R21': rule('ق21: دقة التسجيل الميداني', 'R21: precision in the field'),
    'registry.rules.R22': rule('ق22: إقفال الحصر', 'R22: closing of a round'),
    'registry.rules.R28': rule('ق28: حجب المواقع الاستراتيجية', 'R28: strategic sites are hidden'),
    'registry.rights.expiring_days': rule('الحقوق القاربة على الانتهاء', 'Rights about to expire'),
    'registry.rights.holdover': rule('مقابل الإشغال بعد الانتهاء', 'Charge of holding over'),
    'registry.encroachments.deadlines': rule('مواعيد ملفات التعديات', 'Deadlines of encroachments'),
    'registry.encroachments.removal_basis': rule('سند قرار الإزالة', 'Basis of removal orders'),
    'registry.encroachments.usage_tariff': rule('فئات مقابل الانتفاع', 'Tariff of usage'),
    'registry.encroachments.same_place': rule('ضم البلاغات المتجاورة', 'Sightings of one place'),
    'registry.legalisation.fees': rule('رسوم التقنين', 'Fees of legalisation'),
    'registry.legalisation.window': rule('مدة تقديم طلبات التقنين', 'Window of legalisation'),
    'registry.display.days': rule('أيام عرض الكشوف', 'Days of display'),
  }
)
