/** End to end on the built mini program: two files at a time, each with a browser and a cloud of its own. */
module.exports = {
  ...require('./jest.config.js'),
  roots: ['<rootDir>/test/e2e'],
  testEnvironment: '<rootDir>/test/e2e/environment.ts',
  testPathIgnorePatterns: ['/node_modules/'],
  testTimeout: 120000,
  maxWorkers: 2,
}
