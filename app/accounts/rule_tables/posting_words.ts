import { sentence, type Sentence } from '#core/domain_error'

type Names = Readonly<Record<string, readonly [string, string]>>

const DOCUMENTS: Names = {
  'payment_voucher': ['استمارة صرف', 'Form 50'],
  'payment_order': ['أمر دفع', 'Payment order'],
  'advance.permanent': ['سلفة مستديمة', 'Permanent advance'],
  'advance.supplier': ['دفعة مقدمة لمورد', 'Advance to a supplier'],
  'advance.transport': ['سلفة نقل', 'Transport advance'],
  'advance.travel': ['سلفة سفر', 'Travel advance'],
  'cash_transfer': ['تحويل نقدية', 'Cash transfer'],
  'fund_share': ['حصة الخزانة', "Treasury's share"],
  'fund_transfer': ['تحويل بين صندوقين', 'Transfer between funds'],
  'guarantee.cash': ['تأمين نقدي', 'Cash deposit'],
  'guarantee.cheque': ['تأمين بشيك', 'Deposit by cheque'],
  'guarantee.receipt': ['تأمين بإيصال', 'Deposit by receipt'],
  'guarantee.letter.advance': ['خطاب ضمان دفعة مقدمة', 'Letter for an advance'],
  'guarantee.letter.final': ['خطاب ضمان نهائي', 'Final letter of guarantee'],
  'guarantee.letter.temporary': ['خطاب ضمان ابتدائي', 'Temporary letter of guarantee'],
  'penalty.cash': ['غرامة نقدًا', 'Penalty in cash'],
  'penalty.guarantee': ['غرامة من التأمين', 'Penalty from a guarantee'],
  'penalty.invoice': ['غرامة من المستحق', 'Penalty from dues'],
}

const EVENTS: Names = {
  posted: ['القيد', 'posted'],
  executed: ['التنفيذ', 'executed'],
  approved: ['الاعتماد', 'approved'],
  paid: ['الصرف', 'paid'],
  spent: ['التسوية', 'settled'],
  returned: ['رد الباقي', 'the rest returned'],
  recovered: ['الاسترداد', 'recovered'],
  replenished: ['الاستعاضة', 'replenished'],
  sent: ['الإرسال', 'sent'],
  received: ['الاستلام', 'received'],
  delivered: ['التسليم', 'delivered'],
  arrived: ['الوصول', 'arrived'],
  given: ['الإعطاء', 'given'],
  given_back: ['الرد', 'given back'],
  held: ['الحجز', 'held'],
  released: ['الإفراج', 'released'],
  penalised: ['الخصم للغرامة', 'penalised'],
  forfeited: ['المصادرة', 'forfeited'],
}

const AMOUNTS: Names = {
  'gross': ['الإجمالي', 'gross'],
  'net': ['الصافي', 'net'],
  'amount': ['المبلغ', 'amount'],
  'memo': ['الحسابات النظامية', 'memo accounts'],
  'deduction.withholding': ['خصم الضريبة', 'withholding tax'],
  'deduction.vat_withheld': ['ضريبة القيمة المضافة المحتجزة', 'VAT withheld'],
  'deduction.stamp': ['الدمغة', 'stamp duty'],
  'deduction.stamp_extra': ['الدمغة الإضافية', 'additional stamp duty'],
  'deduction.insurance': ['التأمينات', 'insurance'],
  'deduction.penalty': ['الغرامة', 'penalty'],
  'deduction.advance': ['استرداد السلفة', 'recovery of an advance'],
  'deduction.retention': ['محتجز الضمان', 'retention'],
  'deduction.other': ['استقطاع آخر', 'other deduction'],
}

const SIDES: Names = { debit: ['مدين', 'debit'], credit: ['دائن', 'credit'] }

/** How a posting rule is called: «استمارة صرف، القيد: الدمغة (دائن)». */
export function postingName(key: Readonly<Record<string, string>>): Sentence {
  const word = (names: Names, code: string, at: 0 | 1) => names[code]?.[at] ?? code
  const said = (at: 0 | 1) => {
    const comma = at === 0 ? '،' : ','
    const of = word(DOCUMENTS, key.document!, at)
    const amount = word(AMOUNTS, key.amount_key!, at)
    return `${of}${comma} ${word(EVENTS, key.event!, at)}: ${amount} (${word(SIDES, key.side!, at)})`
  }
  return sentence(said(0), said(1))
}
