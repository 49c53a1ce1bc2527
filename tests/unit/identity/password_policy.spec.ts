import { test } from '@japa/runner'
import { weakness } from '#identity/password_policy'
import { temporaryPassword } from '#identity/temporary_password'

const owner = { email: 'mona.shawky@fayoum.example', fullName: 'منى شوقي عبد الحليم' }

test.group('Password policy', () => {
  test('accepts a long phrase: {$i}')
    .with([
      'camel brass window tide',
      'نخلة وسط الحديقة بجوار الترعة',
      'Gr4nite-lantern-otter',
      'ورقة 7 وثلاث شبابيك',
    ])
    .run(({ assert }, password) => {
      assert.isNull(weakness(password, owner))
    })

  test('refuses «{password}»: {why}')
    .with([
      { password: 'short-one', why: 'shorter than 12' },
      { password: '01012345678901', why: 'digits alone' },
      { password: '٠١٠١٢٣٤٥٦٧٨٩٠١', why: 'Arabic digits alone' },
      { password: 'aaaaaaaaaaaaaa', why: 'one letter over and over' },
      { password: 'abababababab', why: 'two letters over and over' },
      { password: 'Password123456', why: 'the commonest word and digits' },
      { password: 'P@ssw0rd-2026!', why: 'the same in disguise' },
      { password: 'qwertyuiop123', why: 'a row of the keyboard' },
      { password: 'ضصثقفغعهخحجد12', why: 'a row of the Arabic keyboard' },
      { password: 'hgpl]ggi2026', why: 'الحمد لله typed on the English keyboard' },
      { password: 'الحمد لله 2026', why: 'a common phrase' },
      { password: 'بسم الله الرحمن الرحيم', why: 'a common phrase' },
      { password: 'Mohamed@1990@Masr', why: 'Egyptian names and words' },
      { password: 'ElAhly1907Zamalek', why: 'football clubs' },
      { password: 'محافظة الفيوم 2026', why: 'the place of work' },
      { password: 'mona.shawky-is-here', why: 'the account name' },
      { password: 'brass-shawky-window', why: 'a part of the account name' },
      { password: 'x'.repeat(150) + 'yzabcdefg'.repeat(20), why: 'longer than 200' },
    ])
    .run(({ assert }, { password }) => {
      const fault = weakness(password, owner)
      assert.isNotNull(fault)
      assert.match(fault!.ar, /\p{Script=Arabic}/u)
    })

  test('a thousand temporary passwords are all different and all pass the policy', ({ assert }) => {
    const made = Array.from({ length: 1000 }, () => temporaryPassword())
    assert.equal(new Set(made).size, 1000)
    for (const password of made) assert.isNull(weakness(password, owner), password)
  })
})
