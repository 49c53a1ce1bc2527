import env from '#start/env'
import { FieldCipher, fieldKeysFrom } from '#core/crypto'

/** The cipher of this installation, keyed by FIELD_KEY. */
export const fieldCipher = new FieldCipher(() => fieldKeysFrom(env.get('FIELD_KEY').release()))
