/** Owns what WeChat knows of its user and what it asks the user for. */
import type { Phone } from '../phone'
import type { PrivacyListener } from './privacy'
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
      openSetting: () => ({ authSetting: {} }),
      authorize: () => {},
      getPrivacySetting: () => ({
        needAuthorization: privacy.needed,
        privacyContractName: '《用户隐私保护指引》',
      }),
      requirePrivacyAuthorize: () => privacy.require('requirePrivacyAuthorize'),
      openPrivacyContract: () =>
        void phone.dialogs.showToast({ title: '《用户隐私保护指引》', icon: 'none' }),
    },
    now: {
      onNeedPrivacyAuthorization: (listener: PrivacyListener) => {
        privacy.listener = listener
      },
    },
  }
}
