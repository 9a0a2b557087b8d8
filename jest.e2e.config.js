/** End to end on the built mini program: one file after the other, since each drives a browser. */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/test/e2e'],
  testEnvironment: '<rootDir>/test/e2e/environment.ts',
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120000,
}
