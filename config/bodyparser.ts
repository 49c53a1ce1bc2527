import { defineConfig } from '@adonisjs/core/bodyparser'

/** No form that is typed comes near this: a mapping of all columns of a file has some 20 kB. */
const FORM = '256kb'

export default defineConfig({
  allowedMethods: ['POST', 'PUT', 'PATCH', 'DELETE'],
  form: {
    convertEmptyStringsToNull: true,
    limit: FORM,
    types: ['application/x-www-form-urlencoded'],
  },
  json: { convertEmptyStringsToNull: true, limit: FORM, types: ['application/json'] },
  raw: { limit: FORM, types: ['text/*'] },
  multipart: {
    // Only where a route says `takesFile`, up to the size it says.
    autoProcess: true,
    convertEmptyStringsToNull: true,
    processManually: [],
    fieldsLimit: FORM,
    types: ['multipart/form-data'],
  },
})
