import { FiscalYear } from '#core/fiscal'
import type { Day } from '#core/days'
import { sentence } from '#core/domain_error'
import type { Money } from '#core/money'
import { nextNumber } from '#core/numbering'
import { within, type Trx } from '#core/within'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'
import { AmountNeededError } from '#accounts/errors'
import { GuaranteePaperError } from '#accounts/guarantees/errors'
import Guarantee, {
  type GUARANTEE_FORMS,
  type GUARANTEE_PURPOSES,
} from '#accounts/models/guarantee'

export interface GuaranteeInput {
  unitId: number
  purpose: (typeof GUARANTEE_PURPOSES)[number]
  form: (typeof GUARANTEE_FORMS)[number]
  partyId: number
  /** Tender or contract. */
  subjectNo: string
  subject: string
  amount: Money
  /** Number of the letter, receipt or cheque. */
  referenceNo: string
  /** Of a letter or cheque. */
  bankName?: string | null
  /** The receipt 33 by which cash came in, where the house has it. */
  receiptId?: number | null
  issuedOn: Day
  /** Last day on which a letter can be claimed. */
  expiresOn?: Day | null
  on: Day
}

/** The book in which a unit numbers its guarantees, per fiscal year without gaps. */
const GUARANTEE_BOOK = 'guarantees'

/** Writes a guarantee down as its paper has it; it stands in the books once another accepts it. */
export default class RecordGuarantee {
  /** @throws AmountNeededError, GuaranteePaperError */
  async handle(
    { on, ...input }: GuaranteeInput,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<Guarantee> {
    if (!input.amount.isPositive()) throw new AmountNeededError()
    judge(input)
    return within(outer, async (trx) => {
      const { unitId, partyId } = input
      const party = await trx.from('parties').where('id', partyId).firstOrFail()
      await refuseReceiptTwice(input, trx)
      const fiscalYear = FiscalYear.containing(on).label
      const number = await nextNumber({ unitId, book: GUARANTEE_BOOK, fiscalYear }, trx)
      const row = { ...input, fiscalYear, number, partyName: party.name, madeBy: by.id }
      const guarantee = await onePaper(() =>
        Guarantee.create({ ...row, status: 'draft' }, { client: trx })
      )
      await Trail.record(
        {
          action: 'guarantee.recorded',
          unitId,
          subjectType: 'guarantee',
          subjectId: guarantee.id,
          label: guarantee.label,
          after: { ...input, amount: String(input.amount) },
        },
        { by, trx }
      )
      return guarantee
    })
  }
}

/** A letter, cheque or receipt secures one thing: the database refuses it twice. */
async function onePaper<T>(write: () => Promise<T>): Promise<T> {
  try {
    return await write()
  } catch (error) {
    if ((error as { code?: string }).code !== 'ER_DUP_ENTRY') throw error
    throw new GuaranteePaperError(
      sentence('سبق تسجيل هذا الخطاب أو الشيك أو الإيصال.', 'This paper is recorded already.')
    )
  }
}

function judge({ form, bankName, issuedOn, expiresOn, receiptId }: Omit<GuaranteeInput, 'on'>) {
  if (form !== 'cash' && !bankName) {
    throw new GuaranteePaperError(
      sentence('خطاب الضمان والشيك يذكر بنكهما.', 'A letter or cheque names its bank.')
    )
  }
  if (form === 'letter' ? !expiresOn || expiresOn <= issuedOn : Boolean(expiresOn)) {
    throw new GuaranteePaperError(
      sentence(
        'لخطاب الضمان وحده تاريخ انتهاء، بعد تاريخ إصداره.',
        'A letter has an expiry after its day of issue; cash and cheques have none.'
      )
    )
  }
  if (receiptId && form !== 'cash') {
    throw new GuaranteePaperError(
      sentence('الإيصال للتأمين النقدي وحده.', 'A receipt goes with cash alone.')
    )
  }
}

/** Cash that came in by a receipt is that receipt's amount, of the same unit. */
async function refuseReceiptTwice(
  { receiptId, amount, unitId }: Omit<GuaranteeInput, 'on'>,
  trx: Trx
): Promise<void> {
  if (!receiptId) return
  const receipt = await trx
    .from('receipts')
    .where({ id: receiptId, unit_id: unitId, is_void: 0, amount: String(amount) })
    .first()
  if (receipt) return
  throw new GuaranteePaperError(
    sentence(
      'الإيصال من الوحدة نفسها وبمبلغ التأمين وغير ملغى.',
      'The receipt is of the same unit, of the amount of the deposit, and not void.'
    )
  )
}
