import { sentence } from '#core/domain_error'
import { notBeforeToday } from '#rules/guards'
import { choice, money, record, rows, share, text, whole } from '#rules/shapes'
import { settingTable } from '#rules/setting_table'

/** حدود ومواعيد الصرف والحيازات: cooling days, caps, deadlines and notices of the accounts. */
export const accountSettings = settingTable(
  { name: 'accounts', group: 'accounts', notBeforeToday },
  {
    'accounts.beneficiaries.cooling_days': {
      name: sentence('مهلة الأمان لحساب المستفيد', 'Cooling days of an account'),
      shape: record({ first: whole(0, 365), change: whole(0, 365) }),
    },
    'accounts.claims.splitting': {
      name: sentence('تنبيه تجزئة المشتريات', 'Warning of split purchases'),
      shape: record({ threshold: money({ above: '0' }), windowDays: whole(1, 365) }),
    },
    'accounts.claims.duplicate_window_days': {
      name: sentence('أيام البحث عن المطالبة المكررة', 'Days searched for a duplicate claim'),
      shape: whole(1, 1000),
    },
    'accounts.beneficiaries.expiry_notice_days': {
      name: sentence('التنبيه قبل انتهاء أوراق المستفيد', 'Notice before papers expire'),
      shape: whole(1, 365),
    },
    'accounts.beneficiaries.banks': {
      name: sentence('البنوك في رقم الحساب الدولي', 'Banks of the IBAN'),
      shape: {
        ...{ kind: 'pairs', of: 'bank_code' },
        value: record({ ar: text({ max: 120 }), en: text({ max: 120 }) }),
      },
    },
    'accounts.advances.days': {
      name: sentence('مهل تسوية السلف', 'Days to settle an advance'),
      shape: record({ travel: whole(1, 365), transport: whole(1, 365), supplier: whole(1, 365) }),
    },
    'accounts.advances.diary': { name: sentence('تنبيهات السلف', 'Notices of advances') },
    'accounts.guarantees.diary': {
      name: sentence('تنبيهات خطابات الضمان', 'Notices of guarantees'),
    },
    'accounts.sureties.diary': { name: sentence('تنبيهات الضمانات', 'Notices of sureties') },
    'accounts.penalties.caps': {
      name: sentence('الحد الأقصى لغرامات العقود', 'Caps of penalties'),
      shape: record({
        ...{ goods: share(), services: share(), studies: share() },
        ...{ works: share(), transport: share() },
      }),
    },
    'accounts.bank_debits.rules': {
      name: sentence('مطابقة خصم البنك بأمر الدفع', 'Matching of bank debits'),
      shape: rows({
        id: choice({
          order_reference: ['رقم الأمر', 'Number of the order'],
          amount_iban: ['المبلغ والحساب', 'Amount and account'],
          amount_date: ['المبلغ والمدة', 'Amount and days'],
        }),
        certain: { kind: 'yes' },
        window_before_days: whole(0, 365),
        window_after_days: whole(0, 365),
      }),
    },
  }
)
