/** The mini program's build. Design pixels are those of a 390 wide phone; one becomes 750/390 rpx. */
import { defineConfig, type UserConfigExport } from '@tarojs/cli'
import path from 'node:path'
import devConfig from './dev'
import prodConfig from './prod'
import { drawingFunctions } from './sass-drawings'

const DESIGN_WIDTH = 390

const baseConfig: UserConfigExport<'webpack5'> = {
  projectName: 'shuke',
  date: '2026-1-1',
  designWidth: DESIGN_WIDTH,
  deviceRatio: { [DESIGN_WIDTH]: 750 / DESIGN_WIDTH },
  sourceRoot: 'src',
  outputRoot: 'dist/weapp',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  // Views stand at most so deep in each other; each level of templates more is four kilobytes.
  baseLevel: 13,
  cache: { enable: true, buildDependencies: { drawings: [path.resolve(__dirname, 'drawings') + path.sep] } },
  plugins: ['aria-plugin.ts', 'templates-plugin.ts'].map((plugin) => path.resolve(__dirname, plugin)),
  mini: {
    enableSourceMap: false,
    optimizeMainPackage: { enable: true },
    sassLoaderOption: {
      api: 'modern',
      // Taro's default importer is of Sass's older interface, which this one refuses.
      sassOptions: { functions: drawingFunctions, importer: null },
    },
    miniCssExtractPluginOption: { ignoreOrder: true },
    postcss: { pxtransform: { enable: true, config: {} }, cssModules: { enable: false } },
  },
}

export default defineConfig<'webpack5'>(async (merge) =>
  process.env.NODE_ENV === 'development'
    ? merge({}, baseConfig, devConfig)
    : merge({}, baseConfig, prodConfig),
)
