/** What a compiled mini program is made of: the shape that the Node side writes and the browser side reads. */
export interface TabItem {
  pagePath: string
  text: string
  iconPath?: string
  selectedIconPath?: string
}

export interface JsonConfig {
  pages?: string[]
  entryPagePath?: string
  subPackages?: { root: string; pages: string[] }[]
  subpackages?: { root: string; pages: string[] }[]
  window?: JsonConfig
  tabBar?: {
    custom?: boolean
    color?: string
    selectedColor?: string
    backgroundColor?: string
    borderStyle?: string
    list: TabItem[]
  }
  darkmode?: boolean
  themeLocation?: string
  usingComponents?: Record<string, string>
  component?: boolean
  styleIsolation?: string
  navigationStyle?: 'default' | 'custom'
  navigationBarTitleText?: string
  navigationBarBackgroundColor?: string
  navigationBarTextStyle?: 'black' | 'white'
  backgroundColor?: string
  backgroundTextStyle?: 'dark' | 'light'
  enablePullDownRefresh?: boolean
  onReachBottomDistance?: number
  disableScroll?: boolean
  appid?: string
  [key: string]: unknown
}

export interface BuiltPackage {
  /** JSON files by path without extension */
  config: Record<string, JsonConfig>
  /** JavaScript sources, exactly as they would be uploaded */
  scripts: Record<string, string>
  /** CSS by path without extension */
  styles: Record<string, string>
  /** class prefixes of the components with isolated styles */
  scopes: Record<string, string>
}

export interface CompiledPackage extends BuiltPackage {
  /** a JavaScript expression: all compiled templates */
  templates: string
  warnings: string[]
  compileMs: number
}
