import { BaseSchema } from '@adonisjs/lucid/schema'

export default class extends BaseSchema {
  async up() {
    this.schema.raw(`
      CREATE TABLE job_fences (
        job_id BIGINT UNSIGNED NOT NULL PRIMARY KEY,
        fence BIGINT UNSIGNED NOT NULL COMMENT 'as in jobs; locked by the taker while a transaction of his writes',
        CONSTRAINT job_fences_job_fk FOREIGN KEY (job_id) REFERENCES jobs (id)
      ) ENGINE=InnoDB DEFAULT CHARSET=utf8mb4 COLLATE=utf8mb4_unicode_ci
        COMMENT='apart from jobs, so that progress and lease are written while a step holds its fence'
    `)
  }

  async down() {
    this.schema.dropTable('job_fences')
  }
}
