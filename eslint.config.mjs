/** Rules are errors or they are off. Layout is Prettier's; directions, sizes and words are `test/tidy`'s. */
import tseslint from 'typescript-eslint'

const noClock = [
  {
    selector: "MemberExpression[object.name='Date'][property.name='now']",
    message: 'The clock comes in from outside: server/run/clock.ts or client/phone-clock.ts.',
  },
  {
    selector: "NewExpression[callee.name='Date'][arguments.length=0]",
    message: 'The clock comes in from outside: server/run/clock.ts or client/phone-clock.ts.',
  },
  {
    selector: "MemberExpression[object.name='Math'][property.name='random']",
    message: 'Chance comes from server/run/chance.ts or client/operation-id.ts.',
  },
]

export default tseslint.config(
  {
    ignores: [
      'dist/**',
      '.data/**',
      '.cache/**',
      'node_modules/**',
      'test/local/phone/fixture*/**',
      '**/*.mjs',
      '**/*.js',
    ],
  },
  ...tseslint.configs.recommendedTypeChecked,
  {
    languageOptions: { parserOptions: { project: './tsconfig.json', tsconfigRootDir: import.meta.dirname } },
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/switch-exhaustiveness-check': [
        'error',
        { considerDefaultExhaustiveForUnions: true },
      ],
      '@typescript-eslint/consistent-type-imports': [
        'error',
        { fixStyle: 'inline-type-imports', disallowTypeAnnotations: false },
      ],
      '@typescript-eslint/no-unused-vars': [
        'error',
        { argsIgnorePattern: '^_', varsIgnorePattern: '^_', ignoreRestSiblings: true },
      ],
      '@typescript-eslint/require-await': 'off',
      '@typescript-eslint/no-misused-promises': [
        'error',
        { checksVoidReturn: { attributes: false, arguments: false } },
      ],
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'A union of strings says the same and needs no code.' },
      ],
      eqeqeq: 'error',
      'no-var': 'error',
      'prefer-const': 'error',
      'max-lines-per-function': ['error', { max: 60, skipBlankLines: true, skipComments: true, IIFEs: true }],
    },
  },
  {
    files: ['src/**', 'cloudfunctions/**'],
    rules: {
      'no-restricted-syntax': [
        'error',
        { selector: 'TSEnumDeclaration', message: 'A union of strings says the same.' },
        ...noClock,
      ],
    },
  },
  {
    files: [
      'src/server/run/clock.ts',
      'src/server/run/chance.ts',
      'src/client/phone-clock.ts',
      'src/client/operation-id.ts',
    ],
    rules: { 'no-restricted-syntax': 'off' },
  },
  { files: ['test/**', 'bench/**'], rules: { 'max-lines-per-function': 'off' } },
)
