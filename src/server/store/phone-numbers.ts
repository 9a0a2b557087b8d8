/** Phone numbers come from WeChat: the button's dynamic code is exchanged once, on the server. */
import cloud from 'wx-server-sdk'

interface PhoneNumberApi {
  readonly phonenumber: {
    getPhoneNumber(input: { code: string }): Promise<{ phoneInfo?: { purePhoneNumber?: string } }>
  }
}

/** Codes of WeChat for a dynamic code that is wrong, used or too old. */
const CODE_REFUSED = new Set([40029, 40013, 47001])

/** The mainland number that the code stands for; null when WeChat refuses the code. @throws on anything else. */
export async function phoneNumberOf(phoneCode: string): Promise<string | null> {
  try {
    const { phoneInfo } = await (cloud.openapi as unknown as PhoneNumberApi).phonenumber.getPhoneNumber({
      code: phoneCode,
    })
    const phone = phoneInfo?.purePhoneNumber ?? ''
    return /^1\d{10}$/.test(phone) ? phone : null
  } catch (error) {
    const { errCode } = error as { errCode?: number }
    if (errCode !== undefined && CODE_REFUSED.has(errCode)) return null
    throw error
  }
}
