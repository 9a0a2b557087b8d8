/** End to end on the built mini program: two workers, each with one browser for its files, each file with a cloud of its own. */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/test/e2e'],
  testEnvironment: '<rootDir>/test/e2e/environment.ts',
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120000,
  maxWorkers: 2,
}
