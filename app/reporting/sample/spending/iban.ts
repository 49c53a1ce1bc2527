/** An Egyptian IBAN of a bank and branch with right check digits, for the sample's own people. */
export function ibanOf(bank: string, number: number): string {
  const account = `${bank}0001${String(number).padStart(17, '0')}`
  // E is 14, G is 16; the check digits make the whole 1 modulo 97.
  const check = 98n - (BigInt(`${account}141600`) % 97n)
  return `EG${String(check).padStart(2, '0')}${account}`
}
