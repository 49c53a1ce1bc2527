import type { Trx } from '#core/within'

/** One account of the chart, as it is first loaded. */
export interface LedgerAccountRow {
  code: string
  nameAr: string
  nameEn: string
  class: 'revenue' | 'expense' | 'asset' | 'liability' | 'memo'
  parent?: string
  /** false for headings that only group others. */
  postable?: boolean
}

/**
 * The chart as far as collections need it. Eight-digit codes are those seen in public accounting
 * scripts of the state (class, sub-class, chapter, group, item, type); none of them was confirmed
 * by a finance officer, so every row is loaded with `confirmed = 0`. Where no official code is
 * known the code begins with `INT-` and the Arabic name says that it is internal: the official
 * tree replaces it when the client brings it.
 */
export const ledgerAccounts: readonly LedgerAccountRow[] = [
  { code: '31110300', nameAr: 'النقدية', nameEn: 'Cash', class: 'asset', postable: false },
  internal('INT-CASH', 'نقدية بالخزينة', 'Cash in hand', 'asset', '31110300'),
  internal(
    'INT-TRANSIT',
    'إيداعات في الطريق إلى البنك',
    'Deposits in transit',
    'asset',
    '31110300'
  ),
  internal('INT-BANK', 'البنك', 'Bank', 'asset', '31110300'),
  // The two headings of current accounts, by the digits their official codes begin with: books 39, 71 and 29.
  {
    code: '3113',
    nameAr: 'حسابات جارية مدينة',
    nameEn: 'Debit current accounts',
    class: 'asset',
    postable: false,
  },
  {
    code: '31130112',
    nameAr: 'مدينة تحت التسوية – جهات غير حكومية',
    nameEn: 'Debit accounts under settlement – non-government',
    class: 'asset',
    parent: '3113',
    postable: false,
  },
  internal(
    'INT-ECOLLECT',
    'متحصلات إلكترونية مستحقة',
    'Electronic collections due',
    'asset',
    '31130112'
  ),
  internal(
    'INT-BANKDEBIT',
    'خصومات بنكية تحت التسوية',
    'Bank debits under settlement',
    'asset',
    '31130112'
  ),
  {
    code: '4111',
    nameAr: 'حسابات جارية دائنة',
    nameEn: 'Credit current accounts',
    class: 'liability',
    postable: false,
  },
  {
    code: '41110831',
    nameAr: 'دائنة – جهات غير حكومية',
    nameEn: 'Credit accounts – non-government',
    class: 'liability',
    parent: '4111',
    postable: false,
  },
  internal(
    'INT-REVSETTLE',
    'إيرادات تحت التسوية',
    'Revenue under settlement',
    'liability',
    '41110831'
  ),
  internal(
    'INT-DEPOSITS',
    'تأمينات مستردة للغير',
    'Refundable deposits of others',
    'liability',
    '41110831'
  ),
  internal('INT-COMMISSION', 'عمولات تحصيل إلكتروني', 'Collection commission', 'expense'),
  internal(
    'INT-REV-PROPERTY',
    'عوائد الملكية: إيجارات ومقابل انتفاع واستغلال',
    'Property income: rents and use',
    'revenue'
  ),
  internal(
    'INT-REV-ADVERT',
    'مقابل استغلال مواقع الإعلانات',
    'Advertising site use',
    'revenue',
    'INT-REV-PROPERTY'
  ),
  internal(
    'INT-REV-OCCUPANCY',
    'مقابل إشغال الطرق',
    'Street occupancy',
    'revenue',
    'INT-REV-PROPERTY'
  ),
  internal('INT-REV-RENT', 'إيجارات', 'Rents', 'revenue', 'INT-REV-PROPERTY'),
  internal('INT-REV-USUFRUCT', 'مقابل انتفاع', 'Usufruct', 'revenue', 'INT-REV-PROPERTY'),
  internal(
    'INT-REV-SALES',
    'أقساط بيع أراضٍ ووحدات',
    'Instalments of sold land and units',
    'revenue'
  ),
  {
    code: '11320130',
    nameAr: 'أخرى (إيرادات الخدمات)',
    nameEn: 'Other service revenue',
    class: 'revenue',
  },
  internal(
    'INT-REV-FEES',
    'رسوم طلب وفحص ومعاينة وترخيص',
    'Application, inspection and licence fees',
    'revenue'
  ),
  internal('INT-REV-CLEANING', 'رسم النظافة', 'Cleaning fee', 'revenue'),
  internal('INT-REV-FINES', 'غرامات', 'Fines', 'revenue'),
  internal('INT-FA-LAND', 'أراضٍ', 'Land', 'asset'),
  internal('INT-FA-BUILDINGS', 'مبانٍ ومنشآت', 'Buildings', 'asset'),
  internal('INT-FA-STRUCTURES', 'مواقع وإنشاءات أخرى', 'Sites and other structures', 'asset'),
  internal('INT-FA-EQUIPMENT', 'آلات ومعدات ومركبات وأثاث', 'Equipment and vehicles', 'asset'),
  internal('INT-FA-ACCUMULATED', 'مجمع إهلاك الأصول الثابتة', 'Accumulated depreciation', 'asset'),
  internal('INT-FA-SOURCE', 'مقابل الأصول الثابتة', 'Counterpart of fixed assets', 'liability'),
  internal('INT-FA-SURPLUS', 'فائض إعادة تقييم الأصول', 'Revaluation surplus', 'liability'),
  internal('INT-FA-DEPRECIATION', 'إهلاك الأصول الثابتة', 'Depreciation', 'expense'),
  internal('INT-FA-LOSS', 'خسائر أصول وقيم مستبعدة', 'Losses and values written off', 'expense'),
  internal(
    'INT-RESULT',
    'نتيجة الحساب الختامي: فائض أو عجز السنوات',
    'Result of final accounts: surplus or deficit of the years',
    'liability'
  ),
]

/** Brings the chart in; accounts already there keep their names and state. */
export default async function loadLedgerAccounts(trx: Trx): Promise<void> {
  for (const account of ledgerAccounts) {
    await trx.rawQuery(
      `INSERT INTO ledger_accounts (code, name_ar, name_en, class, parent_code, is_postable, confirmed)
       VALUES (?, ?, ?, ?, ?, ?, 0) ON DUPLICATE KEY UPDATE code = code`,
      [
        account.code,
        account.nameAr,
        account.nameEn,
        account.class,
        account.parent ?? (null as unknown as string),
        account.postable === false ? 0 : 1,
      ]
    )
  }
}

function internal(
  code: string,
  nameAr: string,
  nameEn: string,
  kind: LedgerAccountRow['class'],
  parent?: string
): LedgerAccountRow {
  return {
    code,
    nameAr: `${nameAr} (كود داخلي)`,
    nameEn: `${nameEn} (internal code)`,
    class: kind,
    parent,
  }
}
