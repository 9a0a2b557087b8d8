/** Owns what a button's open-type does: WeChat asks its user, then tells the page with an event. */
import { type BuiltIn } from './built-in'

export function performOpenType(button: BuiltIn, type: string): void {
  const { phone } = button
  switch (type) {
    case 'getPhoneNumber':
    case 'getRealtimePhoneNumber':
      void givePhoneNumber(button, type.toLowerCase())
      return
    case 'share':
      phone.wx.share({ from: 'button', target: { id: button.id, dataset: button.dataset } })
      return
    case 'chooseAvatar':
      button.triggerEvent('chooseavatar', { avatarUrl: `${phone.settings.basePath}/avatar.svg` })
      return
    case 'agreePrivacyAuthorization':
      phone.bus.emit('PrivacyAgreed', {})
      button.triggerEvent('agreeprivacyauthorization', {})
      return
    case 'openSetting':
      button.triggerEvent('opensetting', { errMsg: 'openSetting:ok', authSetting: {} })
      return
    case 'contact':
    case 'feedback':
      phone.messages.warn(`<button open-type="${type}"> opens nothing on a local phone`)
      return
    default:
      phone.missing.add(`button.open-type=${type}`)
      phone.messages.warn(`<button open-type="${type}"> is not implemented by local phone`)
  }
}

async function givePhoneNumber(button: BuiltIn, event: string): Promise<void> {
  const { phone } = button
  const { phoneNumber } = phone.settings
  const api = 'getPhoneNumber'
  if (!phoneNumber) return button.triggerEvent(event, { errMsg: `${api}:fail no bound phone number` })
  const hidden = `${phoneNumber.slice(0, 3)}****${phoneNumber.slice(-4)}`
  const allowed = await phone.dialogs.permission('获取并验证你的手机号', hidden, '微信绑定的号码')
  if (!allowed) return button.triggerEvent(event, { errMsg: `${api}:fail user deny` })
  try {
    const { code } = await phone.network.cloud<{ code: string }>('control/phone-codes', { phoneNumber })
    button.triggerEvent(event, { code, errMsg: `${api}:ok` })
  } catch (error) {
    button.triggerEvent(event, { errMsg: `${api}:fail ${(error as Error).message}` })
  }
}
