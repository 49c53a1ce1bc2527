import { configApp } from '@adonisjs/eslint-config'

export default configApp(
  {
    name: 'generated',
    ignores: ['database/schema.ts', '.adonisjs/**', 'public/**', 'coverage/**', '.local/**'],
  },
  {
    name: 'promises',
    files: ['**/*.ts'],
    ignores: ['resources/js/**', 'vite.config.ts'],
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
  },
  {
    name: 'scripts',
    files: ['scripts/**/*.mjs'],
    rules: { 'no-console': 'off' },
  }
)
