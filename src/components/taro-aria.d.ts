/** Lets any Taro component carry what a screen reader needs; the build adds the attributes to the templates. */
import '@tarojs/components/types/common'

declare module '@tarojs/components/types/common' {
  interface StandardProps {
    ariaRole?: string
    ariaLabel?: string
    ariaHidden?: boolean
    ariaLive?: 'polite' | 'assertive' | 'off'
  }
}
