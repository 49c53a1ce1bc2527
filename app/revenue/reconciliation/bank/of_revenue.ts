/**
 * Lines of statements that revenue answers for, as a condition on the line's alias: what the treasury sends
 * to an expenditure account, and what leaves it by payment orders, is the accounts' to reconcile.
 */
export const ofRevenue = (line: string) =>
  `${line}.bank_account_id NOT IN (SELECT spends.id FROM bank_accounts spends WHERE spends.purpose = 'expenditure')`
