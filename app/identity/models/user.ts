import { BaseModel, column } from '@adonisjs/lucid/orm'

/** A person who signs in. */
export default class User extends BaseModel {
  @column({ isPrimary: true })
  declare id: number
}
