import { BaseSchema } from '@adonisjs/lucid/schema'

/** A holder who hands his custody over is cleared (إخلاء طرف): his surety is no longer renewed. */
export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      ALTER TABLE sureties
        ADD COLUMN released_on DATE NULL COMMENT 'the holder was cleared: no renewal is asked for',
        ADD COLUMN released_by BIGINT UNSIGNED NULL,
        ADD COLUMN release_paper VARCHAR(160) NULL COMMENT 'clearance or minutes of handing over',
        ADD CONSTRAINT sureties_released CHECK ((released_on IS NULL) = (released_by IS NULL) AND (released_on IS NULL) = (release_paper IS NULL))
    `)
  }

  async down() {
    this.schema.raw(
      'ALTER TABLE sureties DROP CONSTRAINT sureties_released, DROP COLUMN released_on, DROP COLUMN released_by, DROP COLUMN release_paper'
    )
  }
}
