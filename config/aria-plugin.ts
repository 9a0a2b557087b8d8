/** Lets `ariaLabel`, `ariaRole` and their like reach WeChat from any Taro component. */
import path from 'node:path'
import ariaAttributes from './aria-attributes'

interface MiniPlatform {
  readonly template: { mergeComponents(context: unknown, patch: object): void }
  runtimePath: string | string[]
}

interface PluginContext {
  registerMethod(method: { name: string; fn: (platform: MiniPlatform) => void }): void
}

export default (context: PluginContext): void => {
  context.registerMethod({
    name: 'onSetupClose',
    fn(platform) {
      platform.template.mergeComponents(context, ariaAttributes)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'aria-runtime.ts')].flat()
    },
  })
}
