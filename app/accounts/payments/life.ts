import { sentence } from '#core/domain_error'
import type { Transitions } from '#core/transitions'

/**
 * How a form 50 lives (استمارة اعتماد صرف), from the department's request to the shelf. The trigger
 * `payment_vouchers_live_by_the_table` has the same steps.
 */
export const VOUCHER_LIFE = {
  draft: ['submitted', 'void'],
  submitted: ['returned', 'reviewed', 'void'],
  returned: ['submitted', 'void'],
  reviewed: ['registered', 'returned', 'void'],
  registered: ['cleared', 'void'],
  cleared: ['posted', 'void'],
  // Nothing is left to order where deductions took it all: such a form goes to the shelf.
  posted: ['ordered', 'archived', 'void'],
  ordered: ['signed_first', 'void'],
  signed_first: ['signed', 'void'],
  signed: ['executed', 'rejected'],
  // Back to `signed`: the file that brought the bank's answer was taken back.
  rejected: ['ordered', 'void', 'signed'],
  executed: ['archived', 'signed'],
  archived: [],
  void: [],
} satisfies Transitions

export type VoucherState = keyof typeof VOUCHER_LIFE

export const VOUCHER_STATE_NAMES = {
  draft: sentence('مسودة', 'draft'),
  submitted: sentence('في انتظار المراجعة', 'waiting for review'),
  returned: sentence('معادة للاستيفاء', 'returned'),
  reviewed: sentence('روجعت', 'reviewed'),
  registered: sentence('مقيدة بدفتر 55', 'in book 55'),
  cleared: sentence('مسمح بصرفها', 'cleared'),
  posted: sentence('مقيدة بدفتر 224', 'in book 224'),
  ordered: sentence('صدر أمر دفعها', 'ordered'),
  signed_first: sentence('موقعة توقيعًا أول', 'signed once'),
  signed: sentence('موقعة ومرسلة للبنك', 'signed, at the bank'),
  executed: sentence('صُرفت', 'paid'),
  rejected: sentence('رفضها البنك', 'refused by the bank'),
  archived: sentence('محفوظة', 'archived'),
  void: sentence('ملغاة', 'void'),
} as const

export const VOUCHER_TONES = {
  draft: 'neutral',
  submitted: 'warning',
  returned: 'danger',
  reviewed: 'info',
  registered: 'info',
  cleared: 'info',
  posted: 'info',
  ordered: 'warning',
  signed_first: 'warning',
  signed: 'info',
  executed: 'success',
  rejected: 'danger',
  archived: 'success',
  void: 'neutral',
} as const satisfies Record<VoucherState, string>

/** How a payment order lives (أمر دفع إلكتروني أو شيك); the trigger on its table has the same steps. */
export const ORDER_LIFE = {
  made: ['signed_first', 'void'],
  signed_first: ['signed', 'void'],
  signed: ['executed', 'rejected'],
  executed: ['signed'],
  rejected: ['signed'],
  void: [],
} satisfies Transitions

export const ORDER_STATE_NAMES = {
  made: sentence('محرر', 'made'),
  signed_first: sentence('موقع توقيعًا أول', 'signed once'),
  signed: sentence('موقع ومرسل', 'signed and sent'),
  executed: sentence('منفذ', 'executed'),
  rejected: sentence('مرفوض', 'refused'),
  void: sentence('ملغى', 'void'),
} as const
