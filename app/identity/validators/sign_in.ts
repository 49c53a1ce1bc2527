import vine from '@vinejs/vine'

export const signInForm = vine.create({
  account: vine.string().trim().minLength(1).maxLength(190),
  password: vine.string().minLength(1).maxLength(1000),
})

export const passwordForm = vine.create({
  current_password: vine.string().minLength(1).maxLength(1000),
  password: vine.string().minLength(1).maxLength(1000),
  password_confirmation: vine.string().sameAs('password'),
})
