import type { Trx } from '#core/within'

/** The accounts that heads point to come first. */
export const after = ['ledger_accounts']

/** A kind of money due, as it is first loaded. `account` is a code of the chart. */
export interface RevenueHeadRow {
  code: string
  nameAr: string
  nameEn: string
  purpose: 'advertising' | 'occupancy' | 'market' | 'land' | 'building' | 'fee' | 'fine' | 'deposit'
  account: string
  legalReference: string
  /** Only what a published law states; rates and ledger codes are confirmed by finance officers. */
  confirmed?: boolean
}

const ADVERTISING = 'قانون تنظيم الإعلانات 208 لسنة 2020'
const OCCUPANCY = 'قانون إشغال الطرق العامة 140 لسنة 1956'
const CONTRACTS = 'قانون التعاقدات 182 لسنة 2018'
const LOCAL = 'قانون الإدارة المحلية 43 لسنة 1979'

/**
 * Heads of revenue. The codes are the house's own (no official ones are claimed). Advertising keeps
 * two lines of money: the licence fee and the use of the place. All of them wait for a finance
 * officer (`confirmed = 0`) except the cleaning fee, whose bands the decree itself states.
 */
export const revenueHeads: readonly RevenueHeadRow[] = [
  head(
    'ADV-LIC',
    'رسم ترخيص إعلان',
    'Advertising licence fee',
    'advertising',
    'INT-REV-FEES',
    ADVERTISING
  ),
  head(
    'ADV-REN',
    'رسم تجديد ترخيص إعلان',
    'Advertising licence renewal',
    'advertising',
    'INT-REV-FEES',
    ADVERTISING
  ),
  head(
    'ADV-USE',
    'مقابل استغلال موقع إعلان',
    'Advertising site use',
    'advertising',
    'INT-REV-ADVERT',
    ADVERTISING
  ),
  head(
    'OCC-LIC',
    'رسم ترخيص إشغال',
    'Occupancy licence fee',
    'occupancy',
    'INT-REV-FEES',
    OCCUPANCY
  ),
  head(
    'OCC-USE',
    'مقابل إشغال طريق',
    'Street occupancy',
    'occupancy',
    'INT-REV-OCCUPANCY',
    OCCUPANCY
  ),
  head('KSK-USE', 'مقابل استغلال كشك', 'Kiosk use', 'occupancy', 'INT-REV-OCCUPANCY', OCCUPANCY),
  head('CART', 'تصريح عربة طعام', 'Food cart permit', 'occupancy', 'INT-REV-FEES', OCCUPANCY),
  head(
    'MKT-RENT',
    'إيجار باكية أو محل بسوق',
    'Market stall rent',
    'market',
    'INT-REV-RENT',
    CONTRACTS
  ),
  head('RENT', 'إيجار', 'Rent', 'building', 'INT-REV-RENT', CONTRACTS),
  head('USUFRUCT', 'مقابل انتفاع', 'Usufruct', 'land', 'INT-REV-USUFRUCT', CONTRACTS),
  head('SALE-INST', 'قسط بيع', 'Sale instalment', 'land', 'INT-REV-SALES', CONTRACTS),
  head('APPLY', 'رسم طلب', 'Application fee', 'fee', 'INT-REV-FEES', LOCAL),
  head('INSPECT', 'رسم معاينة', 'Inspection fee', 'fee', 'INT-REV-FEES', LOCAL),
  head('EXAMINE', 'رسم فحص', 'Examination fee', 'fee', 'INT-REV-FEES', 'قانون 168 لسنة 2025'),
  head('LICENCE', 'رسم ترخيص', 'Licence fee', 'fee', 'INT-REV-FEES', LOCAL),
  head('RENEWAL', 'رسم تجديد', 'Renewal fee', 'fee', 'INT-REV-FEES', LOCAL),
  head('TENDER-DOC', 'بيع كراسة شروط', 'Sale of tender documents', 'fee', '11320130', CONTRACTS),
  head('CENTRE', 'مقابل خدمة مركز تكنولوجي', 'Technology centre service', 'fee', '11320130', LOCAL),
  head('RESTORE', 'رد الشيء لأصله', 'Restoring the road', 'fee', '11320130', OCCUPANCY),
  head('REMOVAL', 'مقابل إزالة', 'Cost of removal', 'fee', '11320130', OCCUPANCY),
  head('STAMPS', 'دمغات', 'Stamps', 'fee', '11320130', LOCAL),
  {
    ...head(
      'CLEANING',
      'رسم نظافة',
      'Cleaning fee',
      'fee',
      'INT-REV-CLEANING',
      'قانون 202 لسنة 2020 مادة 34، قرار رئيس الوزراء 1114 لسنة 2024'
    ),
    confirmed: true,
  },
  head('FINE', 'غرامة', 'Fine', 'fine', 'INT-REV-FINES', LOCAL),
  head('DEPOSIT', 'تأمين مسترد', 'Refundable deposit', 'deposit', 'INT-DEPOSITS', CONTRACTS),
]

/** Brings the heads in after the chart; heads already there keep their account and state. */
export default async function loadRevenueHeads(trx: Trx): Promise<void> {
  for (const row of revenueHeads) {
    await trx.rawQuery(
      `INSERT INTO revenue_heads (code, name_ar, name_en, purpose, ledger_account_id, legal_reference, confirmed)
       SELECT ?, ?, ?, ?, id, ?, ? FROM ledger_accounts WHERE code = ?
       ON DUPLICATE KEY UPDATE revenue_heads.code = revenue_heads.code`,
      [
        row.code,
        row.nameAr,
        row.nameEn,
        row.purpose,
        row.legalReference,
        row.confirmed ? 1 : 0,
        row.account,
      ]
    )
  }
}

function head(
  code: string,
  nameAr: string,
  nameEn: string,
  purpose: RevenueHeadRow['purpose'],
  account: string,
  legalReference: string
): RevenueHeadRow {
  return { code, nameAr, nameEn, purpose, account, legalReference }
}
