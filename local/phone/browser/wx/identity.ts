/** Owns what WeChat knows of its user and what it asks the user for. */
import type { Phone } from '../phone'
import type { PrivacyListener } from './privacy'
import { type Options, refuse } from './settle'
import type { ApiGroup } from './wx'

export function identityApis(phone: Phone): ApiGroup {
  const { settings } = phone
  let codes = 0
  const { privacy } = phone
  const userInfo = { nickName: settings.nickname || '微信用户', avatarUrl: '', gender: 0, language: 'zh_CN' }
  return {
    later: {
      login: () => ({ code: `local-${settings.openid}-${++codes}` }),
      checkSession: () => {},
      getUserProfile: () => ({ userInfo }),
      getUserInfo: () => ({ userInfo }),
      getSetting: () => ({ authSetting: {}, subscriptionsSetting: { mainSwitch: true, itemSettings: {} } }),
      openSetting: () => ({ authSetting: {} }),
      authorize: () => {},
      getPrivacySetting: () => ({
        needAuthorization: privacy.needed,
        privacyContractName: '《用户隐私保护指引》',
      }),
      requirePrivacyAuthorize: () => privacy.require('requirePrivacyAuthorize'),
      openPrivacyContract: () =>
        void phone.dialogs.showToast({ title: '《用户隐私保护指引》', icon: 'none' }),
      requestSubscribeMessage: (options) => askToSubscribe(phone, options),
    },
    now: {
      onNeedPrivacyAuthorization: (listener: PrivacyListener) => {
        privacy.listener = listener
      },
    },
  }
}

async function askToSubscribe(phone: Phone, { tmplIds }: Options): Promise<object> {
  if (!Array.isArray(tmplIds) || tmplIds.length === 0) {
    refuse("requestSubscribeMessage:fail TmplIds can't be empty", { errCode: 10001 })
  }
  const ids = tmplIds as string[]
  const allowed = await phone.dialogs.permission(
    '接收以下消息',
    `${ids.length} 种服务通知`,
    '一次性订阅消息，每次同意可收到一条',
  )
  return Object.fromEntries(ids.map((id) => [id, allowed ? 'accept' : 'reject']))
}
