/**
 * 本地手机: runs a built WeChat mini program in a browser and speaks the automator protocol. What others use is here;
 * nothing in this folder knows what the mini program is about.
 */
export { compilePackage } from './compile/package'
export type { CompiledPackage } from './compile/built-package'
export { guardApiUse, type Excused } from './guards/api-use'
export { guardPackage, type Refused } from './guards/guard-package'
export { depthOf, renderedPage, type RenderedPage } from './guards/rendered'
export { deepestView } from './guards/view-depth'
export { secondOpinion, type SecondOpinion } from './guards/wcc'
export { compilersLeftOut } from './guards/wechat-compiler'
export { phoneHandler, type PhoneHandler, type PhoneHandlerOptions } from './serve/handler'
export {
  launchBrowser,
  startPhone,
  type PhoneOptions,
  type RunningPhone,
  type Scanner,
} from './serve/start-phone'
export { Tabs } from './serve/tabs'
export { findChromium, type FoundChromium } from './serve/chromium'
export { findFontDirs } from './serve/fonts'
export type { PaymentAnswer, SubscribeAnswer } from './browser/answers'
export type { PhoneHandle } from './browser/handle'
export type { ScanAnswer } from './browser/scan'
export type { SetDataRecord } from './browser/engine/set-data'
export type { Card } from './browser/share'
export type { Message } from './browser/messages'
