import { BaseSchema } from '@adonisjs/lucid/schema'

/** Approved ahead of its day: it waits as `scheduled` until the night in which its day begins. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE register_transactions
        DROP CONSTRAINT register_transactions_status,
        DROP CONSTRAINT register_transactions_decided,
        ADD effective_at DATETIME(3) NULL COMMENT 'when the register took it up',
        ADD effect_tried_at DATETIME(3) NULL COMMENT 'last attempt on or after its day that failed',
        ADD effect_failure JSON NULL COMMENT 'why it could not take effect on its day, in both languages',
        DROP KEY register_transactions_live_cancels,
        DROP COLUMN live_cancels_id
    `)
    this.schema.raw(`
      ALTER TABLE register_transactions
        ADD live_cancels_id BIGINT UNSIGNED AS (IF(status IN ('draft', 'proposed', 'scheduled', 'approved'), cancels_id, NULL)) PERSISTENT COMMENT 'a refused cancellation may be asked again',
        ADD UNIQUE KEY register_transactions_live_cancels (live_cancels_id),
        ADD KEY register_transactions_due (status, effective_on, id),
        ADD CONSTRAINT register_transactions_status CHECK (status IN ('draft', 'proposed', 'scheduled', 'approved', 'refused', 'withdrawn')),
        ADD CONSTRAINT register_transactions_decided CHECK (
          (status NOT IN ('scheduled', 'approved', 'refused') OR decided_by IS NOT NULL)
          AND (status NOT IN ('draft', 'proposed') OR decided_by IS NULL)),
        ADD CONSTRAINT register_transactions_effect_failed CHECK (effect_failure IS NULL OR status <> 'approved')
    `)
  }

  async down() {
    this.schema.raw(`
      ALTER TABLE register_transactions
        DROP CONSTRAINT register_transactions_status,
        DROP CONSTRAINT register_transactions_decided,
        DROP CONSTRAINT register_transactions_effect_failed,
        DROP KEY register_transactions_due,
        DROP effective_at, DROP effect_tried_at, DROP effect_failure,
        ADD CONSTRAINT register_transactions_status CHECK (status IN ('draft', 'proposed', 'approved', 'refused', 'withdrawn')),
        ADD CONSTRAINT register_transactions_decided CHECK ((status IN ('approved', 'refused')) = (decided_by IS NOT NULL))
    `)
  }
}
