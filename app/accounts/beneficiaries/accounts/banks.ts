import type { Sentence } from '#core/domain_error'
import { settingAt } from '#core/settings'
import type { Trx } from '#core/within'
import { UnknownBankError } from '#accounts/beneficiaries/errors'

/** Names of banks by the four digits of an IBAN, from the dated list. */
export async function banksByCode(trx?: Trx): Promise<Map<string, string>> {
  const banks = await settingAt<Record<string, Sentence>>('accounts.beneficiaries.banks', { trx })
  return new Map(Object.entries(banks).map(([code, { ar }]) => [code, ar]))
}

/**
 * The name of the bank behind the four digits of an IBAN; a bank that is not in the list is named by
 * who proposes the account.
 * @throws UnknownBankError
 */
export async function bankNameOf(
  code: string,
  { named, trx }: { named?: string | null; trx?: Trx } = {}
): Promise<string> {
  const known = (await banksByCode(trx)).get(code) ?? named?.trim()
  if (!known) throw new UnknownBankError(code)
  return known
}
