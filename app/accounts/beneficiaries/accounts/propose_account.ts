import { today } from '#core/days'
import { sentence } from '#core/domain_error'
import { parseIban } from '#core/identifiers'
import { apart } from '#core/web/format'
import { within, type Trx } from '#core/within'
import { bankNameOf } from '#accounts/beneficiaries/accounts/banks'
import { AccountChangeOpenError, SameAccountError } from '#accounts/beneficiaries/errors'
import Beneficiary from '#accounts/models/beneficiary'
import BeneficiaryAccount from '#accounts/models/beneficiary_account'
import type { Actor } from '#audit/actor'
import { Trail } from '#audit/trail'

export interface AccountInput {
  beneficiaryId: number
  iban: string
  /** Needed where the code of the bank is not in the list. */
  bankName?: string | null
  reason: string
}

/** Asks that a beneficiary be paid into an account; nothing changes until another person approves. */
export default class ProposeAccount {
  /** @throws IdentifierError, UnknownBankError, SameAccountError, AccountChangeOpenError */
  async handle(
    { beneficiaryId, iban: typed, bankName: named, reason }: AccountInput,
    { by, trx: outer }: { by: Actor & { id: number }; trx?: Trx }
  ): Promise<BeneficiaryAccount> {
    const { compact: iban, bank } = parseIban(typed)
    return within(outer, async (trx) => {
      const found = await Beneficiary.findOrFail(beneficiaryId, { client: trx })
      const { unitId, beneficiaryNo, name } = await found.lock(trx)
      const last = await lastAccount(beneficiaryId, trx)
      if (last?.iban === iban) throw new SameAccountError()
      await refuseOpenChange(beneficiaryId, last, trx)
      const account = await BeneficiaryAccount.create(
        {
          unitId,
          beneficiaryId,
          iban,
          bankName: await bankNameOf(bank, { named, trx }),
          reason,
          status: 'proposed',
          madeBy: by.id,
          version: 1,
        },
        { client: trx }
      )
      await Trail.record(
        {
          action: 'beneficiary_account.proposed',
          unitId,
          subjectType: 'beneficiary_account',
          subjectId: account.id,
          label: `${beneficiaryNo} ${name}`,
          before: last && { iban: last.iban },
          after: account.picture(),
        },
        { by, trx }
      )
      return account
    })
  }
}

/** The approved account after which none is known yet: it holds, or cools. */
export function lastAccount(beneficiaryId: number, trx: Trx): Promise<BeneficiaryAccount | null> {
  return BeneficiaryAccount.query({ client: trx })
    .where({ beneficiary_id: beneficiaryId, status: 'approved' })
    .whereNull('holds_until')
    .forUpdate()
    .first()
}

async function refuseOpenChange(
  beneficiaryId: number,
  last: BeneficiaryAccount | null,
  trx: Trx
): Promise<void> {
  const waiting = await BeneficiaryAccount.query({ client: trx })
    .where({ beneficiary_id: beneficiaryId, status: 'proposed' })
    .first()
  if (waiting) {
    throw new AccountChangeOpenError(
      sentence(
        'للمستفيد طلب حساب ينتظر الاعتماد.',
        'A request for an account of this beneficiary waits for approval.'
      ),
      {
        facts: { account: waiting.id },
        cure: sentence('يُبت فيه أو يُسحب أولًا.', 'Have it decided or withdrawn first.'),
      }
    )
  }
  if (last && last.holdsFrom! > today()) {
    throw new AccountChangeOpenError(
      sentence(
        `حساب جديد للمستفيد يسري من ${apart(last.holdsFrom!)}.`,
        `A new account of this beneficiary holds from ${last.holdsFrom}.`
      ),
      {
        facts: { account: last.id },
        cure: sentence('يوقف أولًا إن كان خطأ.', 'Stop it first if it is wrong.'),
      }
    )
  }
}
