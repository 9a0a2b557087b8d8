/** What differs while developing: readable output. */
import type { UserConfigExport } from '@tarojs/cli'

export default {
  logger: { quiet: false, stats: true },
} satisfies UserConfigExport<'webpack5'>
