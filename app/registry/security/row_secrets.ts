import { keepSecret } from '#identity/access/row_units'

/** Restricted and strategic assets, and all that hangs on them, are for those trusted with them (R28). */
const permission = 'registry.restricted.read'

/** What a transaction speaks of, where it is not an open asset. */
export const HIDDEN_CHANGE = `(COALESCE(JSON_VALUE(register_transactions.proposal, '$.facts.security_class'), 'normal') <> 'normal'
  OR EXISTS (SELECT 1 FROM transaction_assets ta JOIN assets sa ON sa.id = ta.asset_id
    WHERE ta.transaction_id = register_transactions.id AND sa.security_class <> 'normal'))`

const HANGING = [
  'rights',
  'occupancies',
  'valuations',
  'disposals',
  'asset_orders',
  'personal_custodies',
  'round_lines',
]

keepSecret('assets', { permission, isSecret: "assets.security_class <> 'normal'" })
keepSecret('documents', { permission, isSecret: "documents.security_class <> 'normal'" })
keepSecret('register_transactions', { permission, isSecret: HIDDEN_CHANGE })
for (const table of HANGING) {
  keepSecret(table, {
    permission,
    isSecret: `EXISTS (SELECT 1 FROM assets sa WHERE sa.id = ${table}.asset_id AND sa.security_class <> 'normal')`,
  })
}
