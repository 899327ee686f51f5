/** What the linter holds us to: no `any`, no default exports, and a core without clock, randomness, console or process. */
import tseslint from 'typescript-eslint';

const noDefaultExport = {
  selector: 'ExportDefaultDeclaration, ExportSpecifier[exported.name="default"]',
  message: 'Export by name, so that one thing has one name everywhere.',
};

const impure = (name, instead) => ({ name, message: `The core is pure: ${instead}` });

export default tseslint.config(
  { ignores: ['node_modules/', 'dist/', 'out/', 'coverage/', 'test/expected/', '**/*.tmp'] },
  ...tseslint.configs.strict,
  {
    linterOptions: { reportUnusedDisableDirectives: 'error' },
    rules: {
      '@typescript-eslint/consistent-type-imports': ['error', { fixStyle: 'inline-type-imports' }],
      '@typescript-eslint/no-unused-vars': ['error', { argsIgnorePattern: '^_', varsIgnorePattern: '^_', caughtErrorsIgnorePattern: '^_' }],
      '@typescript-eslint/no-dynamic-delete': 'off',
      '@typescript-eslint/unified-signatures': 'off',
      eqeqeq: ['error', 'always', { null: 'ignore' }],
      'no-console': 'error',
      'no-debugger': 'error',
      'no-eval': 'error',
      'no-new-func': 'error',
      'no-duplicate-imports': ['error', { allowSeparateTypeImports: true }],
      'no-implicit-coercion': ['error', { boolean: false }],
      'no-var': 'error',
      'object-shorthand': 'error',
      'prefer-const': 'error',
    },
  },
  {
    files: ['src/**/*.ts', 'src/**/*.tsx'],
    ignores: ['**/*.d.ts'],
    rules: { 'no-restricted-syntax': ['error', noDefaultExport] },
  },
  {
    files: ['src/core/**/*.ts', 'src/statements/**/*.ts', 'src/checks/**/*.ts', 'src/narratives/**/*.ts'],
    rules: {
      'no-restricted-globals': [
        'error',
        impure('Date', 'take the date from the workbook or as an argument.'),
        impure('process', 'take settings as an argument.'),
        impure('console', 'return what there is to say.'),
        impure('globalThis', 'take what you need as an argument.'),
        impure('window', 'no DOM.'),
        impure('document', 'no DOM.'),
        impure('fetch', 'no network.'),
        impure('setTimeout', 'no clock.'),
        impure('Intl', 'no locale; numbers are written by core/number.'),
      ],
      'no-restricted-properties': ['error', { object: 'Math', property: 'random', message: 'The core is pure: no randomness.' }],
      'no-restricted-syntax': [
        'error',
        noDefaultExport,
        {
          selector: 'CallExpression[callee.property.name=/^(toLocaleString|localeCompare|toLocaleUpperCase|toLocaleLowerCase)$/]',
          message: 'The core is pure: the result would depend on the locale of the machine.',
        },
      ],
    },
  },
  {
    files: ['src/cli/**', '.ci/**', 'test/**', 'bench/**', '*.js'],
    rules: { 'no-console': 'off' },
  },
  {
    files: ['test/**'],
    rules: { '@typescript-eslint/no-non-null-assertion': 'off', '@typescript-eslint/no-empty-function': 'off' },
  },
);
