import { BaseSchema } from '@adonisjs/lucid/schema'

/** Heading → accounts that stood under none, so that no book of current accounts showed them. */
const UNDER = {
  '3113': ['31130112', 'INT-ADVANCES', 'INT-FUNDS'],
  '4111': [
    ...['41110831', '41110203', '41110499', 'INT-WHT', 'INT-VATWH', 'INT-STAMPS', 'INT-PENALTIES'],
    ...['INT-RETENTION', 'INT-DEDUCTED', 'INT-TREASURY-DUE'],
  ],
} as const

/**
 * Unconfirmed accounts of a house that runs already come under the headings that a new one loads. A folio
 * that was closed without them stays true: where one of those books was closed, nothing is moved.
 */
export default class extends BaseSchema {
  async up() {
    for (const [heading, codes] of Object.entries(UNDER)) {
      this.schema.raw(`
        UPDATE ledger_accounts SET parent_code = '${heading}'
        WHERE parent_code IS NULL AND confirmed = 0 AND code IN (${codes.map((code) => `'${code}'`).join(', ')})
          AND NOT EXISTS (
            SELECT 1 FROM book_folios f JOIN account_books b ON b.id = f.book_id
            WHERE f.status <> 'open' AND JSON_CONTAINS(b.account_prefixes, '"${heading}"')
          )
      `)
    }
  }

  async down() {
    for (const [heading, codes] of Object.entries(UNDER)) {
      this.schema.raw(
        `UPDATE ledger_accounts SET parent_code = NULL WHERE parent_code = '${heading}' AND code IN (${codes.map((code) => `'${code}'`).join(', ')})`
      )
    }
  }
}
