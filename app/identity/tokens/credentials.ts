/** What a program sent to say who it is. */
export interface SentSecret {
  secret: string
  /** The account beside it (HTTP Basic); a bearer token needs none. */
  account: string | null
}

/**
 * The secret in an `Authorization` header: `Bearer SECRET`, or `Basic` with the account and the secret
 * as its password. Null for other forms and for nothing.
 */
export function readAuthorization(header: string | undefined): SentSecret | null {
  const [, scheme, value] = /^(Bearer|Basic)\s+(\S+)\s*$/i.exec(header ?? '') ?? []
  if (!scheme || !value) return null
  if (scheme.toLowerCase() === 'bearer') return { secret: value, account: null }
  const text = Buffer.from(value, 'base64').toString('utf8')
  const colon = text.indexOf(':')
  return colon < 0 ? null : { account: text.slice(0, colon), secret: text.slice(colon + 1) }
}
