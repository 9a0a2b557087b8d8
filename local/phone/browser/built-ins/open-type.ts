/** Owns what a button's open-type does: WeChat asks its user, then tells the page with an event. */
import { chooseAvatar } from '../screen/avatar-choice'
import { type BuiltIn } from './built-in'

export function performOpenType(button: BuiltIn, type: string): void {
  const { phone } = button
  switch (type) {
    case 'getPhoneNumber':
    case 'getRealtimePhoneNumber':
      void givePhoneNumber(button, type.toLowerCase())
      return
    case 'share':
      void phone.share.share({ from: 'button', target: { id: button.id, dataset: button.dataset } })
      return
    case 'chooseAvatar':
      void giveAvatar(button)
      return
    case 'agreePrivacyAuthorization':
      phone.privacy.agreeButton(button.id)
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

/** A choice that is given up, or not allowed, tells the page nothing. */
async function giveAvatar(button: BuiltIn): Promise<void> {
  const { phone } = button
  try {
    await phone.privacy.require('chooseAvatar', 'button.chooseAvatar')
  } catch (error) {
    return phone.messages.warn((error as Error).message)
  }
  const avatarUrl = await chooseAvatar(phone.dialogs, phone.settings.automated)
  if (avatarUrl) button.triggerEvent('chooseavatar', { avatarUrl })
}

async function givePhoneNumber(button: BuiltIn, event: string): Promise<void> {
  const { phone } = button
  try {
    await phone.privacy.require('getPhoneNumber', 'button.getPhoneNumber')
  } catch (error) {
    return button.triggerEvent(event, { errMsg: (error as Error).message })
  }
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
