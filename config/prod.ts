/** What is uploaded: minified, without source maps. */
import type { UserConfigExport } from '@tarojs/cli'

export default {
  jsMinimizer: 'terser',
  // A Chinese character is three bytes as itself and six escaped.
  terser: { enable: true, config: { output: { ascii_only: false } } },
  // Passed on to cssnano: its calc does not know rpx, and our drawings are already as small as they get.
  csso: { enable: true, config: { calc: false, svgo: false, discardComments: { removeAll: true } } },
} satisfies UserConfigExport<'webpack5'>
