/** What one phone is: read once from the address of its page, and the names that the server puts into it. */
import type { BuiltPackage } from '../compile/built-package'

/** What the server knows and writes into the page. */
export interface Surroundings {
  basePath: string
  /** style sheets of fonts that the system lacks */
  fontSheets: string[]
  /** where the cloud is for the server; files that it names are fetched through the phone's own server */
  cloudUrl: string
  /** titles of subscribe message templates by their id; without them the id stands for the title */
  subscribeTitles?: Readonly<Record<string, string>>
}

export interface PhoneSettings extends Surroundings {
  id: string
  openid: string
  unionid: string
  phoneNumber: string
  nickname: string
  entry: string
  /** WeChat's number for how its user came */
  scene: number
  theme: 'light' | 'dark'
  fontSizeSetting: number
  /** of WeChat: `zh_CN`, `en` */
  language: string
  /** its user has agreed to the app's use of what is private, before */
  privacyAgreed: boolean
  /** true: a test drives this phone, so nobody is there to answer a permission sheet */
  automated: boolean
}

export interface ServedPackage extends BuiltPackage {
  templates: Record<string, unknown>
  apiNames: string[]
}

export function readSettings(search: string, surroundings: Surroundings): PhoneSettings {
  const query = new URLSearchParams(search)
  const text = (name: string) => query.get(name) ?? ''
  return {
    id: text('id') || text('openid') || 'phone',
    openid: text('openid'),
    unionid: text('unionid'),
    phoneNumber: text('phoneNumber'),
    nickname: text('nickname'),
    entry: text('entry'),
    scene: Number(text('scene')) || 1001,
    theme: text('theme') === 'dark' ? 'dark' : 'light',
    fontSizeSetting: Number(text('fontSize')) || 16,
    language: text('language') || 'zh_CN',
    privacyAgreed: text('privacy') === 'agreed',
    automated: text('automated') === '1',
    ...surroundings,
  }
}
