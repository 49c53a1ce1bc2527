export interface Details {
  narrative: string | null
  counterparty: string | null
  reference: string | null
}

/**
 * The text of a movement, :86:. Three shapes occur: a three-digit code with numbered parts
 * (`166?00…?20…?32…`, any sign may stand for `?`), named parts (`/NAME/…/REMI/…`), or free text.
 */
export function readDetails(value: string): Details {
  const joined = value.replaceAll('\n', '')
  const numbered = /^\s*\d{3}([^\w\s])(?=\d{2})/.exec(joined)
  if (numbered) return readNumbered(joined, numbered[1]!)
  if (/^\/[A-Z]{2,5}\//.test(joined)) return readNamed(joined)
  return { narrative: oneLine(unwrapped(value)), counterparty: null, reference: null }
}

/** 00 kind of booking, 20–29 and 60–63 purpose, 30 bank, 31 account, 32–33 name. */
function readNumbered(text: string, sign: string): Details {
  const parts = new Map<number, string>()
  for (const piece of text.split(sign).slice(1)) {
    const match = /^(\d{2})(.*)$/s.exec(piece)
    if (match) parts.set(Number(match[1]), match[2]!)
    else if (parts.size) {
      // The sign also stands inside a text: the piece belongs to the part before it.
      const last = [...parts.keys()].at(-1)!
      parts.set(last, parts.get(last)! + sign + piece)
    }
  }
  const pick = (keys: number[], glue = '') => keys.map((key) => parts.get(key) ?? '').join(glue)
  const purpose = pick([20, 21, 22, 23, 24, 25, 26, 27, 28, 29, 60, 61, 62, 63])
  return {
    narrative: oneLine([parts.get(0), purpose].filter(Boolean).join(' ')),
    counterparty: oneLine(pick([32, 33])),
    reference: real(
      /(?:^|\s)EREF\+(.+?)\s*(?=(?:KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC|COAM|OAMT)\+|$)/.exec(
        purpose
      )?.[1]
    ),
  }
}

/** `/NAME/`, `/REMI/`, `/EREF/` and their like; `/CNTP/` holds account, bank, name and town. */
function readNamed(text: string): Details {
  const parts = new Map<string, string>()
  const pieces = text.split(
    /\/(NAME|REMI|EREF|CNTP|IBAN|BIC|TRTP|ORDP|BENM|MARF|CSID|ISDT|PURP|RTRN|KREF|PREF|TRCD|ULTD|ULTB|ULTC|SVCL|TRAN|ACCW)\//
  )
  for (let i = 1; i < pieces.length; i += 2) {
    const name = pieces[i]!
    if (!parts.has(name)) parts.set(name, pieces[i + 1] ?? '')
  }
  const remitted = (parts.get('REMI') ?? '')
    .replace(/^(USTD|STRD)\/\/?/, '')
    .replace(/^\/+|\/+$/g, '')
  const counter = parts.get('NAME') ?? parts.get('CNTP')?.split('/')[2]
  return {
    narrative: oneLine(remitted) ?? oneLine(text),
    counterparty: oneLine(counter ?? ''),
    reference: real(parts.get('EREF')),
  }
}

/** A line of the full 65 characters was cut by the format, in the middle of a word if need be. */
function unwrapped(value: string): string {
  return value
    .split('\n')
    .map((line) => (line.length >= 65 ? line : `${line} `))
    .join('')
}

function oneLine(text: string): string | null {
  return text.replace(/\s+/g, ' ').trim() || null
}

function real(text: string | undefined): string | null {
  const reference = oneLine((text ?? '').replace(/\/+$/, ''))
  return reference && !/^(NOTPROVIDED|NONREF)$/i.test(reference) ? reference : null
}
