/** How Taro compiles the mini program. */
module.exports = {
  // What runs under the base library that we ask for knows ES2018; older output is a tenth larger.
  presets: [
    ['taro', { framework: 'react', ts: true, compiler: 'webpack5', targets: { ios: '12', chrome: '67' } }],
  ],
}
