import { configApp } from '@adonisjs/eslint-config'

export default configApp(
  {
    name: 'generated',
    ignores: ['database/schema.ts', '.adonisjs/**', 'public/**', 'coverage/**', '.local/**'],
  },
  {
    name: 'house',
    rules: {
      // Text of forms and files is cleaned of control characters in several places.
      'no-control-regex': 'off',
      // `(await query).length` reads well enough, and loops over cells count for speed.
      '@unicorn/no-await-expression-member': 'off',
      '@unicorn/no-for-loop': 'off',
    },
  },
  {
    name: 'promises',
    files: ['**/*.ts'],
    ignores: ['resources/js/**', 'vite.config.ts', 'bin/**'],
    languageOptions: { parserOptions: { projectService: true } },
    rules: {
      '@typescript-eslint/no-floating-promises': 'error',
      'no-restricted-syntax': [
        'error',
        {
          selector:
            'ExpressionStatement > AwaitExpression > CallExpression[callee.property.name=/^(allows|denies)$/]',
          message: 'allows() and denies() only answer. Use authorize() to enforce.',
        },
        {
          selector: 'CallExpression[callee.object.name="request"][callee.property.name="all"]',
          message: 'Read input through a validator, never request.all().',
        },
      ],
    },
  }
)
