/** What one phone is: read once from the address of its page, and the names that the server puts into it. */
import type { BuiltPackage } from '../compile/built-package'

export interface PhoneSettings {
  id: string
  openid: string
  unionid: string
  phoneNumber: string
  nickname: string
  entry: string
  theme: 'light' | 'dark'
  fontSizeSetting: number
  /** of WeChat: `zh_CN`, `en` */
  language: string
  /** its user has agreed to the app's use of what is private, before */
  privacyAgreed: boolean
  /** true: a test drives this phone, so nobody is there to answer a permission sheet */
  automated: boolean
  basePath: string
  /** style sheets of fonts that the system lacks */
  fontSheets: string[]
}

export interface ServedPackage extends BuiltPackage {
  templates: Record<string, unknown>
  apiNames: string[]
}

export function readSettings(search: string, basePath: string, fontSheets: string[]): PhoneSettings {
  const query = new URLSearchParams(search)
  const text = (name: string) => query.get(name) ?? ''
  return {
    id: text('id') || text('openid') || 'phone',
    openid: text('openid'),
    unionid: text('unionid'),
    phoneNumber: text('phoneNumber'),
    nickname: text('nickname'),
    entry: text('entry'),
    theme: text('theme') === 'dark' ? 'dark' : 'light',
    fontSizeSetting: Number(text('fontSize')) || 16,
    language: text('language') || 'zh_CN',
    privacyAgreed: text('privacy') === 'agreed',
    automated: text('automated') === '1',
    basePath,
    fontSheets,
  }
}
