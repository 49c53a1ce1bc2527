/** A rate as people read it: `0.006000` of a base is `0.6%`; a multiple of another deduction `× 3`. */
export function shareOf(rate: string, method: 'rate' | 'multiple' | 'stated'): string {
  const [whole, decimals = ''] = rate.split('.') as [string, string?]
  if (method === 'multiple') return `× ${trimmed(whole, decimals)}`
  const padded = decimals.padEnd(2, '0')
  return `${trimmed(String(BigInt(whole + padded.slice(0, 2))), padded.slice(2))}%`
}

function trimmed(whole: string, decimals: string): string {
  const kept = decimals.replace(/0+$/, '')
  return kept ? `${whole}.${kept}` : whole
}
