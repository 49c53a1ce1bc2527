import { one, type Corruption } from '#tests/support/books/corruptions'

const BATCH = "SELECT id FROM order_batches WHERE status = 'signed'"
const ORDER = 'SELECT MIN(id) AS id FROM payment_orders WHERE batch_id IS NOT NULL'
const ANSWER = (result: string) =>
  `SELECT id, order_id AS paper FROM bank_answers WHERE result = '${result}'`
const BATCHED = 'order_batch_differs_from_its_orders'
const ANSWERED = 'answer_differs_from_its_order'

/** Ways to spoil what two signed for the bank and what the bank answered; each must be named. */
export const BANKING_CORRUPTIONS: Corruption[] = [
  one(
    'a signed batch says another total',
    BATCH,
    'UPDATE order_batches SET total = total + 0.01 WHERE id = :id',
    BATCHED
  ),
  one(
    'a signed batch says one order more',
    BATCH,
    'UPDATE order_batches SET order_count = order_count + 1 WHERE id = :id',
    BATCHED
  ),
  one(
    'a signed batch is of another bank account',
    BATCH,
    'UPDATE order_batches SET bank_account_id = bank_account_id + 1 WHERE id = :id',
    BATCHED
  ),
  one(
    'an order leaves a signed batch',
    ORDER,
    'UPDATE payment_orders SET batch_id = NULL WHERE id = :id',
    BATCHED
  ),
  one(
    'an order of a signed batch says another amount',
    ORDER,
    'UPDATE payment_orders SET amount = amount - 0.01 WHERE id = :id',
    BATCHED,
    ANSWERED
  ),
  one(
    'an order of a signed batch waits for signatures again',
    'SELECT MAX(id) AS id FROM payment_orders WHERE batch_id IS NOT NULL',
    "UPDATE payment_orders SET status = 'draft' WHERE id = :id",
    BATCHED
  ),
  one(
    'the bank’s answer says another amount',
    ANSWER('executed'),
    'UPDATE bank_answers SET amount = amount + 0.01 WHERE id = :id',
    ANSWERED
  ),
  one(
    'a refusal of the bank is called paid',
    ANSWER('rejected'),
    "UPDATE bank_answers SET result = 'executed' WHERE id = :id",
    ANSWERED
  ),
  one(
    'a refused order is called paid',
    ANSWER('rejected'),
    "UPDATE payment_orders SET status = 'executed' WHERE id = :paper",
    ANSWERED
  ),
  one(
    'a paid order is called refused',
    ANSWER('executed'),
    "UPDATE payment_orders SET status = 'rejected' WHERE id = :paper",
    ANSWERED
  ),
  one(
    'the bank’s answer is of another day',
    ANSWER('executed'),
    'UPDATE bank_answers SET value_on = value_on - INTERVAL 1 DAY WHERE id = :id',
    ANSWERED
  ),
  one(
    'an answered order has no day of its answer',
    ANSWER('executed'),
    'UPDATE payment_orders SET answered_on = NULL WHERE id = :paper',
    ANSWERED
  ),
  one(
    'the bank’s answer is of another unit',
    ANSWER('executed'),
    'UPDATE bank_answers SET unit_id = unit_id + 1 WHERE id = :id',
    ANSWERED
  ),
]
