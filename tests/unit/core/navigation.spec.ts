import { readFileSync } from 'node:fs'
import { test } from '@japa/runner'
import app from '@adonisjs/core/services/app'
import { NAVIGATION } from '#core/web/navigation'

const texts = (locale: string, file: string) =>
  JSON.parse(readFileSync(app.makePath(`resources/lang/${locale}/${file}.json`), 'utf8'))

test.group('The menu', () => {
  for (const locale of ['ar', 'en']) {
    test(`every entry has its name, and its line on the first page: ${locale}`, ({ assert }) => {
      const names = texts(locale, 'core').nav
      const lines = texts(locale, 'identity').home.cards
      const entries = NAVIGATION.flatMap((group) => group.entries).filter(
        ({ key }) => key !== 'home' && key !== 'kit'
      )
      assert.isNotEmpty(entries)
      for (const { key } of entries) {
        assert.isString(names[key], `core.nav.${key}`)
        assert.isString(lines[key], `identity.home.cards.${key}`)
      }
    })
  }
})
