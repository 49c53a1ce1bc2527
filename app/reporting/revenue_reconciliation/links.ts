import type { Month } from '#core/fiscal'

/** Addresses of the lists behind the figures of a month. */
export function listsBehind(month: Month) {
  const address = (path: string, parts: Record<string, string | number | undefined>) => {
    const query = new URLSearchParams()
    for (const [key, value] of Object.entries(parts)) if (value) query.set(key, String(value))
    return `${path}?${query}`
  }
  const days = (key: string) => ({ [`${key}_from`]: month.first, [`${key}_to`]: month.last })
  return {
    page: (unit: number) => address('/secretary', { unit, month: String(month) }),
    charges: (unit: number, head?: string) =>
      address('/revenue/charges', { unit, head, ...days('due') }),
    receipts: (unit: number) => address('/accounts/receipts', { unit, ...days('received') }),
    deposits: (unit: number) => address('/accounts/deposits', { unit, ...days('deposited') }),
    bank: (unit: number) => address('/accounts/bank', { unit, ...days('booked') }),
    differences: (unit: number, narrowed: Record<string, string> = {}) =>
      address('/revenue/differences', { unit, month: String(month), ...narrowed }),
    reconciliation: (unit: number) =>
      address('/revenue/reconciliations', { unit, month: String(month) }),
    imports: '/imports',
  }
}
