import vine from '@vinejs/vine'

/** How many days a token may be asked for on the page. */
export const TOKEN_LIVES = [30, 90, 365] as const

export const newTokenForm = vine.create({
  name: vine.string().trim().minLength(2).maxLength(80),
  days: vine.number().in([...TOKEN_LIVES]),
})
