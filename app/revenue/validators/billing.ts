import vine from '@vinejs/vine'

/** The billing of a month in a unit and everything below it. */
export const billingForm = vine.create({
  unit: vine.number().withoutDecimals().positive(),
  month: vine
    .string()
    .trim()
    .regex(/^\d{4}-(0[1-9]|1[0-2])$/),
})
